#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report with what it may be given: files that cannot be read, directories, encodings, damage, very long lines.
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"

# One broken file among many: told, the rest done
mkdir corpus
for i in $(seq 1000 2999); do printf 'Texte %d\n' "$i"; done | split -l 1 -a 4 - corpus/
head -c 4096 /dev/urandom >corpus/aabz
run -r -j 2 corpus
status 'a binary file among 2000' 2
has 'is told' err 'corpus/aabz: is a binary file, no text'
holds 'nothing else is' [ "$(wc -l <err)" -eq 1 ]
has 'the rest is done' out '1999 files'
run --json corpus/aaaa missing corpus/aaab
status 'a missing file' 2
has 'is told' err 'missing: No such file or directory'
holds 'the others are reported' [ "$(grep -c '"file"' out)" -ge 2 ]
run corpus
status 'a directory without -r' 2
has 'is told' err 'corpus: Is a directory'
mkdir -p tree/a tree/b/c
printf 'un\n' >tree/b/c/one
printf 'deux\n' >tree/a/two
printf 'trois\n' >tree/three
ln -s .. tree/a/loop
ln -s two tree/a/also
mkfifo tree/pipe
run --json --only=size -r tree
status 'a tree with a circle' 0
sed -n 's/^{"file":"\([^"]*\)".*/\1/p' out >names
text 'in the order of names, links to directories left alone' names 'tree/a/also\ntree/a/two\ntree/b/c/one\ntree/three'
if [ "$(id -u)" -ne 0 ]; then
	chmod 000 tree/b
	run -r tree
	status 'a directory that cannot be read' 2
	has 'is told' err 'tree/b: Permission denied'
	chmod 755 tree/b
fi

# What a total holds does not depend on whether files are shown: then each has examples of its own, else no more than the total keeps
mkdir many
for i in $(seq 100 299); do
	printf "L'arm\303\251e \"du Mali\" \303\240 Bamako !\302\240 %d km : l\342\200\231autre, \302\253non\302\273 \331\201\331\212 \330\252\331\210\331\206\330\263\331\200.\n" "$i"
done | split -l 3 -a 4 - many/
head -c 4096 /dev/urandom >many/aabb
for jobs in 1 2; do
	for examples in 0 1 5 40; do
		run --json --examples=$examples -j $jobs -r many
		tail -n 1 out >total
		run --json --examples=$examples -j $jobs --total -r many
		same "the total of many files, $examples examples, $jobs threads" out total
	done
done

# Standard input, and nothing at all
printf 'Un texte\n' | "$program" --tsv --only=size - >out
has 'standard input' out '-	counts	bytes	value	9'
: >empty
run empty
status 'an empty file' 0
has 'it is one' out '1 file'
printf 'sans fin de ligne' >unfinished
run --tsv -t --only=size unfinished
has 'a line without an end is one' out '	counts	lines	value	1'
printf '\n\n' >blank
run --tsv -t --only=size blank
has 'blank lines are lines' out '	counts	lines	value	2'
has 'but no paragraphs' out '	counts	paragraphs	value	0'
printf '\302\240\n\342\200\257\t\342\200\213\r\nUn\302\240mot\n' >spaces
run --tsv -t --only=size spaces
has 'nor are lines of other spaces, or of nothing that shows' out '	counts	paragraphs	value	1'
{ head -c 5000000 /dev/zero | tr '\0' ' '; echo 'fin'; head -c 3000000 /dev/zero | tr '\0' 'a'; } >endless
run --tsv -t --only=size endless
has 'lines of many megabytes count once' out '	counts	lines	value	2'
has 'as paragraphs, too' out '	counts	paragraphs	value	2'
awk 'BEGIN { for (i = 0; i < 17000; i++) { printf "Une ligne dont les mots sont ceux du nombre"; for (n = i; n; n = int(n / 10)) printf " %c", 97 + n % 10; print "" } }' >different
run --only=repeats different
hasnt 'where nothing comes again no sample is told of' out 'a sample'
short='Une ligne dont les mots sont ceux du nombre.'
{ echo "$short"; tr '\n' ' ' <different | cut -c -700000; seq 100000 400000 | sed 's/$/ villes et villages/' | tr '\n' ' '; printf '\n%s' "$short"; } >cut
run --json -t --only=repeats cut
has 'pieces of a line that is too long are no paragraphs' out '"blocks":[{'
hasnt 'neither the first nor the last' out 'villages'
has 'what stands around it is, up to the end of the text' out '"texts":1,"count":2,"file":"cut","text":"Une ligne dont les mots sont ceux du nombre."'

