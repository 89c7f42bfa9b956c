#!/bin/sh
# SPDX-License-Identifier: MIT
# Findings: places that a rule reports and leaves as they are.
. "$(dirname "$0")/lib.sh"

# A letter that is changed, and a comma between digits that is reported
printf '\303\251 26\330\214013\n' >file
report='-p none --set latin.accents=strip --set arabic.comma=report'

# shellcheck disable=SC2086 # options
{
	run $report file
	printf 'e 26\330\214013\n' >expected
	same 'a finding changes nothing' out expected

	run $report --explain file
	status '--explain' 0
	holds 'a line for the change and one for the finding' [ "$(wc -l <out)" -eq 2 ]
	sed 1q out >first
	sed 1d out >second
	holds 'in the order of the text: the change' grep -q '^file:1:1: latin\.accents: ' first
	holds 'and the finding as a note' grep -qE '^file:1:5: note: .* \[arabic\.comma\]: "[^"]+"' second
	has 'what it is about' out '(U+060C)'

	run $report --edits file
	status '--edits' 0
	text 'an object of its own' out '{"file":"file","source":[0,2],"output":[0,1],"rules":["latin.accents"],"before":"\303\251","after":"e"}
{"file":"file","source":[5,7],"output":[4,6],"finding":"arabic.comma","text":"\330\214"}'

	run $report --stats file
	has '--stats counts changes' err '1 change, '
	has 'and findings apart' err '1 finding, '
	holds 'by rule, too' grep -qE '^ *1  arabic\.comma +note: ' err
	run $report --stats expected expected
	has '--stats of findings alone: no change' err '0 changes, '
	has 'findings of all files' err '2 findings, '
	run -p none --stats file
	hasnt '--stats without findings has no word of them' err 'finding'

	run $report --check file
	status '--check: the change' 1
	run $report --check expected
	status '--check: a finding alone is no change' 0
	holds 'and is not listed' [ ! -s out ]
	cp expected stays
	touch -d '2001-01-01' stays
	run $report -i stays
	holds 'a file with findings only is not touched' [ -z "$(find stays -newermt '2001-01-02')" ]

	printf '{"u":1,"t":"\\u0661\330\2142 \303\251"}\n' >json
	run $report --jsonl t --explain json
	holds '--jsonl: a note with its column in the line' grep -q '^json:1:19: note: ' out
	holds '--jsonl: and the change behind it' grep -q '^json:1:22: latin\.accents: ' out
	run $report --jsonl t --edits json
	has '--jsonl: an object with line and field' out \
		"$(printf '{"file":"json","line":1,"field":"t","source":[2,4],"output":[2,4],"finding":"arabic.comma","text":"\330\214"}')"
	run $report --jsonl t --stats json
	has '--jsonl: --stats' err '1 finding, '

	printf '1\330\2142\0003\330\2144\000' >records
	run $report -0 --edits records
	text 'records: offsets in the file' out '{"file":"records","source":[1,3],"output":[1,3],"finding":"arabic.comma","text":"\330\214"}
{"file":"records","source":[6,8],"output":[6,8],"finding":"arabic.comma","text":"\330\214"}'
}

