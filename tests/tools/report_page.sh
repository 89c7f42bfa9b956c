#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report: a page as scrapers bring them, with every number counted by hand.
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"

# A headline four times, one of them with a no-break space; two styles of quotation marks and apostrophes, and one inside the
# other; three kinds of spaces in front of marks; digits of two shapes; tatweel; characters that do not show
sed 's/{NBSP}/\xC2\xA0/g; s/{ZWSP}/\xE2\x80\x8B/g; s/{RLM}/\xE2\x80\x8F/g; s/{RLE}/\xE2\x80\xAB/g' >page.txt <<'END'
Accueil
Mali : des combats près de Tinzaouatène
مالي: معارك قرب تين زواتين

Mali{NBSP}: des combats près de Tinzaouatène
« L’armée a “perdu” une bataille », dit-il.
"L'armée" répond: «rien»{ZWSP} !
Mali : des combats près de Tinzaouatène
{RLM}قالـت الوزارة: ١٢ قتيلا و 5 جرحى{RLE}
Mali : des combats près de Tinzaouatène
END

# numbers SECTION: those of the total, without the empty column of the file
numbers() {
	run --tsv -t --only="$1" page.txt
	cut -f 2- out | tr '\t' ' ' >numbers
}
expect() {
	cat >expected
	same "$1" numbers expected
}

numbers size
expect 'size: the letters are 7, four times 32, 21, 28, 16 and 21' <<'END'
counts files value 1
counts texts value 1
counts bytes value 376
counts characters value 303
counts lines value 10
counts paragraphs value 9
counts letters value 221
counts invalid value 0
encodings UTF-8 paragraphs 9
encodings UTF-8 bytes 376
END
numbers scripts
expect 'scripts: lines 1 and 2, 5 to 8, 10 are Latin; 3 and 9 Arabic' <<'END'
scripts Arabic letters 42
scripts Arabic runs 2
scripts Latin letters 179
scripts Latin runs 3
END
numbers languages
expect 'languages: seven lines of French with four quotations, two of Arabic; a blank one has none' <<'END'
languages ar sentences 2
languages ar letters 42
languages ar bytes 111
languages fr sentences 11
languages fr letters 179
languages fr bytes 264
END
numbers styles
expect 'styles' <<'END'
styles apostrophes/fr/curly count 1
styles apostrophes/fr/straight count 1
styles digits/ar/arabic count 1
styles digits/ar/ascii count 1
styles inner-quotes/fr/curly count 2
styles quotes/fr/guillemets count 4
styles quotes/fr/straight count 2
styles space-before-colon/ar/none count 2
styles space-before-colon/fr/no-break count 1
styles space-before-colon/fr/none count 1
styles space-before-colon/fr/space count 3
styles space-before-high-marks/fr/space count 1
styles space-in-guillemets/fr/none count 2
styles space-in-guillemets/fr/space count 2
END
numbers arabic
expect 'Arabic letters' <<'END'
arabic alef-bare count 7
arabic alef-maqsura count 1
arabic digits-arabic count 2
arabic kaf count 1
arabic tatweel count 1
arabic teh-marbuta count 1
arabic yeh count 4
END
numbers places
expect 'places' <<'END'
places cldr:ML count 5
places ln:ml-tinzaouatene count 5
place_forms cldr:ML/Mali count 4
place_forms cldr:ML/مالي count 1
place_forms ln:ml-tinzaouatene/Tinzaouatène count 4
place_forms ln:ml-tinzaouatene/تين زواتين count 1
END
numbers characters,rules
expect 'findings, and what is wrong with characters that do not show' <<'END'
counts errors value 0
counts warnings value 3
counts notes value 15
counts known value 0
invisible U+00A0 count 1
invisible U+00A0 suspicious 0
invisible U+00A0 unpaired 0
invisible U+200B count 1
invisible U+200B suspicious 1
invisible U+200B unpaired 0
invisible U+200F count 1
invisible U+200F suspicious 0
invisible U+200F unpaired 0
invisible U+202B count 1
invisible U+202B suspicious 0
invisible U+202B unpaired 1
rules arabic.tatweel edits 1
rules arabic.tatweel reports 0
rules controls.bidi edits 2
rules controls.bidi reports 0
rules controls.zero-width edits 1
rules controls.zero-width reports 0
rules french.apostrophes edits 1
rules french.apostrophes reports 0
rules french.colon edits 4
rules french.colon reports 0
rules french.high-marks edits 1
rules french.high-marks reports 0
rules french.missing-spaces edits 7
rules french.missing-spaces reports 0
rules french.quote-spaces edits 8
rules french.quote-spaces reports 0
rules french.quotes edits 2
rules french.quotes reports 0
END

# One of them has a no-break space; the shortest line has 16 letters
run --json --only=repeats page.txt
sed -n 1p out >file
sed -n 2p out >total
has 'a headline that comes again: how often, and where first' file '"count":4,"line":2,"text":"Mali : des combats près de Tinzaouatène"'
has 'how many do, and how often' file '"counts":{"repeated":1,"repetitions":3}'
has 'in the total' total '"texts":1,"count":4,"file":"page.txt","text":"Mali : des combats près de Tinzaouatène"'
holds 'with what is there once' [ "$(grep -o '"hash"' total | wc -l)" -eq 4 ]

