#!/bin/sh
# SPDX-License-Identifier: MIT
# --jsonl: members of JSON Lines change, everything else stays, byte for byte.
. "$(dirname "$0")/lib.sh"

# line WHAT IN OUT OPTION…: one line in, one line out
line() {
	what=$1
	# shellcheck disable=SC2059 # the line is a format
	printf "$2\\n" >in
	expected=$3
	shift 3
	run "$@" in
	status "$what: status" 0
	text "$what" out "$expected"
}
clean=--jsonl=t
search=--jsonl=t=search
line 'one member' '{"t":"A  b","u":"C  d"}' '{"t":"A b","u":"C  d"}' $clean
line 'with its own profile' '{"t":"A  b","u":"C  d"}' '{"t":"a b","u":"C  d"}' $search
line '--profile counts for fields that name none' '{"t":"A  b","u":"C  d"}' '{"t":"a b","u":"C d"}' \
	-p search --jsonl t --jsonl u=clean
line '--set counts for all' '{"t":"\303\211","u":"\303\211"}' '{"t":"E","u":"e"}' \
	--set latin.accents=strip --jsonl t --jsonl u=search
line 'spaces, order and numbers stay' ' { "z" : 1.50e+3 ,"t" :\t"A  b" , "a":[ 1 , {"t":"A  b"} ], "b" : 10000000000000000000000 } ' \
	' { "z" : 1.50e+3 ,"t" :\t"A b" , "a":[ 1 , {"t":"A  b"} ], "b" : 10000000000000000000000 } ' $clean
line 'nested objects are not looked into' '{"o":{"t":"A  b"},"t":"A  b"}' '{"o":{"t":"A  b"},"t":"A b"}' $clean
line 'what does not change keeps its escapes' '{"t":"\\u00e9\\/\\u0041","u":1}' '{"t":"\\u00e9\\/\\u0041","u":1}' $clean
line 'what changes is written anew' '{"t":"\\u00e9\\/  \\"\\\\\\n\\t\\u0041"}' '{"t":"\303\251/ \\"\\\\\\n\\tA"}' $clean
line 'pairs of surrogates' '{"t":"\\ud83d\\ude00  \\uD83D\\uDE00"}' '{"t":"\360\237\230\200 \360\237\230\200"}' $clean
line 'half a pair is like an invalid byte' '{"t":"a\\ud83dx\\ude00"}' '{"t":"a\357\277\275x\357\277\275"}' $clean
line 'half a pair can be dropped' '{"t":"a\\ud83d\\u0041"}' '{"t":"aA"}' $clean --on-error=drop
line 'half a pair is no byte of another encoding' '{"t":"oui \\udc00 non"}' '{"t":"oui \357\277\275 non"}' $clean
line 'an escaped NUL' '{"t":"a\\u0000b  c"}' '{"t":"a\\u0000b c"}' -p none --set spaces.runs=collapse --jsonl t
line 'a key written with escapes' '{"\\u0074":"A  b"}' '{"\\u0074":"A b"}' $clean
line 'a member that is no string' '{"t":12,"u":null}' '{"t":12,"u":null}' --jsonl t --jsonl u:v
line 'a member that is not there' '{"u":"A  b"}' '{"u":"A  b"}' $clean
line 'an empty object' '{}' '{}' --jsonl t:k
line 'an empty string' '{"t":""}' '{"t":"","k":""}' --jsonl t:k
line 'the same member twice: both' '{"t":"A  b","t":"C  d"}' '{"t":"A b","t":"C d"}' $clean
line 'another encoding in the member' '{"t":"a\351  b","u":"\351"}' '{"t":"a\303\251 b","u":"\351"}' $clean
line 'blank lines stay' '{"t":"A  b"}\n\n  \n{"t":"C  d"}' '{"t":"A b"}\n\n  \n{"t":"C d"}' $clean
line 'CRLF stays' '{"t":"A  b"}\r\n{"t":"C  d"}\r' '{"t":"A b"}\r\n{"t":"C d"}\r' $clean
line 'a byte order mark stays' '\357\273\277{"t":"A  b"}' '\357\273\277{"t":"A b"}' $clean
printf '{"t":"A  b"}' >in
run $clean in
printf '{"t":"A b"}' >expected
same 'no newline at the end' out expected