# Every rule that can only report, each in a text that has one place for it:
# finds RULE TEXT START END FOUND [START END FOUND]: the bytes [START, END) of the text are reported, and the text stays;
# of a pair both marks are; $detail: further members of the object
: >tried
detail=
finding() {
	echo "{\"file\":\"text\",\"source\":[$2,$3],\"output\":[$2,$3],\"finding\":\"$1\",$detail\"text\":\"$4\"}"
}
finds() {
	echo "$1" >>tried
	printf '%b\n' "$2" >text
	run -p none --set "$1=report" text
	same "$1=report: the text stays" out text
	run -p none --set "$1=report" --edits text
	found=$(finding "$1" "$3" "$4" "$5"; [ $# -lt 8 ] || finding "$1" "$6" "$7" "$8")
	text "$1=report: the place" out "$found"
	run -p none --edits text
	holds "$1=keep: nothing" [ ! -s out ]
}
finds arabic.comma 'بلغ عدد السكان 26،013 نسمة' 29 31 '،'
finds arabic.detached-waw 'وصل الوزير و قال' 20 23 'و '
finds arabic.elongation 'شكرا رااائع جدا' 11 17 'ااا'
finds arabic.foreign-forms 'قال إن الكتاب ﯪ جديد' 25 28 'ﯪ'
finds arabic.inverted-quotes 'قال »نعم« أمس' 7 9 '»' 15 17 '«'
finds arabic.quotes 'قال "نعم أمس' 7 8 '\"'
finds arabic.number-spaces 'بلغ العدد 12 500 نسمة' 20 21 ' '
finds arabic.persian-letters 'ذهب إلى علی أمس' 18 20 'ی'
finds arabic.spacing 'وصل الوزير ، ثم غادر' 19 20 ' '
finds arabic.tatweel 'وصل الوزيـر أمس' 17 19 'ـ'
finds french.apostrophes "Il va à l'eau" 10 11 "'"
finds french.inner-quotes '« Il dit "oui" »' 10 11 '\"' 14 15 '\"'
finds french.quotes 'Il dit "oui hier' 7 8 '\"'
finds repair.entities 'Le pr&eacute;sident' 5 13 '&eacute;'
finds repair.tags 'Il <br> pleut' 3 7 '<br>'
finds repair.escapes 'un prix \\xe9lev' 8 12 '\\\\\\\\xe9'
detail='"detail":"UTF-8 read as windows-1252","layer":1,'
finds repair.mojibake 'un prÃ©sident' 5 9 'Ã©'
detail=
finds repair.visual-order 'ةنيدم نم ةدوعلا' 0 28 'ةنيدم نم ةدوعلا'
finds controls.bidi 'وصل \0342\0200\0256الوزير' 7 10 '\342\200\256'

# … and in one that has none
finds_nothing() {
	printf '%b\n' "$2" >text
	run -p none --set "$1=report" --edits text
	holds "$1=report: nothing in \"$2\"" [ ! -s out ]
}
finds_nothing arabic.comma 'بلغ العدد 26، 013 أو 5،و'
finds_nothing arabic.detached-waw 'وصل الوزير وقال و 5'
finds_nothing arabic.elongation 'ممثل وووزير الله 1000'
finds_nothing arabic.foreign-forms 'قال ئۇ ﻻ'
finds_nothing arabic.persian-letters 'این کتاب را برای شما است'
finds_nothing arabic.spacing 'وصل، ثم 20 : 30 غادر!'
finds_nothing arabic.tatweel 'لـCNN بـ30 هـ'
finds_nothing controls.bidi '(\0342\0200\0216+213\0342\0200\0216)'

finds french.group-marks 'Il y a 12.500 arbres dans la ville' 7 13 '12.500'
finds french.number-groups 'Il y a 12500 habitants dans la ville' 7 12 '12500'
finds french.numbers 'Il y a 12 500 arbres dans la ville' 9 10 ' '
finds french.ordinals 'La 2ème ville du pays' 3 8 '2ème'
finds french.percent 'Une hausse de 50% dans la ville' 15 17 '0%%'
finds french.times 'Il est 14h30 dans la ville' 7 12 '14h30'
finds french.units 'Il y a 5km dans la ville' 7 10 '5km'
finds french.abbreviations 'Le maire, M. Dupont' 12 13 ' '
finds french.capitals "Le chef de l'Etat" 13 14 E
finds french.ligatures 'Le coeur du pays' 4 6 oe
finds french.colon 'Il a dit : rien' 8 9 ' '
finds french.dashes 'Paris - il pleut' 6 7 '-'
finds french.ellipsis 'Il pleut.. encore' 8 10 '..'
finds french.glued-sentences 'Il pleut.Le vent souffle' 8 9 .
finds french.high-marks 'Il pleut !' 8 9 ' '
finds french.low-marks 'Il pleut , encore' 8 9 ' '
finds french.missing-spaces 'Il pleut!' 8 9 '!'
finds french.quote-spaces 'Le mot « pluie' 9 10 ' '
finds mixed.stranded-marks 'Il a dit «هذا مهم!» hier' 24 25 '!'
finds controls.replacement 'd\0357\0277\0275j vu http://a.fr/\0357\0277\0274 ici' 1 4 "$(printf '\357\277\275')" 21 24 "$(printf '\357\277\274')"
"$NORM_CONVERT" --list-rules | grep report | cut -d ' ' -f 1 | sort >rules
sort -o tried tried
same 'all rules that can report have been tried' tried rules

# The profiles: what people have to decide is told, and it is not told where the rule acts or is off
printf 'علی و قال: 26،013 رااائع\n' >mixed
run --explain mixed
for rule in persian-letters detached-waw comma elongation; do
	holds "clean reports arabic.$rule" [ "$(grep -c "^mixed:1:[0-9]*: note: .* \\[arabic\\.$rule\\]: " out)" -eq 1 ]
done
run mixed
same 'and leaves it' out mixed
run --check mixed
status 'which is no change' 0
run -p search --explain mixed
hasnt 'search acts, and reports nothing' out 'note: '
has 'it changes the letter that clean reports' out ' arabic.persian-letters: '

# U+FFFD that was there is told; what is put for bytes that are no character has a rule of its own.
printf 'd\357\277\275j\340 \360\237\230 \340\001\n' >lost
run -p report --set input.encoding=utf-8 --explain lost
holds 'U+FFFD is told once' [ "$(grep -c 'controls.replacement' out)" -eq 1 ]
holds 'where it stands' grep -q '^lost:1:2: note: .*\[controls\.replacement\]' out
holds 'invalid bytes are told, each with its rule alone' [ "$(grep -c '^lost:1:[0-9]*: input\.invalid: ' out)" -eq 3 ]
finish