# One by one
run --lint page.txt
status 'there are findings' 1
holds 'each is told: 15 notes and 3 warnings' [ "$(wc -l <out)" -eq 18 ]
cat >expected <<'END'
page.txt:2:5: note: space before a colon: " " (U+0020) → "<U+00A0>" (U+00A0) [french.colon]
page.txt:6:2: note: space inside « »: " " (U+0020) → "<U+00A0>" (U+00A0) [french.quote-spaces]
page.txt:6:33: note: space inside « »: " " (U+0020) → "<U+00A0>" (U+00A0) [french.quote-spaces]
page.txt:7:1: note: quotation mark that is no guillemet; missing space beside punctuation; space inside « »: """ (U+0022) → "«" (U+00AB) [french.quotes, french.missing-spaces, french.quote-spaces]
page.txt:7:2: note: missing space beside punctuation; space inside « »: "" → "<U+00A0>" (U+00A0) [french.missing-spaces, french.quote-spaces]
page.txt:7:3: note: mark that stands for an apostrophe: "'" (U+0027) → "’" (U+2019) [french.apostrophes]
page.txt:7:9: note: missing space beside punctuation; space inside « »: "" → "<U+00A0>" (U+00A0) [french.missing-spaces, french.quote-spaces]
page.txt:7:9: note: quotation mark that is no guillemet; missing space beside punctuation; space inside « »: """ (U+0022) → "»" (U+00BB) [french.quotes, french.missing-spaces, french.quote-spaces]
page.txt:7:17: note: missing space beside punctuation; space before a colon: "" → "<U+00A0>" (U+00A0) [french.missing-spaces, french.colon]
page.txt:7:20: note: missing space beside punctuation; space inside « »: "" → "<U+00A0>" (U+00A0) [french.missing-spaces, french.quote-spaces]
page.txt:7:24: note: missing space beside punctuation; space inside « »: "" → "<U+00A0>" (U+00A0) [french.missing-spaces, french.quote-spaces]
page.txt:7:25: warning: zero width space or word joiner: "<U+200B>" (U+200B) → "" [controls.zero-width]
page.txt:7:26: note: space before ; ! or ?: " " (U+0020) → "<U+202F>" (U+202F) [french.high-marks]
page.txt:8:5: note: space before a colon: " " (U+0020) → "<U+00A0>" (U+00A0) [french.colon]
page.txt:9:1: warning: bidirectional control: "<U+200F>" (U+200F) → "" [controls.bidi]
page.txt:9:5: note: tatweel: "ـ" (U+0640) → "" [arabic.tatweel]
page.txt:9:34: warning: bidirectional control: "<U+202B>" (U+202B) → "" [controls.bidi]
page.txt:10:5: note: space before a colon: " " (U+0020) → "<U+00A0>" (U+00A0) [french.colon]
END
same 'columns count characters' out expected
run --lint --byte-columns page.txt
has 'or bytes' out 'page.txt:6:41: note: space inside'
run --fail-on=error page.txt
status 'none of them is an error' 0
run --fail-on=warning page.txt
status 'some are warnings' 1
run --fail-on=off page.txt
status 'and it may not matter' 0

# To be read
run page.txt
has 'the usual style' out 'Quotation marks             French              « guillemets »                   4  66.7%'
has 'what departs from it' out 'page.txt:7:1: """  "L'"'"'armée" répond: «rien»'
has 'a character that does not show' out 'U+200B ZERO WIDTH SPACE                          1  1 suspicious'
has 'a legitimate one' out 'U+00A0 NO-BREAK SPACE                            1  legitimate'
has 'a rule with an example' out 'page.txt:7:25: "<U+200B>" → ""'
has 'a place' out 'Tinzaouatène · تين زواتين (town ML, ln:ml-tinzaouatene):'
has 'what comes again' out '4 × in 1 text  Mali : des combats près de Tinzaouatène'
holds 'nothing in it is invisible' [ -z "$(LC_ALL=C tr -d '\n' <out | LC_ALL=C grep -E "$(printf '\342\200[\213-\217\252-\256]|\302\240')")" ]
printf 'Il dit \342\200\213(le "mot" rare) ici.\n' >hidden
run --only=styles hidden
hasnt 'a bracket is no quotation, whatever stands in front of it' out 'Inner quotation marks'
printf 'Une hausse de 5 \342\200\213%% hier.\n' >hidden
run --only=styles hidden
has 'nor does it hide the space in front of a percent sign' out 'In front of the percent sign French              ordinary space'
run --only=size page.txt
hasnt 'one section only' out 'Languages'
languages
LANGUAGE=fr run --rules
has 'severities are words for programs, in all languages' out 'french.colon             note     '
run --rules --json
has 'as JSON' out '{"id":"french.colon","severity":"note","class":"reversible"'
finish
