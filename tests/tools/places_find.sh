#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places find: places in texts, with offsets that are checked against the bytes of the source.
# shellcheck disable=SC1112 # typographic quotes are meant
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

cat >table <<'END'
id	country	feature	lat	lon	lang	form	status	source
ln:bamako	ML	capital	12.65	-8	fr	Bamako	preferred	test
ln:bamako	ML	capital	12.65	-8	ar	باماكو	preferred	test
ln:tinza	ML	town	19.95	2.97	fr	Tinzaouatène	preferred	test
ln:tinza	ML	town	19.95	2.97	fr	Tin Zaouatine	variant	test
ln:tinza	ML	town	19.95	2.97	ar	تين زواتين	preferred	test
ln:abeche	TD	city			fr	Abéché	preferred	test
ln:abeche	TD	city			ar	أبشي	preferred	test
ln:cairo	EG	capital			fr	Le Caire	preferred	test
ln:cairo	EG	capital			ar	القاهرة	preferred	test
END
run compile -o places.gaz table
status 'the gazetteer of this test' 0
find_() { run find --no-base -g places.gaz "$@"; }

# A decomposed accent, harakat, a clitic, an elided article, a no-break space
printf 'Le maire est allé à Bamako, puis à Tin\302\240Zaouatine.\n\nRetour d’Abe\314\201che\314\201 au Caire.\n' >text
printf 'وصل إلى بَامَاكُو ثم وبالقاهرة، ومنها إلى تين زواتين.\n' >>text

# How sure the finder is may change: the figure is cut off.
find_ text
status 'text' 0
holds 'text tells how sure it is' [ "$(grep -cE ' (100|[5-9][0-9]) %$' out)" -eq 7 ]
sed 's/ [0-9]* %$//' out >shown
text 'text for people' shown 'text:1:21: Bamako → Bamako · باماكو (capital, ML) ln:bamako
text:1:36: Tin Zaouatine → Tinzaouatène · تين زواتين (town, ML) ln:tinza
text:3:10: Abe\314\201che\314\201 → Abéché · أبشي (city, TD) ln:abeche
text:3:22: Caire → Le Caire · القاهرة (capital, EG) ln:cairo
text:4:9: بَامَاكُو → Bamako · باماكو (capital, ML) ln:bamako
text:4:24: القاهرة → Le Caire · القاهرة (capital, EG) ln:cairo
text:4:43: تين زواتين → Tinzaouatène · تين زواتين (town, ML) ln:tinza'

# Each row of TSV: the bytes of the source at its offsets are its text
check_offsets() {
	while IFS='	' read -r file start end found rest; do
		tail -c +$((start + 1)) "$file" | head -c $((end - start)) >bytes
		printf %s "$found" | cmp -s - bytes || echo "$file $start $end $found $rest"
	done <"$1"
}
find_ --format=tsv text
status 'TSV' 0
holds 'TSV has a row for each place' [ "$(wc -l <out)" -eq 7 ]
cp out rows
holds 'the offsets of TSV are those of the text' [ -z "$(check_offsets rows)" ]
sed -n 2p out | cut -f1-9 >second
text 'a row of TSV' second 'text\t38\t52\tTin\302\240Zaouatine\tln:tinza\tML\ttown\tTinzaouatène\tتين زواتين'
holds 'its last cell is how sure it is' [ -z "$(cut -f10 out | grep -vxE '1\.000|0\.[5-9][0-9][0-9]')" ]

find_ --format=jsonl text
status 'JSON Lines' 0
holds 'JSON Lines has a line for each place' [ "$(wc -l <out)" -eq 7 ]
sed -n 2p out >second
has 'an object: where' second '{"file":"text","start":38,"end":52,"text":"Tin'
has 'what' second ',"id":"ln:tinza","country":"ML","feature":"town","lat":19.95000,"lon":2.97000,"form":"Tin Zaouatine","status":"variant","fr":"Tinzaouatène","ar":"تين زواتين","confidence":'
sed -n 3p out >third
has 'the bytes as they came' third "$(printf 'Abe\314\201che\314\201')"
has 'what is not known is not there' third '"feature":"city","form"'

find_ - <text
sed 's/^-:/text:/' out >piped
find_ text
same 'standard input is -' piped out
awk -F '\t' '$10 >= 0.995' rows >sure
find_ --min=0.995 --format=tsv text
same '--min leaves out what is less sure' out sure
holds 'there is such' [ -s sure ]
holds 'and other' [ "$(wc -l <sure)" -lt 7 ]
find_ --min=1 text
status 'nothing is so sure' 1

# Two files, one after the other; what is in them tells nothing of the other
printf 'à Bamako' >other
find_ --format=tsv text other
tail -n 1 out >last
has 'the second file, with offsets of its own' last "$(printf 'other\t3\t9\tBamako')"
name=$(printf 'two\tlines\nof a name')
cp other "$name"
find_ --format=tsv "$name"
find_ "$name"
has 'a name of a file is one line' out 'two<U+0009>lines<U+000A>of a name:1:3: Bamako'
find_ --format=tsv "$name"
has 'a name of a file is one cell' out "$(printf 'two lines of a name\t3\t9\tBamako')"
find_ missing other
status 'one file is not there' 2
has 'it is named' err 'missing: '
has 'the other is read' out 'other:1:3: Bamako'