# OUTFIELD
line 'a new member' '{"t":"A  b","u":1}' '{"t":"A  b","u":1,"k":"a b"}' --jsonl t=search:k
line 'a new member, in the style of the line' '{"t": "A  b", "u": 1 }' '{"t": "A  b", "u": 1, "k": "a b" }' \
	--jsonl t=search:k
line 'two new members' '{"t":"A  b"}' '{"t":"A  b","k":"a b","l":"A b"}' --jsonl t=search:k --jsonl t:l
line 'new and old at once' '{"t":"A  b"}' '{"t":"A b","k":"a b"}' --jsonl t --jsonl t=search:k
line 'a member that is there is replaced' '{"k":[1,{"a":2}],"t":"A  b","u":1}' '{"k":"a b","t":"A  b","u":1}' \
	--jsonl t=search:k
line 'its twin too' '{"k":1,"t":"A  b","k":2}' '{"k":"a b","t":"A  b","k":"a b"}' --jsonl t=search:k
line 'of two, the last one is taken' '{"t":"A","t":"B"}' '{"t":"A","t":"B","k":"b"}' --jsonl t=search:k
line 'what does not change is copied as it is' '{"t":"\\u0061"}' '{"t":"\\u0061","k":"\\u0061"}' --jsonl t:k
line 'members are read before any is written' '{"a":"X","b":"Y"}' '{"a":"X","b":"x","c":"y"}' \
	--jsonl a=search:b --jsonl b=search:c
line 'names with special characters' '{"dc:t=\\"\303\251":"A  b"}' '{"dc:t=\\"\303\251":"A  b","k:\\"":"A b"}' \
	--jsonl "dc\\:t\\=\"$(printf '\303\251'):k:\""

# Bad lines
printf '{"t":"A  b"}\n{"t":"x" oops}\n{"t":"C  d"}\n' >bad
run $clean bad
status 'a bad line' 2
has 'its place' err 'bad:2:1'
has 'what is wrong' err 'not a valid line of JSON'
text 'the lines before are there' out '{"t":"A b"}'
run $clean bad in
has 'the next file is tried' out '{"t":"A b"}'
cp bad copy
run -i $clean bad
status 'a bad line, in place' 2
same 'the file is as it was' bad copy
run $clean --skip-bad bad
status '--skip-bad' 0
text 'passes it through' out '{"t":"A b"}\n{"t":"x" oops}\n{"t":"C d"}'
has 'and counts' err 'bad: 1 bad line passed through unchanged'
# at COLUMN LINE REASON: where the fault of a line of JSON is, and what it is
at() {
	# shellcheck disable=SC2059 # the line is a format
	printf "$2\\n" >bad
	run $clean bad
	has "the place of the fault: $2" err "bad:1:$1: not a valid line of JSON: $3"
}
at 1 '[1]' 'not a JSON object'
at 3 '  "x"' 'not a JSON object'
at 5 '{"t"' 'premature EOF'
at 13 '{"t":"a b"} x' 'trailing garbage'
at 12 '{"t":"a b"}{}' 'trailing garbage'
at 12 '{"t":"a b",}' 'invalid object key'
at 6 '{"t" "a\\"b"}' 'object key and value must be separated'
at 12 '{"t":"a b" true}' 'after key and value'
at 12 '{"t":"a b" "c"}' 'after key and value'
at 8 '{"t":"a\tb"}' 'invalid character inside string.'
# bad_line WHAT LINE
bad_line() {
	# shellcheck disable=SC2059 # the line is a format
	printf "$2\\n" >bad
	run $clean bad
	status "$1" 2
	has "$1: its place" err 'bad:1:'
	holds "$1: said once" [ "$(wc -l <err)" -eq 1 ]
	run $clean --skip-bad bad
	status "$1, skipped" 0
	same "$1, skipped: stays" out bad
}
bad_line 'an array' '["t"]'
bad_line 'a string' '"t"'
bad_line 'a number' '12'
bad_line 'no JSON at all' 'plain text'
bad_line 'an object that is cut' '{"t":"A  b"'
bad_line 'a string that is cut' '{"t":"A  b'
bad_line 'two objects' '{"t":"A  b"}{"t":"A  b"}'
bad_line 'something behind the object' '{"t":"A  b"} x'
bad_line 'a raw control character' '{"t":"A\001b"}'
bad_line 'a bad escape' '{"t":"A\\xb"}'
bad_line 'a comment' '{"t":"A  b"} // t'
printf '{"u":"\303\251","t":"A\\u0020\351"}\n' >bad
run $clean --on-error=strict bad
status 'a strict error' 2
has 'its place is that in the line' err 'bad:1:22: '
has 'the member is named' err '"t"'
run $clean --on-error=strict --skip-bad bad
status 'a strict error, skipped' 0
same 'stays' out bad
printf 'x\nx\n{"t":"A  b"}\nx\n' >bad
run $clean --skip-bad bad bad
holds 'each file has its count' [ "$(grep -c 'bad: 3 bad lines' err)" -eq 2 ]

