#!/bin/sh
# SPDX-License-Identifier: MIT
# --show-levels: levels, sentences, languages and protected spans, for people and programs.
# shellcheck disable=SC1112 # typographic quotes are meant
. "$(dirname "$0")/lib.sh"

cat >mixed <<'END'
Il dit « نعم (لا) » à 12:30. Elle sort.

قال: «Bonjour» ثم خرج.
suite» et "fin
The minister said that the meeting was in the capital of the country.
END

# For people
run --show-levels mixed
status '--show-levels' 0
text 'a line for each level, and each sentence where there are several' out 'mixed:1:1:      fr ¶ "Il dit « نعم (لا) » à 12:30. Elle sort."
mixed:1:1:        fr "Il dit « نعم (لا) » à 12:30."
mixed:1:8:          ar «…» "نعم (لا)"
mixed:1:14:             ar (…) "لا"
mixed:1:23:         [time] "12:30"
mixed:1:30:       fr "Elle sort."
mixed:3:1:      ar ¶ "قال: «Bonjour» ثم خرج."
mixed:3:6:          fr «…» "Bonjour"
mixed:4:1:      fr ¶ "suite» et "fin"
mixed:4:1:          fr …» "suite"
mixed:4:11:         fr "… "fin"
mixed:5:1:      en ¶ "The minister said that the meeting was in the capital of the country."'
run --show-levels=text mixed
cp out expected
run --show-levels - <mixed
sed 's/^-:\([0-9:]*\) */mixed:\1 /; s/  */ /g' out >other
sed 's/  */ /g' expected >one
same 'standard input' other one
run --show-levels mixed mixed
cat expected expected >twice
same 'files one after the other' out twice
run --show-levels -o listing mixed
status '-o' 0
same 'the listing goes there' listing expected
printf '\n \n\t\n' >blank
run --show-levels blank
status 'blank paragraphs' 0
holds 'are not told' [ ! -s out ]
: >empty
run --show-levels=json empty
holds 'an empty file has no levels' [ ! -s out ]

# Lines stay in order and within the page
printf 'a \342\200\256b\342\200\254 \357\273\277c\302\240d\302\255e \331\202\331\216\330\247\331\204\n' >controls
run --show-levels controls
has 'bidirectional controls are named' out 'a <U+202E>b<U+202C> <U+FEFF>c d<U+00AD>e'
has 'marks stay with their letters' out 'قَال'
awk 'BEGIN { for (i = 0; i < 300; i++) printf "\331\203\331\204\331\205\330\251 mot " }' >wide
run --show-levels wide
holds 'a long text is cut' [ "$(wc -L <out)" -le 100 ]
awk 'BEGIN { printf "e"; for (i = 0; i < 50000; i++) printf "\314\201" }' >marks
run --show-levels marks
holds 'also one that is nearly all marks' [ "$(wc -c <out)" -lt 2000 ]
printf 'a\351 «\377» 12:30\n' >latin1
run --show-levels latin1
text 'bytes that are in no encoding' out 'latin1:1:1:      fr ¶ "a� «�» 12:30"
latin1:1:4:          fr «…» "�"
latin1:1:8:          [time] "12:30"'
run --show-levels --on-error=strict latin1
status 'a strict profile' 2
has 'names the place' err 'latin1:1:2: '
odd=$(printf 'a\nb\033[31m')
cp mixed "$odd"
run --show-levels "$odd"
has 'names of files do not command the terminal' out 'a<U+000A>b<U+001B>[31m:1:8:          ar'
if command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1; then
	script -qec "'$NORM_CONVERT' --show-levels mixed" /dev/null >out </dev/null
	has 'on a terminal the text is isolated' out "$(printf '"\342\201\250Elle sort.\342\201\251"')"
	has 'and languages are coloured' out "$(printf '\033[36mfr')"
else
	skip 'a terminal' 'no script(1) here'
fi

# What is not UTF-8 is decoded, and positions are those of the source
printf 'Elle dit « نعم » à 12:30.\n\nFin\n' >utf8
run --show-levels utf8
sed 's/^utf8:\([0-9:]*\) */\1 /' out >expected
iconv -f UTF-8 -t UTF-16LE utf8 >utf16
run --show-levels utf16
sed 's/^utf16:\([0-9:]*\) */\1 /' out >other
same 'UTF-16 is found out' other expected
run --show-levels=json utf16
grep -o '"source":\[[0-9,]*\],"outer":\[[0-9,]*\]\|"source":\[[0-9,]*\],"kind".*' out >spans
text 'bytes of UTF-16' spans '"source":[0,52],"outer":[0,52]
"source":[20,30],"outer":[18,32]
"source":[38,48],"kind":"time"}
"source":[52,54],"outer":[52,54]
"source":[54,62],"outer":[54,62]'
printf 'قال محمد « نعم » 12:30\n' | tee arabic | iconv -f UTF-8 -t windows-1256 >page
run --show-levels arabic
sed 's/^arabic:\([0-9:]*\) */\1 /' out >expected
run --show-levels -f windows-1256 page
sed 's/^page:\([0-9:]*\) */\1 /' out >other
same '--from' other expected
run --show-levels=json --from=windows-1256 page
has 'bytes of windows-1256' out '"type":"protected","source":[17,22],"kind":"time"'
run --set input.encoding=utf-8 --show-levels page
has 'a profile that looks for no encoding' out 'zxx'