# Page
find_ --html text
status '--html' 0
has 'it is a page' out '<!DOCTYPE html>'
has 'a place is marked, with what is known of it' out '<mark tabindex=0 data-id="ln:bamako" title="Bamako · باماكو (capital, ML) '
find_ --format=html text
has '--format=html is the same' out '<mark tabindex=0 data-id="ln:bamako"'
# the text is all there, without the marks
sed -n '/<h1/,$p' out | sed '1d; s/<[^>]*>//g' | grep . >page
grep . text >lines
same 'the page has the whole text' page lines
printf 'à <b>Bamako & "Le Caire"\001\377\n' >signs
find_ --html signs
has 'signs of HTML are written as such' out 'à &lt;b&gt;<mark'
has 'also behind a place' out '</mark> &amp; &quot;'
has 'what cannot be shown' out "&quot;$(printf '\357\277\275\357\277\275')"

# JSON Lines as input
cat >records <<'END'
{"id":1,"text":"Il est \u00e0 Bamako.","title":"Abéché"}

{"id":2,"text":7,"title":"Rien"}
{"id":3,"text":"وصل إلى باماكو","title":"Abéché"}
END
find_ --jsonl=text --format=tsv records
status '--jsonl' 0
cut -f1-10 out >rows
text '--jsonl: file, line, bytes of the decoded text' rows 'records\t1\t10\t16\tBamako\tln:bamako\tML\tcapital\tBamako\tباماكو
records\t4\t14\t26\tباماكو\tln:bamako\tML\tcapital\tBamako\tباماكو'
find_ --jsonl=text --format=jsonl records
has 'the line is the record' out '{"file":"records","record":4,"start":14'
find_ --jsonl=text records
has 'for people: file, line, line and column of the text' out 'records:4:1:9: باماكو'
printf '{"text":"à Bamako"}\n{"text":\n{"text":"au Caire"}\n' >bad
find_ --jsonl=text bad
status 'a line that is no JSON' 2
has 'it is named' err 'bad:2: not a valid line of JSON: premature EOF'
has 'what was there before is told' out 'Bamako'

printf '\357\273\277{"text":"à Bamako"}\r\n \t\r\n' >marked
find_ --jsonl=text --format=jsonl marked
status 'a byte order mark, and a line of spaces' 0
has 'the text behind it' out '"start":3,"end":9'

# Texts in other encodings: found out for each paragraph, with offsets of the bytes as they came
printf 'Le maire est allé à Bamako.\n' >french
printf 'وصل الوزير إلى باماكو ثم القاهرة في المساء.\n' >arabic
cat french arabic >both
find_ both
sed 's/^both/foreign/; s/ [0-9]* %$//' out >expected
iconv -f UTF-8 -t windows-1252 french >latin
iconv -f UTF-8 -t windows-1256 arabic >page
cat latin page >foreign
find_ foreign
sed 's/ [0-9]* %$//' out >shown
same 'a paragraph in windows-1252, one in windows-1256' shown expected
find_ --format=tsv foreign
cut -f1-4 out >rows
text 'their bytes' rows 'foreign\t20\t26\tBamako
foreign\t43\t49\tباماكو
foreign\t53\t60\tالقاهرة'
iconv -f UTF-8 -t UTF-16LE both >foreign
find_ foreign
sed 's/ [0-9]* %$//' out >shown
same 'UTF-16' shown expected
find_ --format=jsonl foreign
has 'its bytes' out '"start":40,"end":52,"text":"Bamako"'
find_ --from=windows-1256 page
has '--from' out 'page:1:16: باماكو'
find_ --from=UTF-8 page
status '--from=UTF-8: nothing is found out' 1
find_ --from=klingon page
status 'no encoding' 2
has 'it is named' err '--from=klingon: there is no encoding of that name'
find_ --from=UTF-16 --jsonl=text records
status '--from and --jsonl' 2
awk 'BEGIN { for (i = 0; i < 600; i++) printf "%c%c", 1 + i % 8, 128 + i % 100 }' >binary
head -c 2000 /dev/zero >>binary
find_ binary other
status 'a binary file' 2
has 'it is named' err 'binary: is a binary file, no text'
has 'and the next one is read' out 'other:1:3: Bamako'

# Offsets of a text larger than a block: lines of 30 bytes, a place in each hundred thousandth
awk 'BEGIN { for (i = 1; i <= 800000; i++) print i % 100000 ? "abcdefghijklmnopqrstuvwxyzabc" : "Il est allé hier à Bamako..." }' >large
find_ --format=tsv large
holds 'all places of a large text' [ "$(wc -l <out)" -eq 8 ]
cp out rows
holds 'their offsets are right' [ -z "$(check_offsets rows)" ]
find_ large
has 'and their lines' out 'large:800000:20: Bamako'
iconv -f UTF-8 -t windows-1252 large >page
find_ --format=tsv --from=windows-1252 page
sed 's/^large/page/' rows | awk -F '\t' -v OFS='\t' '{ $2 -= 2 * NR; $3 -= 2 * NR; print }' >expected
same 'also in another encoding' out expected
finish
