#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare: files in other encodings, bad input, many files, directories, pages.
# shellcheck disable=SC1112 # quotation marks of texts
tool=norm-compare
. "$(dirname "$0")/lib.sh"

# --- encodings: what is compared is the text ---
if command -v iconv >/dev/null; then
	printf 'أعلنت وزارة الدفاع أن الجنود وصلوا إلى المدينة مساء الخميس.\n' >ar
	printf 'L’armée a quitté la région dès l’été, a déclaré le général à la presse.\n' >fr
	for encoding in windows-1256 UTF-16; do
		iconv -f UTF-8 -t "$encoding" ar >other
		run ar other
		status "Arabic in $encoding is the same text" 0
	done
	for encoding in windows-1252 UTF-16LE MACINTOSH; do
		iconv -f UTF-8 -t "$encoding" fr >other
		case $encoding in UTF-16LE) run -f UTF-16LE fr other; status "-f UTF-16LE is for both files" 1 ;; esac
		run fr other
		[ "$encoding" = UTF-16LE ] || status "French in $encoding is the same text" 0
	done
	iconv -f UTF-8 -t windows-1256 ar | sed "s/$(printf '\347\341\316\343\355\323')/$(printf '\307\341\314\343\332\311')/" >other
	printf 'أعلنت وزارة الدفاع أن الجنود وصلوا إلى المدينة مساء الجمعة.\n' | iconv -f UTF-8 -t windows-1256 >other
	run --json ar other
	has 'a difference is found' out '"text":"الجمعة"'
	has 'its offsets are those of the bytes as they came' out '"b":{"start":52,"end":58,'
else
	skip 'encodings' 'no iconv here'
fi

# --- long texts: two threads do a half each, and nothing shows where they met ---
awk 'BEGIN { for (i = 1; i <= 30000; i++) print "ligne " i " dit un mot " i % 7 " et trois autres mots à la fin" }' >long
awk '{ if (NR % 3 == 1) $5 = "autre"; if (NR % 3 == 2) sub("à", "a"); print }' long >long2
run --json long long2
holds 'long texts: each change is told once' [ "$(wc -l <out)" -eq 20000 ]
holds 'long texts: and where it is' [ "$(sed 's/.*"b":{[^}]*"line":\([0-9]*\).*/\1/' out | awk '$1 != NR + int((NR - 1) / 2)' | wc -l)" -eq 0 ]
holds 'long texts: by class' [ "$(grep -c '"wording"' out) $(grep -c '"accent"' out)" = '10000 10000' ]
run --context=2 long long2
holds 'long texts: all are shown' [ "$(grep -o '{+' out | wc -l)" -eq 20000 ]
holds 'long texts: in order' [ "$(sed -n 's/^@@ .* \([0-9]*\):[0-9]* @@$/\1/p' out | awk '$1 <= last { print } { last = $1 }' | wc -l)" -eq 0 ]
run -q long long2
status 'long texts: -q' 1
run -q --fail-on=number long long2
status 'long texts: -q with what is not there' 0
# the same in one line: places in it are not counted anew from its start
tr '\n' ' ' <long >line
tr '\n' ' ' <long2 >line2
run --json line line2
holds 'a long line: each change is told once' [ "$(wc -l <out)" -eq 20000 ]
holds 'a long line: columns are those of the bytes' [ "$(tail -n 1 out | sed 's/.*"b":{[^}]*"column":\([0-9]*\).*/\1/')" -eq \
	"$(($(tail -n 1 out | sed 's/.*"b":{"start":\([0-9]*\).*/\1/' | xargs -I N head -c N line2 | wc -m) + 1))" ]

# --- what is no text, and what cannot be read ---
printf 'un\n' >a
: >empty
run a empty
status 'an empty file is a text' 1
run empty empty
status 'two empty files are the same' 0
head -c 4096 "$program" >binary
run a binary
status 'a binary file' 2
has 'why' err 'binary'
mkdir folder
run a folder
status 'a directory as a file' 2
has 'why' err 'directory'
ln a link
run a link
status 'one file with two names' 0
run a a
status 'one file twice' 0
if [ "$(id -u)" -ne 0 ]; then
	printf 'x\n' >secret && chmod 0 secret
	run a secret
	status 'an unreadable file' 2