# For programs
run --show-levels=json mixed
status '--show-levels=json' 0
head -n 7 out >start
text 'an object a line' start '{"file":"mixed","type":"level","source":[0,48],"outer":[0,48],"level":0,"parent":null,"depth":0,"language":"fr"}
{"file":"mixed","type":"sentence","source":[0,37],"level":0,"language":"fr"}
{"file":"mixed","type":"level","source":[9,24],"outer":[7,26],"level":1,"parent":0,"depth":1,"language":"ar"}
{"file":"mixed","type":"sentence","source":[9,24],"level":1,"language":"ar"}
{"file":"mixed","type":"level","source":[18,22],"outer":[17,23],"level":2,"parent":1,"depth":2,"language":"ar"}
{"file":"mixed","type":"sentence","source":[18,22],"level":2,"language":"ar"}
{"file":"mixed","type":"protected","source":[30,35],"kind":"time"}'
has 'blank paragraphs are levels, too' out '{"file":"mixed","type":"level","source":[48,49],"outer":[48,49],"level":3,"parent":null,"depth":0,"language":"zxx"}'

# Texts of other kinds
printf '\302\253a\302\273\0b (c)\0' >records
run -0 --show-levels=json records
grep '"level",' out | cut -d, -f3-7 >starts
text 'records: offsets are those of the file, numbers start anew' starts '"source":[0,5],"outer":[0,5],"level":0
"source":[2,3],"outer":[0,5],"level":1
"source":[6,11],"outer":[6,11],"level":0
"source":[9,10],"outer":[8,11],"level":1'
printf '{"u":"«x»","t":"\\u00e9 «a» 12:30"}\n{"t":"b (c)"}\n{"t":3}\n' >json
run --jsonl t --show-levels json
text '--jsonl: columns of the line' out 'json:1:17:     fr ¶ "é «a» 12:30"
json:1:24:         fr «…» "a"
json:1:28:         [time] "12:30"
json:2:7:      fr ¶ "b (c)"
json:2:9:          fr (…) "c"'
run --jsonl t --show-levels=json json
head -n 3 out | tail -n 1 >third
text '--jsonl: offsets in the member' third '{"file":"json","line":1,"field":"t","type":"level","source":[5,6],"outer":[3,8],"level":1,"parent":0,"depth":1,"language":"fr"}'
tail -n 2 out | head -n 1 >line
has '--jsonl: the next line' line '"line":2,"field":"t","type":"level","source":[3,4],"outer":[2,5],"level":1'
printf 'no\n{"t":"a"}\n' >bad
run --jsonl t --show-levels bad
status 'a bad line' 2
run --jsonl t --skip-bad --show-levels bad
status '--skip-bad' 0
has 'the good one is told' out 'bad:2:7: '

# The profile says how characters are seen
printf 'a \357\274\210b\357\274\211\n' >full
run -p none --show-levels full
text 'marks that a profile does not know' out 'full:1:1:      fr ¶ "a （b）"'
run -p none --set unicode.form=NFKC --show-levels full
has 'marks that it knows' out 'full:1:3:          fr （…） "b"'

# Large input: paragraphs and parts of them, as in one piece
awk 'BEGIN {
	for (i = 0; i < 5000; i++) print "Il dit « oui » à 12:30. قال: «نعم»."
	for (i = 0; i < 40000; i++) printf "Il dit « oui » à 12:30. "
}' >large
"$NORM_CONVERT" --show-levels=json large >whole
dd if=large bs=4099 2>/dev/null | "$NORM_CONVERT" --show-levels=json - | sed 's/"file":"-"/"file":"large"/' >pieces
same 'however it comes' pieces whole
holds 'every sentence of short paragraphs' [ "$(head -n 40000 whole | grep -c '"sentence"')" -eq 20000 ]
# shellcheck disable=SC3045
if (ulimit -v 80000 && "$NORM_CONVERT" --version) >/dev/null 2>&1; then
	yes "Il dit « oui » à 12:30 $(printf '%0160d' 0)." | head -n 140000 >huge
	holds 'memory does not grow with the input' sh -c \
		'ulimit -v 80000; cat huge huge | "$0" --show-levels=json >/dev/null' "$NORM_CONVERT"
	rm huge
else
	skip 'memory does not grow with the input' 'no limit can be set here'
fi

# What does not go together
run --show-levels=xml mixed
status 'a form that does not exist' 2
has 'it is named' err '--show-levels=xml: must be text or json'
for other in --check --explain --edits --in-place --stats --show-profile; do
	run --show-levels $other mixed
	status "--show-levels $other" 2
	has "--show-levels $other: both are named" err "$other"
	holds "--show-levels $other: writes nothing" [ ! -s out ]
done
if command -v jq >/dev/null; then
	head -n 20000 whole | jq -e . >parsed
	status=$?
	status 'it is JSON' 0
else
	skip 'it is JSON' 'no jq here'
fi
finish
