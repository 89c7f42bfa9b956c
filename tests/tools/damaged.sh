#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad input: text that is cut, that is none, or that was made to be a burden; and what is told of damaged text.
. "$(dirname "$0")/lib.sh"

# UTF-16 that ends too early
printf '\377\376e\000a' >file
run file
status 'UTF-16 with an odd byte' 0
printf 'e\357\277\275' >expected
same 'what is left of a character is U+FFFD' out expected
printf '\377\376\075\330' >file
run file
printf '\357\277\275' >expected
same 'half a pair of surrogates' out expected
for mark in '\377\376' '\376\377' '\357\273\277' '\377\376\000\000'; do
	# shellcheck disable=SC2059 # a format
	printf "$mark" >file
	run file
	status "only a byte order mark, $mark" 0
	holds 'of which nothing is left' [ ! -s out ]
done

# What is no text
{ printf '\177ELF\002\001\001\000'; head -c 2000 /dev/zero; printf 'text'; head -c 2000 /dev/zero; } >binary
run binary
status 'a binary file is refused' 2
has 'with a word what to do' err '--from=ENCODING'
holds 'and nothing is written' [ ! -s out ]
run --from windows-1252 binary
status 'unless the encoding is told' 0
holds 'then it is converted' grep -aq text out

# Bytes that are no UTF-8
printf 'a\300\200b\340\200\257c\n' >file
run file
status 'overlong forms' 0
printf 'a\357\277\275\357\277\275b\357\277\275\357\277\275\357\277\275c\n' >expected
same 'are errors, a byte each' out expected
run --set input.invalid=strict file
status 'of which strict says where' 2
has 'the first is' err 'file:1:2'
printf '\355\240\275\355\270\200 a\n' >file
run file
printf '\360\237\230\200 a\n' >expected
same 'a pair of surrogates (CESU-8) is read' out expected
printf '\355\240\275 a\n' >file
run file
printf '\357\277\275\357\277\275\357\277\275 a\n' >expected
same 'a lone one is an error' out expected

# Columns are characters, also where bytes look like the rest of one in UTF-8
# columns WHAT PLACES: where spaces of "file" stand that are too much
columns() {
	run --explain file
	sed -n 's/^file:\([0-9:]*\): .*spaces\.[rt].*/\1/p' out >places
	text "$1" places "$2"
}
printf 'L\222arm\351e a dit \253\240oui\240\273  et voil\340  tout, mais l\222h\364tel a ferm\351\n' >file
columns 'windows-1252' '1:23\n1:33'
printf '\377\376\334\000 \000 \000\n\000\075\330\000\336 \000 \000x\000\n\000' >file
columns 'UTF-16' '1:3\n1:4\n2:3'

# Megabytes of one byte, without an end of line: the status, and how long the result is
# burden WHAT FORMAT OPTION LENGTH
burden() {
	head -c 2097152 /dev/zero | tr '\000' "$2" >file
	# shellcheck disable=SC2086 # options
	run $3 file
	status "2 MiB of $1" 0
	holds "$1: what it becomes" [ "$(wc -c <out)" -eq "$4" ]
}
burden letters a '' 2097152
burden ampersands '&' '' 2097152
burden 'opening brackets' '<' '' 2097152
burden 'NULs' '\000' '-f UTF-8' 0

# What is told of damaged text
printf 'Le minist\350re des Affaires \351trang\350res a annonc\351\n' >file
run --explain file
holds 'the encoding of a paragraph, once, and how sure that is' \
	grep -qE '^file:1:1: note: .* \[input\.encoding\]: windows-1252, [0-9]+% sure: "' out
hasnt 'but not each character of it' out ' input.encoding: '
run --edits file
holds 'for programs, too' grep -q '"finding":"input.encoding","detail":"windows-1252","confidence":' out
printf 'Elle dit\302\240: \302\253 oui \302\273. Le ministre est arriv\303\251.\n' | iconv -f UTF-8 -t UTF-16LE >file
run --explain -p fr-FR --set repair.visual-order=off file
sed 's, \[[^]]*\]$,,' out >shown
text 'UTF-16: once, too, and what else changes' shown 'file:1:1: note: not UTF-8 [input.encoding]: UTF-16LE
file:1:13: input.encoding, french.quote-spaces: not UTF-8; space inside « »: " <U+0000>" (U+0020 U+0000) → "<U+00A0>" (U+00A0)
file:1:17: input.encoding, french.quote-spaces: not UTF-8; space inside « »: " <U+0000>" (U+0020 U+0000) → "<U+00A0>" (U+00A0)'
run --explain --from=UTF-16LE file file
holds '--from: once a file' [ "$(grep -c 'note: not UTF-8 \[input.encoding\]: UTF-16LE' out)" -eq 2 ]
printf 'bonjour \242 a\n' >file
run --explain file
holds 'where it is not sure: the best guess' grep -qE '\[input\.encoding\]: [^ ]+, [1-4]?[0-9]% sure: "' out
hasnt 'and no change by it' out ': input.encoding: '
odd=$(printf 'a\nb\033[31m')
cp file "$odd"
run --explain "$odd"
has 'names of files do not command the terminal' out 'a<U+000A>b<U+001B>[31m:1:1: note: '
printf 'Le pr\303\203\302\251sident a \303\203\302\251t\303\203\302\251 \303\203\302\251lu\n' >once
run --explain once
holds 'a layer of mojibake' grep -q '\[repair\.mojibake\]: layer 1, UTF-8 read as windows-1252: "' out
hasnt 'if there is one' out 'layer 2'
iconv -f windows-1252 -t utf-8 once >twice 2>/dev/null || skip 'two layers' 'no iconv'
if [ -s twice ]; then
	run --explain twice
	has 'the second layer' out 'layer 2, UTF-8 read as windows-1252'
fi

# Another encoding of the output; what it lacks is told, and is no error
printf '\303\251  \330\250\n' >beth
run --to=windows-1256 beth
status '--to' 0
text 'the bytes of the encoding' out '\351 \310'
run --to=latin1 beth
status 'a character that it lacks' 0
text 'a question mark stands for it' out '\351 ?'
has 'a warning tells of it' err 'norm-convert: warning: beth: 1 character is not in latin1: "?" stands for it'
printf '\305\223\342\200\246 \342\200\224\n' >alike
run --to=latin1 alike
text 'what is most like it' out 'oe... -'
holds 'is not told' [ ! -s err ]
run --to=nonsense beth
status 'no encoding' 2
has 'is said to be none' err '--to=nonsense: there is no encoding of that name'
finish
