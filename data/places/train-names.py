#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Count how the letters of names are written in another script or spelling: writes name-channel.tsv to the standard output.

    train-names.py [--without PAIRS] >name-channel.tsv

Reads name-letters.tsv, generics.tsv and name-pairs.tsv beside it. The same rows give the same bytes. Pairs of names that stand in
PAIRS (columns id, country, French, Arabic, with a heading) are left out: so it can be measured on names it has not seen.

A pair of names is cut into steps, each a letter on the left and a chunk of letters on the right, either of which may be empty.
How frequent each step is, is found by expectation and maximisation over all ways to cut all pairs. Some rows do not hold
two spellings of one name, but a translation or a mistake: a pair counts as much as it is more likely by these steps than by chance.
The weight of a step is the logarithm of how much more frequent it is than its letters would meet by chance, in 32nds.
"""
import math
import os
import sys
import unicodedata
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 7
NAT = 32            # weights of the factor e
RARE = 0.3          # a step that was seen less often is forgotten
FREQUENT = 1e-3     # of the steps of a letter: the others are not written down
DIGIT, FLOOR = 120, -160  # weights that are not counted: of equal digits, and of leaving out a letter that seldom is
DOUBT = 4.0         # a pair of names is wrong unless it is e^DOUBT times more likely than by chance
ARTICLE = 'A'
VOWELS = set('aeiouyw')
HABIT = 120         # a habit of some countries counts as much as that of all when a letter was seen so often there
NOTABLE = 10        # weights that differ less are not written down again
# Countries that write Latin letters alike
HABITS = {'algeria': 'DZ', 'morocco': 'MA EH', 'tunisia': 'TN', 'nile': 'EG LY SD SS', 'levant': 'IQ JO LB PS SY',
          'gulf': 'AE BH KW OM QA SA YE', 'sahel': 'BF CF CM DJ KM ML MR NE NG SN SO TD'}
LEXICON = {'area', 'feature', 'direction'}


def rows(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        for line in file:
            line = line.rstrip('\n')
            if line and not line.startswith('#'):
                yield line.split('\t')


LETTERS = {row[0]: row[1] for row in rows('name-letters.tsv')}
LATIN = {'œ': 'oe', 'æ': 'ae', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ħ': 'h', 'ı': 'i', 'ð': 'd', 'þ': 'th'}


def words(name):
    """The words of a name as letters, as libnorm/places/name_read.c reads them; without digits."""
    found = ['']
    for c in unicodedata.normalize('NFC', name.lower()):
        c = 's' if c == 'ç' else c
        for part in (c if c in LETTERS else unicodedata.normalize('NFKD', c)):
            part = LETTERS.get(part, LATIN.get(part, part))
            if part in LETTERS or part.isascii() and part.isalpha():
                found[-1] += part
            elif unicodedata.category(part) not in ('Mn', 'Cf') and part != 'ـ':
                found.append('')
    return [ARTICLE + word[2:] if word.startswith('ال') and len(word) > 3 else word for word in found if word]


FOLD = str.maketrans('أإآىة', 'ااايه')


def word_key(word):
    return (word[1:] if word[0] == ARTICLE else word).translate(FOLD)


KINDS = {word_key(words(row[2])[0]): row[0] for row in rows('generics.tsv')}


def sound(name):
    """The letters of the words that are not of the lexicon, nor links beside one that is; of all words where none is left."""
    parts = words(name)
    kinds = [KINDS.get(word_key(word), 'proper') for word in parts]
    kept = ''
    for i, word in enumerate(parts):
        first, last = i, i
        if kinds[i] == 'link':
            while first > 0 and kinds[first] == 'link':
                first -= 1
            while last + 1 < len(parts) and kinds[last] == 'link':
                last += 1
        if kinds[first] not in LEXICON and kinds[last] not in LEXICON:
            kept += word
    return kept or ''.join(parts)


def is_chunk(letter, chunk):
    if len(chunk) < 2 or letter == ARTICLE or chunk in ('gu', 'qu'):
        return True
    return all(c in VOWELS for c in chunk) or all(c not in 'aeiou' for c in chunk)


class Channel:
    """Steps between pairs of names (left, right), and how likely each is."""

    def __init__(self, pairs, chunk_letters):
        self.pairs = pairs
        self.steps = {}
        self.names = []
        self.lattices = [self.lattice(left, right, chunk_letters) for left, right in pairs]
        self.left, self.right = self.chances(0), self.chances(1)
        self.chance = [sum(self.left[c] for c in left) + sum(self.right[c] for c in right) for left, right in pairs]
        self.belief = [1.0] * len(pairs)
        self.likely = [math.exp((self.left[a] if a else -3.5) + sum(self.right[c] for c in b) - (0 if b else 3) - (0 if a else 1))
                       for a, b in self.names]

    def chances(self, side):
        count = defaultdict(int)
        for pair in self.pairs:
            for c in pair[side]:
                count[c] += 1
        total = sum(count.values())
        return {c: math.log(n / total) for c, n in count.items()}

    def step(self, letter, chunk):
        key = (letter, chunk)
        if key not in self.steps:
            self.steps[key] = len(self.names)
            self.names.append(key)
        return self.steps[key]

    def lattice(self, left, right, chunk_letters):
        """All ways to cut a pair: arcs (from, to, step), sorted by `from`."""
        n, m = len(left), len(right)
        arcs = []
        for i in range(n + 1):
            for j in range(m + 1):
                here = i * (m + 1) + j
                if abs(j * n - i * m) > 4 * max(n, m):
                    continue
                for k in range(min(chunk_letters, m - j) + 1 if i < n else 0):
                    if is_chunk(left[i], right[j:j + k]):
                        arcs.append((here, here + m + 1 + k, self.step(left[i], right[j:j + k])))
                for k in range(1, min(2, m - j) + 1):
                    if k == 1 or all(c in VOWELS for c in right[j:j + k]):
                        arcs.append((here, here + k, self.step('', right[j:j + k])))
        return arcs

    def expect(self, index, count, doubting):
        """Add how often each step is taken in a pair to `count`."""
        arcs, likely = self.lattices[index], self.likely
        cells = (len(self.pairs[index][0]) + 1) * (len(self.pairs[index][1]) + 1)
        forward, back = [0.0] * cells, [0.0] * cells
        forward[0] = 1.0
        for start, end, step in arcs:
            forward[end] += forward[start] * likely[step]
        total = forward[cells - 1]
        belief = 1.0
        if doubting:
            better = math.log(total) - self.chance[index] + math.log(3) - DOUBT if total > 0 else -50
            belief = 1 / (1 + math.exp(-max(-50, min(50, better))))
        self.belief[index] = belief
        if belief < 0.01 or total <= 0:
            return
        back[cells - 1] = belief / total
        for start, end, step in reversed(arcs):
            if back[end]:
                flow = back[end] * likely[step]
                back[start] += flow
                count[step] += forward[start] * flow

    def train(self):
        for turn in range(ROUNDS):
            count = [0.0] * len(self.names)
            for index in range(len(self.pairs)):
                self.expect(index, count, turn >= 2)
            total = sum(count)
            self.likely = [n / total if n > RARE or turn < 1 else 0.0 for n in count]
            if turn >= 1:
                self.lattices = [[arc for arc in arcs if self.likely[arc[2]] > 0] for arcs in self.lattices]

    def weights(self):
        total = defaultdict(float)
        for step, (letter, _) in enumerate(self.names):
            total[letter] += self.likely[step]
        found = {}
        for step, (letter, chunk) in enumerate(self.names):
            if self.likely[step] > FREQUENT * total[letter]:
                by_chance = (self.left[letter] if letter else 0) + sum(self.right[c] for c in chunk)
                found[letter, chunk] = max(-400, min(400, round(NAT * (math.log(self.likely[step]) - by_chance))))
        for letter in self.left:
            found[letter, ''] = max(FLOOR, found.get((letter, ''), FLOOR))
        for letter in self.right:
            found['', letter] = max(FLOOR, found.get(('', letter), FLOOR))
        for digit in '0123456789':
            found.update({(digit, digit): DIGIT, (digit, ''): FLOOR, ('', digit): FLOOR})
        return found

    def habits(self, weights, chosen):
        """The weights that differ in some of the pairs, those at the indices `chosen`."""
        count = [0.0] * len(self.names)
        for index in chosen:
            self.expect(index, count, True)
        here, everywhere = defaultdict(float), defaultdict(float)
        for step, (letter, _) in enumerate(self.names):
            here[letter] += count[step]
            everywhere[letter] += self.likely[step]
        found = {}
        for step, (letter, chunk) in enumerate(self.names):
            if (letter, chunk) in weights and self.likely[step] > 0:
                usual = self.likely[step] / everywhere[letter]
                share = (count[step] + HABIT * usual) / (here[letter] + HABIT)
                more = round(NAT * math.log(share / usual))
                if abs(more) >= NOTABLE:
                    found[letter, chunk] = max(-400, min(400, weights[letter, chunk] + more))
        return found


def variants(channel, countries, side):
    """Pairs of the spellings on one side that have the same spelling on the other, in one country."""
    groups = defaultdict(set)
    for pair, belief in zip(channel.pairs, channel.belief):
        if belief > 0.5:
            for country in countries[pair]:
                groups[country, pair[1 - side]].add(pair[side])
    found = set()
    for group in groups.values():
        found.update((a, b) for a in group for b in group if a != b)
    return sorted(found)


def main():
    without = set()
    if sys.argv[1:2] == ['--without']:
        with open(sys.argv[2], encoding='utf-8') as file:
            for line in list(file)[1:]:
                cells = line.rstrip('\n').split('\t')
                without.add((sound(cells[3]), sound(cells[2])))
    countries = defaultdict(set)
    for country, latin, arabic, _ in rows('name-pairs.tsv'):
        pair = sound(arabic), sound(latin)
        if pair not in without and 0 < len(pair[0]) <= 18 and 0 < len(pair[1]) <= 24:
            countries[pair].add(country)
    cross = Channel(sorted(countries), 4)
    cross.train()
    latin = Channel(variants(cross, countries, 1), 2)
    arabic = Channel(variants(cross, countries, 0), 2)
    latin.train()
    arabic.train()
    print('# How letters of names are written in another script or spelling: counted, not written. Made by train-names.py from')
    print('# name-pairs.tsv; read when the library is built, by libnorm/places/gen_name_channel.c.')
    print('#')
    print('# Columns, one TAB between them: channel, letter, chunk, weight. See train-names.py. "-" is no letter, "A" the Arabic article.')
    print('#')
    print('# Rows of kind "country" say whose habits a country has: "cross-…" are those that differ from "cross".')
    for name, channel in ('cross', cross), ('latin', latin), ('arabic', arabic):
        weights = channel.weights()
        print(f'# {name}: {sum(channel.belief):.0f} of {len(channel.pairs)} pairs, {len(weights)} steps')
    tables = [('cross', cross.weights()), ('latin', latin.weights()), ('arabic', arabic.weights())]
    for name, codes in sorted(HABITS.items()):
        chosen = [i for i, pair in enumerate(cross.pairs) if countries[pair] & set(codes.split())]
        tables.append(('cross-' + name, cross.habits(cross.weights(), chosen)))
        for code in codes.split():
            print(f'country\t{code}\t{name}\t-')
    for name, weights in tables:
        for (letter, chunk), weight in sorted(weights.items()):
            print(f"{name}\t{letter or '-'}\t{chunk or '-'}\t{weight}")


main()