# Encodings
printf 'La r\351gion a \351t\351 touch\351e par la s\351cheresse.\nDe l\303\251t\303\251\n' >mixed
run --tsv -t --only=size mixed
has 'a paragraph in another encoding' out '	encodings	windows-1252	paragraphs	1'
has 'the rest' out '	encodings	UTF-8	paragraphs	1'
run --lint mixed
has 'it is a finding' out 'mixed:1:1: '
has 'of a rule' out '[input.encoding]'
printf 'L\303\251t\303\251 \377 d\303\251but\n' >invalid
run --tsv -t --only=size,rules invalid
has 'bytes that are no character' out '	counts	invalid	value	1'
run --lint --fail-on=error invalid
has 'they are told where they are' out 'invalid:1:6: error: invalid UTF-8'
holds 'once' [ "$(grep -c '^invalid:1:6:' out)" -eq 1 ]
printf 'Oui \377\376\357\277\275\340\244 non.\n' >replaced
run --lint --fail-on=error replaced
cut -d : -f 3,4 out >places
text 'a replacement character that was there is told as such' places '5: error\n6: error\n7: error\n8: error'
holds 'once' [ "$(grep -c controls.replacement out)" -eq 1 ]
run --lint --fail-on=error --set=controls.replacement=drop replaced
holds 'also where all are deleted' [ "$(grep -c controls.replacement out)" -eq 1 ]
printf 'La r\351gion a \351t\351 touch\351e par la s\351cheresse.\n' >legacy
cat legacy invalid legacy >between
run --lint between
has 'also between paragraphs in another encoding' out 'between:2:6: error: invalid UTF-8'
holds 'in the order of the text' sort -t : -n -k 2,2 -C out
run -f windows-1252 --tsv -t --only=size invalid
has 'an encoding that is said' out '	encodings	windows-1252	bytes	16'
run -f cp1252 --tsv -t --only=size invalid
has 'has one name, however it is said' out '	encodings	windows-1252	bytes	16'
run -f utf8 --tsv -t --only=size empty mixed
has 'UTF-8, too' out '	encodings	UTF-8	bytes	'
run -f nonsense invalid
status 'an encoding that there is not' 2
printf 'L\303\203\302\251t\303\203\302\251 dernier\n' >misread
run --tsv -t --only=size,rules misread
has 'text read in a wrong encoding' out 'mojibake	UTF-8 read as windows-1252/1	count	1'
iconv -f WINDOWS-1252 -t UTF-8 misread >twice
run --only=size,rules misread twice
has 'in the summary' out 'layer 1, UTF-8 read as windows-1252: 2'
has 'and what was read so twice' out 'layer 2, UTF-8 read as windows-1252: 1'
printf '\376\377\000d\000\351\000\012' >utf16
run --tsv -t --only=size utf16
has 'UTF-16' out '	encodings	UTF-16BE	bytes	8'
has 'with its mark' out '	counts	characters	value	4'
printf 'd\000\000\000\351\000\000\000\012\000\000\000' >utf32
run --tsv -t --only=size utf32
has 'UTF-32' out '	encodings	UTF-32LE	bytes	12'
printf 'Un \342\200\217\342\200\217mot.\nقال \342\200\217الوزير.\n' >marks
run --tsv -t --only=characters marks
has 'marks of direction' out '	invisible	U+200F	count	3'
has 'are normal in Arabic, not in French' out '	invisible	U+200F	suspicious	1'
run --lint marks
holds 'though the rule takes both out' [ "$(grep -c 'controls.bidi' out)" -eq 2 ]