# The other ways of telling
printf '{"t":"a"}\n{"u":"A  b","t":"a \\u00c9 B"}\n' >in
run --check $search in
status '--check' 1
text '--check lists the file' out in
run --check --jsonl=t=none in
status '--check of what stays' 0
run --explain $search in
has '--explain counts columns in the line' out 'in:2:20: latin.accents, unicode.case: '
has '--explain goes on behind an escape' out 'in:2:27: unicode.case: '
run --edits $search in
text '--edits counts bytes in the member' out '{"file":"in","line":2,"field":"t","source":[2,4],"output":[2,3],"rules":["latin.accents","unicode.case"],"before":"\303\211","after":"e"}
{"file":"in","line":2,"field":"t","source":[5,6],"output":[4,5],"rules":["unicode.case"],"before":"B","after":"b"}'
run -i $search in
text '-i' in '{"t":"a"}\n{"u":"A  b","t":"a e b"}'

# Long lines, and lines at every border of a read
long_line() {
	awk -v letters="$1" 'BEGIN {
		piece = "un  mot \\u00e9 "
		while (length(piece) < 65536) piece = piece piece
		printf "{\"t\":\""
		for (; letters > 0; letters -= length(piece)) printf "%s", piece
		print "\",\"u\":\"A  b\"}"
	}'
}
long_line 3000000 >long
run $clean long
status 'a line of 3 MB' 0
sed 's/  / /g; s/ ","u":"A b"/","u":"A  b"/' long | sed "s/\\\\u00e9/$(printf '\303\251')/g" >expected
same 'all of it is right' out expected
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "{\"n\":%d,\"t\":\"A  b\"}\n", i }' >many
sed 's/  / /' many >expected
run $clean many
same '100,000 lines' out expected
dd if=many bs=5 count=4000 2>/dev/null | "$NORM_CONVERT" $clean --skip-bad >out 2>err
head -c 20000 many | sed '$!s/  / /' >start
same 'in pieces of 5 bytes' out start

# The samples
run --jsonl title=search:key --jsonl text "$top/data/samples/news.jsonl"
status 'the sample' 0
if command -v jq >/dev/null; then
	jq -c 'del(.key, .text)' out >rest
	jq -c 'del(.text)' "$top/data/samples/news.jsonl" >expected
	same 'the sample: the rest is the same' rest expected
	jq -j '.text + "\n"' "$top/data/samples/news.jsonl" >texts
	"$NORM_CONVERT" texts >expected
	jq -j '.text + "\n"' out >texts
	same 'the sample: a member is like a file' texts expected
else
	skip 'the sample' 'no jq here'
fi
finish