else
	skip 'an unreadable file' 'root reads everything'
fi
if [ -e /dev/full ]; then
	printf 'deux\n' >b
	"$program" a b >/dev/full 2>err
	status=$?
	status 'a full disk' 2
	has 'it is told' err 'No space left'
fi
"$program" a b >&- 2>err
status=$?
status 'a closed standard output' 2
printf 'abc\377\376 def\n' >invalid
printf 'abc def\n' >valid
run --json invalid valid
status 'bytes that are no characters' 1
printf 'a\0b\n' >nul
run --json nul a
status 'a NUL byte' 1

# --- large ones: read by two threads, in one line, in one word ---
awk 'BEGIN { for (i = 0; i < 60000; i++) print "ligne", i, "ن\303\251" }' >lines
sed 's/^ligne 41234 /ligne 41235 /' lines >lines2
run lines lines2
status 'two long files' 1
has 'what differs in them is found' out '[-41234-]{+41235+}'
tr '\n' ' ' <lines >line
tr '\n' ' ' <lines2 >line2
run --json line line2
start=$(LC_ALL=C grep -abo 41234 line | cut -d: -f1)
has 'a long line: where the one difference is, bytes and characters' out \
	"\"a\":{\"start\":$start,\"end\":$((start + 5)),\"line\":1,\"column\":$(($(head -c "$start" line | wc -m) + 1)),"
holds 'a long line: no other' [ "$(wc -l <out)" -eq 1 ]
head -c 600000 /dev/zero | tr '\0' x >word
{ head -c 300000 word; printf y; tail -c 299999 word; } >word2
run word word2
status 'a long word' 1
holds 'of a long word only a part is what differs' [ "$(wc -c <out)" -lt 100000 ]
{ cat word; printf ' fin'; } >word3
run word3 word3
status 'a long word is the same as itself' 0
truncate -s 1073741825 huge
run a huge
status 'more than 1 GiB' 2
has 'why' err 'larger than 1 GiB'
rm -f huge line* word*

# A file that grows while it is read. Whether somebody writes just then is chance: the two meet within some tries.
awk 'BEGIN { for (i = 0; i < 400000; i++) print "ligne", i }' >growing
cp growing copy
(while [ -e growing ]; do echo encore >>growing; done) &
writer=$!
tries=0
until run -q growing copy; [ "$status" -eq 2 ] || [ "$tries" -eq 500 ]; do
	tries=$((tries + 1))
done
kill "$writer" 2>/dev/null
wait "$writer" 2>/dev/null
status 'a file that changes while it is read' 2
has 'it is told' err 'changed while it was read'
rm -f growing copy

# --- standard input ---
printf 'deux\n' >b
"$program" - b <a >out 2>err
status=$?
status '- is standard input' 1
has 'as the first text' out '[-un-]{+deux+}'
"$program" a - <a >out 2>err
status=$?
status '- as the second' 0
printf 'x\n' >-dash
run -- -dash a
status '-- ends the options' 1

# --- many files against one ---
printf 'un deux trois\n' >base
printf 'Un deux trois\n' >noise
printf 'un deux quatre 4\n' >news
run --against=base base noise news
status '--against' 1
text '--against: the table' out '      same   wording   numbers     moved     noise
      100%%         0         0         0         0  base
      100%%         0         0         0         1  noise
     50.0%%         1         1         0         0  news'
run --against=base --fail-on=wording base noise
status '--against --fail-on' 0
run --against=base --json news
has '--against --json' out '{"file":"news","same":2,"base_tokens":3,"tokens":4,"classes":{'
run --against=base base missing noise
status '--against a missing file' 2
has 'the others are compared' out 'noise'
run --against=missing base noise
status '--against=MISSING' 2
holds 'it is told once' [ "$(wc -l <err)" -eq 1 ]
holds 'and there is no table' [ ! -s out ]
"$program" --against=- base noise <base >out 2>err
status=$?
status '--against=-' 1
has 'standard input is there for the second file, too' out '      100%         0         0         0         1  noise'