# Positions in files that are not UTF-8: bytes of the file
printf 'La r\351gion a \351t\351 touch\351e: oui\n' >latin1
run --json --only=rules latin1
has 'bytes of the file' out '"line":1,"column":24,"start":23,"end":23'

# Lines of JSON
printf '{"t":"l\\u0027\303\251t\303\251: a\\u00a0b"}\n\nno json\n{"t":7}\n{"u":"x"}\n{"t":"a","t":"Tchad: b"}\n' >records
run --lint --jsonl t records
status 'a line that is no JSON' 2
has 'is told' err 'records:3: not a valid line of JSON: invalid string in json text.'
has 'columns are those of the line' out "records:1:8: note: mark that stands for an apostrophe"
has 'behind an escape' out 'records:1:17: note: '
has 'the last of two members counts' out 'records:6:20: '
run --tsv -t --only=size --jsonl t records
has 'texts are what is a string' out '	counts	texts	value	2'
printf '\357\273\277{"t":"l\047un"}\n' >marked
run --json --jsonl t marked
has 'a byte order mark is part of its line' out '"line":1,"column":9,"start":10,"end":11'
printf '{"t":"oui \\udc00 non"}\n{"t":"l\351gal"}\n' >halves
run --lint --jsonl t halves
has 'half a surrogate pair is lost' out 'halves:1:11: error: '
holds 'and is no byte of another encoding' [ "$(grep -c 'input.encoding' out)" -eq 1 ]

# Output that cannot be written, and a reader that goes away
if [ -w /dev/full ]; then
	"$program" --json corpus/aaaa >/dev/full 2>err
	status=$?
	status 'a full disk' 2
	has 'is told' err 'No space left on device'
fi
awk 'BEGIN { for (i = 0; i < 200000; i++) print "L\047été: oui" }' >long
printf 'x: y\n' >short
for threads in 1 3; do
	(
		trap '' PIPE
		timeout 60 "$program" --lint -j $threads short long long long long long long long long 2>err
		echo "$?" >code
	) | head -n 1 >out
	holds "a broken pipe, $threads threads: the end" [ "$(cat code)" = 2 ]
	holds "nothing is said, $threads threads" [ ! -s err ]
	holds "one line has come, $threads threads" [ "$(wc -l <out)" -eq 1 ]
done

# Memory: 200 MB in lines, of which no two are the same; 50 MB in one line
lines() {
	awk -v count="$1" 'BEGIN { for (i = 0; i < count; i++)
		printf "L\342\200\231\303\251t\303\251 num\303\251ro %d \303\240 Bamako: \302\253non\302\273 \330\247\331\204\330\264\331\205\330\263 %s\n", i, "un mot et un autre et encore un mot qui remplit la ligne jusqu\047au bout, comme le font les nouvelles" }'
}
if [ -n "${SANITIZER_CFLAGS:-}" ]; then
	skip 'memory' 'sanitizers need more of it'
elif [ ! -x /usr/bin/time ] || ! /usr/bin/time -f %M true 2>/dev/null; then
	skip 'memory' 'no GNU time here'
else
	lines 100000 | /usr/bin/time -o small -f %M "$program" --json -t - >out
	lines 1250000 | /usr/bin/time -o large -f %M "$program" --json -t - >out
	holds '200 MB need 64 MiB more than 16 MB at most: paragraphs of one text are known again' \
		[ "$(tail -n 1 large)" -lt $(($(tail -n 1 small) + 65536)) ]
	echo "figure: 16 MB: $(tail -n 1 small) KiB, 200 MB: $(tail -n 1 large) KiB"
	lines 330000 | tr '\n' ' ' | /usr/bin/time -o line -f %M "$program" --json -t - >out
	holds '50 MB in one line need no more' [ "$(tail -n 1 line)" -lt $(($(tail -n 1 small) + 65536)) ]
	echo "figure: 50 MB in one line: $(tail -n 1 line) KiB"
fi
finish
