#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Train the models that write Arabic place names in Latin letters and the other way round.

train-romaniser.py romanise|arabise PAIRS > MODEL

PAIRS is romanise-pairs.tsv beside this script. The result depends on it and on nothing else: no clock, no hash order, no random
numbers but those below; what comes of exp() and log() is rounded, as the last bit of these may differ from machine to machine.

How it works. Each Arabic letter is aligned with the Latin letters that stand for it, by a search for the cheapest
alignment whose costs are counted anew from the last one. A Latin chunk is consonants, then vowels. The model reads
the letters from first to last and chooses for each the consonants (step C), then the vowels (step V), from what was seen for
this letter. It adds up the weights of the features that hold: combinations of the letters around, their kinds, the
letters written so far, the country. Weights are those of a log-linear model, learned by gradient steps (AdaGrad), those that
matter little driven to zero. French to Arabic: the same with one step, which gives for each Latin letter no, one or more
Arabic ones.
"""

import math
import sys

ARTICLE = "A"  # the symbol of ال at the start of a word of four letters or more
VOWELS = "aeiouéè"
SUN = "تثدذرزسشصضطظلن"
KINDS = {
    **dict.fromkeys("اآى", "a"), **dict.fromkeys("أإ", "h"), **dict.fromkeys("عءئؤ", "e"), **dict.fromkeys(" #A-", "#"),
    "و": "w", "ي": "y", "ة": "t", **dict.fromkeys("aeiouy", "a"), "h": "h",
}

# How much a name counts, by country: the Maghreb writes Arabic the French way and lends its ways to the others.
WEIGHTS = {"DZ": 3.0, "TN": 2.0, "MA": 1.0, "TD": 1.0, "NE": 1.0, "ML": 1.0}
WEIGHT_ELSEWHERE = 0.3

# Features, by step. 0-6: the letters from the third before to the third behind, a-g: their kinds; h-k: the last letters
# written, latest first; v, w: the vowels of the last letter and of the one before; C: the country; F: in the first word or not;
# S: is the next a sun letter.
ROMANISE = (
    "C:3 C:23 C:34 C:234 C:345 C:123 C:1234 C:3h C:3ih C:3h4 C:C3 C:C34 C:C3he C:3SF "
    "V:3 V:23 V:234 V:345 V:012345 V:abcdefg V:bcdefgv V:cdefvwC V:jihef V:h4v V:h45v V:4dfgv V:Ccdefgv V:C34 "
    "V:Cihefg V:C234 V:C345"
)
ARABISE = (
    "C:3 C:34 C:23 C:234 C:345 C:123 C:1234 C:2345 C:12345 C:3456 C:0123 C:123456 C:3h C:3ih C:3h4 C:3ih4 C:3h45 C:23h4 "
    "C:3cdef C:C3 C:C34 C:C23 C:C234 C:C3h"
)
# epochs, rate, force towards zero, least count of a feature, of a choice, least weight that is kept
TRAINING = {"romanise": (4, 0.15, 0.02, 2, 2, 0.15), "arabise": (4, 0.15, 0.02, 2, 3, 0.15)}
UNIT = 16  # of the weights in the file, to the natural unit
NEVER = 1 << 30


# --- Names ---

HARD_G = str.maketrans("ڨڭ", "گگ")


def arabic_symbols(name):
    symbols = []
    name = name.translate(HARD_G)
    for word in name.replace("-", " - ").split():
        if symbols:
            symbols.append(" ")
        if word.startswith("ال") and len(word) > 3:
            symbols.append(ARTICLE)
            word = word[2:]
        symbols += word
    return symbols


FOLDS = dict(zip("àâäáãåçêëèéîïíìôöóòõùûüúÿñžš", "aaaaaaceeeeiiiiooooouuuuynzs"))
KEEP_ACCENTS = {"TD", "ML", "NE", "BF", "SN", "CF", "CM"}


def latin_letters(name, country):
    """Small letters. Accents stay where newspapers write them by what is heard; elsewhere too many do not."""
    out = ""
    for c in name.lower().replace("œ", "oe").replace("’", "'").replace("ê", "è"):
        out += c if c in "éè" and country in KEEP_ACCENTS else FOLDS.get(c, c)
    return out


def read_pairs(path):
    pairs = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            country, french, arabic, _ = line.rstrip("\n").split("\t")
            pairs.append((country, arabic_symbols(arabic), latin_letters(french, country)))
    return pairs


# --- Alignment ---


def split_chunk(symbol, chunk):
    """(consonants, vowels) of a chunk, or None where it has consonants behind vowels. A y before a vowel is a consonant."""
    if symbol in "A -":
        return chunk, ""
    end = len(chunk)
    while end and (chunk[end - 1] in VOWELS or chunk[end - 1] == "y"):
        end -= 1
    if end < len(chunk) - 1 and chunk[end] == "y":
        end += 1
    return (chunk[:end], chunk[end:]) if not any(c in VOWELS for c in chunk[:end]) else None


def first_cost(symbol, chunk):
    """What an alignment costs before any were counted, in hundredths."""
    if not chunk:
        return 120 if symbol in "اعءأإىةA " else 300
    cost = 100 + 120 * len(chunk)
    consonants = sum(c not in VOWELS + "y" for c in chunk)
    if symbol in "اأإآويىةعء":
        cost += 150 * consonants
    elif not consonants:
        cost += 300
    if (" " in chunk or "-" in chunk) and symbol not in " A":
        cost += 400
    if symbol == " " and chunk not in (" ", "-"):
        cost += 400
    return cost


def cost_of(costs, symbol, chunk):
    """The cost of a chunk, remembered in `costs`; NEVER where it is no chunk."""
    known = costs.get((symbol, chunk))
    if known is None:
        known = NEVER if split_chunk(symbol, chunk) is None else first_cost(symbol, chunk)
        if costs["counted"] and known < NEVER:
            known = 600 + known * 3 // 2
        costs[symbol, chunk] = known
    return known


def align(symbols, letters, costs):
    """The cheapest alignment, and its cost for each letter; None where there is none."""
    width = len(letters)
    best = [0] + [NEVER] * width
    steps = []
    for symbol in symbols:
        after, step = [NEVER] * (width + 1), [0] * (width + 1)
        for at in range(width + 1):
            if best[at] >= NEVER:
                continue
            for end in range(at, min(at + 5, width) + 1):
                cost = best[at] + cost_of(costs, symbol, letters[at:end])
                if cost < after[end]:
                    after[end], step[end] = cost, end - at
        best = after
        steps.append(step)
    if best[width] >= NEVER:
        return None, NEVER
    chunks, at = [], width
    for step in reversed(steps):
        chunks.append(letters[at - step[at] : at])
        at -= step[at]
    return chunks[::-1], best[width] // (len(symbols) + width)


def align_all(pairs, rounds=7):
    costs, aligned = {"counted": False}, []
    for _ in range(rounds):
        counts, totals = {}, {}
        aligned = [align(symbols, letters, costs) for _, symbols, letters in pairs]
        for (_, symbols, _), (chunks, _) in zip(pairs, aligned):
            for symbol, chunk in zip(symbols, chunks or ()):
                counts[symbol, chunk] = counts.get((symbol, chunk), 0) + 1
                totals[symbol] = totals.get(symbol, 1) + 1
        costs = {"counted": True}
        for (symbol, chunk), count in counts.items():
            if count > 1:
                costs[symbol, chunk] = round(100 * math.log(totals[symbol] / count))
    return [(country, symbols, chunks) for (country, symbols, _), (chunks, _) in zip(pairs, aligned) if chunks]


def reverse(symbols, chunks):
    """The alignment seen from the Latin letters: an Arabic letter belongs to the first of its chunk."""
    letters, arabic, waiting = [], [], ""
    for symbol, chunk in zip(symbols, chunks):
        text = "ال" if symbol == ARTICLE else symbol
        if not chunk and arabic and arabic[-1] != " " and symbol not in "A ":
            arabic[-1] += text
        elif not chunk:
            waiting += text
        else:
            letters += chunk
            arabic += [waiting + text] + [""] * (len(chunk) - 1)
            waiting = ""
    if arabic:
        arabic[-1] += waiting
    return [FOLDS.get(c, c) for c in letters], arabic


# --- Features ---


def around(symbols, at):
    """Three symbols on each side, none beyond the border of a word but the border itself."""
    letters = [symbols[i] if 0 <= i < len(symbols) else "#" for i in range(at - 3, at + 4)]
    for i in (2, 1, 0):
        if i != 2 and letters[i + 1] in " #":
            letters[i] = "#"
    for i in (4, 5, 6):
        if i != 4 and letters[i - 1] in " #":
            letters[i] = "#"
    return letters


def atoms(country, symbols, at, written, vowels):
    letters = around(symbols, at)
    values = dict(zip("0123456", letters))
    values.update(zip("abcdefg", (KINDS.get(c, "c") for c in letters)))
    values.update(zip("hijk", written[::-1]))
    values.update(v=vowels[-1], w=vowels[-2], C=country)
    values["F"] = "2" if " " in symbols[:at] else "1"
    values["S"] = "s" if letters[4] in SUN else "m"
    return values


def new_templates(text):
    """(step, name of one letter, atoms) of each."""
    names = "abcdefghijklmnopqrstuvwxyzBDEGHIJKLMNOPQRTUXYZ0123456789!%&*+,./:;<=>?@^~"
    return [(item[0], names[i], item[2:]) for i, item in enumerate(text.split())]


def keys(templates, step, values):
    return [name + "".join([values[atom] for atom in spec]) for kind, name, spec in templates if kind == step]


def decisions(templates, data):
    """Each choice of the data: step, symbol, what was chosen, keys of the features, weight."""
    for country, symbols, parts in data:
        weight = WEIGHTS.get(country, WEIGHT_ELSEWHERE)
        written, vowels = "####", "##"
        for at, (symbol, part) in enumerate(zip(symbols, parts)):
            for step, chosen in zip("CV", part):
                values = atoms(country, symbols, at, written, vowels)
                yield step, symbol, chosen, keys(templates, step, values), weight
                written = (written + chosen)[-4:]
            last = part[-1][-1:] or "0"
            vowels = vowels[1:] + ("#" if symbol in "A -" else last)


# --- Training ---


def shuffled(items, seed):
    items = list(items)
    for i in range(len(items) - 1, 0, -1):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        j = (seed >> 33) % (i + 1)
        items[i], items[j] = items[j], items[i]
    return items


def choices(data, least):
    """What may be chosen for each step and symbol, most frequent first."""
    counts = {}
    for _, symbols, parts in data:
        for symbol, part in zip(symbols, parts):
            for step, chosen in zip("CV", part):
                known = counts.setdefault((step, symbol), {})
                known[chosen] = known.get(chosen, 0) + 1
    return {
        key: [c for c, n in sorted(known.items(), key=lambda item: (-item[1], item[0])) if n >= least or len(known) == 1]
        for key, known in counts.items()
    }


def collect(templates, data, options, least):
    """The examples, with the (weights, sums of squares) of their features in place of the keys."""
    examples, counts = [], {}
    for step, symbol, chosen, names, weight in decisions(templates, data):
        allowed = options[step, symbol]
        if len(allowed) > 1 and chosen in allowed:
            examples.append((allowed, chosen, names, weight))
            for name in names:
                counts[name] = counts.get(name, 0) + 1
    features = {name: ({}, {}) for name, count in counts.items() if count >= least}
    return [(a, c, [features[n] for n in names if n in features], w) for a, c, names, w in examples], features


EXP = [round(math.exp(-i / 64), 9) for i in range(64 * 20)]


def likelihoods(allowed, active):
    scores = dict.fromkeys(allowed, 0.0)
    for weights, _ in active:
        for choice, weight in weights.items():
            if choice in scores:
                scores[choice] += weight
    top = max(scores.values())
    total = 0.0
    for choice, score in scores.items():
        below = int((top - score) * 64)
        scores[choice] = EXP[below] if below < len(EXP) else 0.0
        total += scores[choice]
    return scores, total


def learn(examples, rate, force):
    """One pass over the examples."""
    for allowed, chosen, active, weight in examples:
        scores, total = likelihoods(allowed, active)
        steps = [(c, ((c == chosen) - p / total) * weight) for c, p in scores.items()]
        steps = [(c, g, g * g) for c, g in steps if g > 0.02 or g < -0.02]
        for weights, squares in active if steps else ():
            for choice, gradient, square in steps:
                total = squares[choice] = squares.get(choice, 1.0) + square
                step = rate / math.sqrt(total)
                value = weights.get(choice, 0.0) + step * gradient
                pull = step * force
                weights[choice] = value - pull if value > pull else value + pull if value < -pull else 0.0


def train(templates, data, settings):
    epochs, rate, force, least, least_choice, _ = settings
    options = choices(data, least_choice)
    examples, features = collect(templates, data, options, least)
    for epoch in range(epochs):
        learn(shuffled(examples, epoch), rate, force)
    return options, features


# --- The file ---


def cell(text):
    return text.replace(" ", "_") or "0"


def write_model(mode, templates, options, features, least):
    print("# Written by train-romaniser.py %s: do not edit. Rows, see libnorm/places/gen_romanise.c:" % mode)
    print("# t: templates (name, step, atoms); c: what may be chosen (symbol, step, chunks);")
    print("# w: features (template and atoms, step, CHUNK:WEIGHT in 1/%d)" % UNIT)
    for step, name, spec in templates:
        print("t", name, step, spec, sep="\t")
    for (step, symbol), allowed in sorted(options.items()):
        print("c", cell(symbol), step, " ".join(map(cell, allowed)), sep="\t")
    steps = {name: step for step, name, _ in templates}
    for key, (weights, _) in sorted(features.items()):
        kept = [(c, round(w * UNIT)) for c, w in sorted(weights.items()) if abs(w) >= least]
        kept = ["%s:%d" % (cell(c), max(-127, min(127, w))) for c, w in kept if w]
        if kept:
            print("w", cell(key), steps[key[0]], " ".join(kept), sep="\t")


def main():
    mode, path = sys.argv[1:]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    templates = new_templates({"romanise": ROMANISE, "arabise": ARABISE}[mode])
    data = []
    for country, symbols, chunks in align_all(read_pairs(path)):
        if mode == "arabise":
            letters, arabic = reverse(symbols, chunks)
            data.append((country, letters, [(text,) for text in arabic]))
        else:
            data.append((country, symbols, [split_chunk(s, c) for s, c in zip(symbols, chunks)]))
    options, features = train(templates, data, TRAINING[mode])
    write_model(mode, templates, options, features, TRAINING[mode][-1])


main()