# --- a long text and a short one ---
seq -f "L'été %g" 1302 1983 >long
printf "Il dit : l'été\n" >short
run --stat long short
status 'a long text and a short one' 1
run --stat short long
status 'and the other way round' 1

# --- directories ---
mkdir -p one/sub two/sub
printf 'un\n' >one/same && cp one/same two/same
printf 'un\n' >one/other && printf 'deux\n' >two/other
printf 'un\n' >one/sub/deep && printf 'trois\n' >two/sub/deep
printf 'x\n' >one/alone
run -r one two
status '-r' 1
has '-r: what is in one only' out 'Only in one: alone'
has '-r: which pair' out '+++ two/other'
has '-r: goes down' out '[-un-]{+trois+}'
hasnt '-r: not what is the same' out 'same'
run -r one one
status '-r of the same' 0
mkdir old new
printf 'un deux\n' >old/text && printf 'un trois\n' >new/text
run -r -q old new
status '-r -q: what differs in words' 1
holds '-r -q: nothing is written' [ ! -s out ]
run -r -q --ignore=wording old new
status '-r -q: what differs in nothing that counts' 0
printf 'x\n' >old/alone
run -r --json old new
has '-r --json: which file it is' out '{"classes":["wording"],"a":{"file":"old/text","start":3,'
has '-r --json: what is in one only' out '{"only_in":"a","file":"old/alone"}'
run -r one missing
status '-r of what is missing' 2
run -r --side-by-side one two
has '-r --side-by-side: which pair' out '+++ two/other'
mkdir circle && ln -s . circle/left && ln -s . circle/right && mkfifo circle/pipe
run -r circle circle
status '-r: links to directories and pipes are passed over' 0
mv base "$(printf 'b\377se')"
run --json --against=noise "$(printf 'b\377se')"
has '--json: a name that is no UTF-8' out "$(printf '{"file":"b\357\277\275se",')"
mv "$(printf 'b\377se')" base

# --- a dispatch in two pages ---
dispatch='Le porte-parole du gouvernement a confirmé jeudi soir que les discussions se poursuivaient à Alger avec tous les signataires, et que 12 délégations y prenaient part depuis le début de la semaine.'
printf 'Menu Accueil Contact\n%s\nPartager cet article\n' "$dispatch" >page1
printf 'Titre tout autre\nPar la rédaction\n%s\nLire aussi : rien\n' "$dispatch" | sed 's/ 12 / 13 /' >page2
run --within page1 page2
status '--within' 1
has '--within: where it is' out '= page1:2:1–2:'
has '--within: its difference' out '[-12-]{+13+}'
hasnt '--within: nothing of what is around it' out 'Partager'
run --within --json page1 page2
holds '--within --json: that one difference' [ "$(grep -c '"classes"' out)" -eq 1 ]
has '--within --json: and the passage' out '{"same":35,"a":{"start":21,"end":221,"line":2,"column":1},"b":'
# another one, and both in another order: each is a passage, with its differences
second='Selon des habitants, deux convois sont partis lundi de la ville vers la frontière, mais un seul y est arrivé ce matin. Les autorités ne confirment pas encore cette information.'
printf 'Menu\n%s\nPartager\n%s\nLire aussi\n' "$dispatch" "$second" >page1
printf 'Titre\n%s\nPub\n%s\nContact\n' "$second" "$dispatch" | sed 's/ 12 / 13 /; s/ lundi / mardi /' >page2
run --within page1 page2
has '--within: passages in another order' out '= page1:2:1–2:'
has '--within: where both are' out '= page1:4:1–4:'
has '--within: the difference of the one' out '[-12-]{+13+}'
has '--within: and of the other' out '[-lundi-]{+mardi+}'
hasnt '--within: no passage has moved' out 'moved'
# words that two texts have in the same order by chance are no passage
awk 'BEGIN { for (i = 0; i < 40; i++) print "et a" i " b" i " c" i }' >chance
sed 's/[abc]/x&/g' chance >chance2
run --within chance chance2
has '--within: a word of four is no passage' out 'they share no passage'
printf 'Rien de commun\n' >else
run --within page1 else
status '--within: nothing in common' 1
has 'it is told' out 'they share no passage'
finish
