#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places lookup, match, rank, romanise, arabise: names by themselves, with the places that come with the library.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

# lookup: any spelling, in both scripts, or an id
run lookup Tinzawaten
status 'lookup of a variant' 0
has 'its place' out 'Tinzaouatène · تين زواتين (town, ML) '
has 'its preferred form, with language and source' out 'fr        Tinzaouatène'
has 'other forms' out 'Tin Zaouatine'
cp out french
run lookup 'تِنزواتين'
status 'lookup in Arabic, with a mark' 0
same 'it is the same place' out french
run lookup 'TIN-ZAOUATINE'
same 'case and hyphens do not matter' out french
id=$(sed -n '1s/.* (town, ML) \([^ ]*\).*/\1/p' french)
run lookup "$id"
same 'lookup of an id' out french
run lookup --json "$id"
status '--json' 0
has 'the object' out "{\"name\":\"$id\",\"id\":\"$id\",\"country\":\"ML\",\"feature\":\"town\",\"lat\":"
has 'its forms' out '{"form":"Tinzaouatène","lang":"fr","status":"preferred","source":"'
holds 'an object on a line' [ "$(wc -l <out)" -eq 1 ]
run lookup Tripoli
holds 'all places of a name' [ "$(grep -c '^[^ ]' out)" -ge 2 ]
run lookup -- -x ''
status 'what is no name' 1
has 'the empty one, too' err '""'

# match
run match Tinzaouatène تنزواتين
status 'match' 0
has 'the key of the first' out 'Tinzaouatène  TNZTN'
has 'the key of the second' out 'تنزواتين  TNZTN'
has 'the verdict' out ': taken for the same name'
has 'why: letters' out '  z ~ ز  sound +'
has 'why: what has no counterpart' out '  i ~ ∅  sound -'
run match Bamako Khartoum
status 'two names' 1
has 'that is said' out ': not taken for the same name'
run match 'ولاية وادي فيرا' 'région du Wadi Fira'
status 'words of the lexicon' 0
has 'they are named' out 'ignored'
run match --json 'Sergueï Lavrov' 'سيرغي لافروف'
status 'a person' 0
has 'JSON' out '{"a":"Sergueï Lavrov","b":"سيرغي لافروف","a_keys":["'
has 'its verdict' out '"same":true,"parts":[{"a":"'
run match '' ''
status 'no names' 1
has 'no score' out 'score 0.000'
# ج is dj in Algeria and g in Egypt
score() { "$tool" match --json --country="$1" "$2" "$3" | grep -oE '"score":[0-9.]*' | cut -d: -f2; }
egypt=$(score EG Guirga جرجا) algeria=$(score DZ Guirga جرجا)
holds "the country counts ($egypt in Egypt, $algeria in Algeria)" awk "BEGIN { exit !($egypt > $algeria) }"

# rank
printf 'Bamako\nTinzaouatène\nXyzzy\n\n' >french
printf 'الخرطوم\tSD\nتنزواتين\tML\nباماكو\tML\nبماكو\tML\n' >arabic
run rank french arabic
status 'rank' 0
cut -f1,2,4 out >pairs
text 'the best of the second list for each name of the first' pairs 'Bamako\tباماكو\tsame
Tinzaouatène\tتنزواتين\tsame'
run rank --count=2 french arabic
cut -f1,2,4 out >pairs
text '--count' pairs 'Bamako\tباماكو\tsame
Bamako\tبماكو\tsame
Tinzaouatène\tتنزواتين\tsame'
run rank --json french arabic
has '--json tells the line of the second list' out '{"name":"Tinzaouatène","match":"تنزواتين","line":2,"score":0.'
run rank --country=SD french arabic
status 'only names of this country' 1
holds 'there is none' [ ! -s out ]
printf 'Bamako\tML\nKhartoum\tML\n' >french
run rank french arabic
cut -f1,2,4 out >pairs
text 'the country in the list' pairs 'Bamako\tباماكو\tsame'
# below the threshold names are proposed, and never called the same
printf 'غاو\n' >short
printf 'Gogui\nGaoua\nGuié\nKao\n' >others
run rank --min=0 --count=5 short others
holds 'there are several' [ "$(wc -l <out)" -gt 1 ]
holds 'some are only proposed' grep -q 'proposed$' out
grep 'proposed$' out | cut -f2 >unsure
holds 'the score says which' [ -z "$(awk -F '\t' '($3 >= 0.5) != ($4 == "same")' out)" ]
run rank --count=5 short others
hasnt 'without --min these are not told' out proposed
run rank --min=0 short unsure
status 'nothing that is the same' 1
has 'a proposal' out 'proposed'

# romanise, arabise
run romanise 'تين زواتين' 'القليعة'
status 'romanise' 0
text 'the gazetteer knows both' out 'تين زواتين\tTinzaouatène\tgazetteer\t1.000
القليعة\tKoléa\tgazetteer\t1.000'
printf 'تين زواتين\n\nباماكو\n' | "$tool" romanise >out 2>err
status=$?
status 'romanise in a pipe' 0
text 'a line for each line' out 'Tinzaouatène\n\nBamako'
run romanise --no-base -n 3 --country=DZ 'عين جديدة'
status 'rules' 0
holds 'three proposals' [ "$(wc -l <out)" -eq 3 ]
holds 'all of them by rules' [ "$(grep -c '	rules	0\.' out)" -eq 3 ]
has 'as in Algeria' out 'Aïn Djedida'
run romanise --json 'باماكو'
text 'JSON' out '{"name":"باماكو","text":"Bamako","origin":"gazetteer","confidence":1.000}'
run arabise Bamako
text 'arabise' out 'Bamako\tباماكو\tgazetteer\t1.000'
run romanise --scheme=french 'باماكو'
has 'the default scheme has a name, too' out 'Bamako'
run romanise --scheme=din-31635 'القُلَيْعَة'
status 'a scheme' 0
text 'DIN 31635' out 'القُلَيْعَة\tal-qulayʿa\tdin-31635\t1.000'
echo 'القليعة' | "$tool" romanise -s buckwalter >out 2>err
text 'Buckwalter' out AlqlyEp
"$tool" arabise -s buckwalter <out >back 2>err
text 'and back' back 'القليعة'
run arabise -s din-31635 al-qulaia
status 'a scheme that has no way back' 2
text 'it is named, and what there is' err 'norm-places: arabise has no scheme "din-31635"; it has: french, buckwalter'
run romanise -s nonsense x
status 'a scheme that there is not' 2
has 'it is named' err 'romanise has no scheme "nonsense"; it has: french, '
sed 's/.*it has: //; s/, /\n/g' err | sort >offered
{ echo french && for file in "$top"/data/translit/*.txt; do basename "$file" .txt; done; } | sort >expected
same 'so are those that there are' offered expected
run romanise -s /nonsense x
has 'nor is a path one' err 'romanise has no scheme "/nonsense"'
finish
