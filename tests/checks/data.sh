#!/bin/sh
# SPDX-License-Identifier: MIT
# The generators that read a table of data/ refuse what is wrong in it, and say where.
. "$(dirname "$0")/lib.sh"
scratch
tab=$(printf '\t')

# refuses PROGRAM LINE MESSAGE [FILE]: with the file in $tmp/data, and FILE, PROGRAM fails and tells LINE and MESSAGE.
refuses() {
	if told=$("$build/libnorm/$1" "$tmp/data" ${4:+"$4"} 2>&1 >/dev/null); then
		told='no error'
	fi
	case $told in
	*"data:$2: $3"*) none "$3" '' ;;
	*) none "$1 should say \"$2: $3\" of a bad table" "  $told" ;;
	esac
}

# bad TABLE PATTERN ROW: a copy of TABLE with the ROW (a format of printf) instead of the first line with PATTERN.
bad() {
	# shellcheck disable=SC2059 # a format
	printf "$3\n" >"$tmp/row"
	line=$(grep -n -m 1 -e "$2" "$top/data/$1" | cut -d : -f 1)
	{ head -n $((line - 1)) "$top/data/$1"; cat "$tmp/row"; tail -n +$((line + 1)) "$top/data/$1"; } >"$tmp/data"
}

# refuses_row PROGRAM TABLE PATTERN ROW MESSAGE [FILE]: bad and refuses
refuses_row() {
	bad "$2.tsv" "$3" "$4"
	refuses "$1" "$line" "$5" ${6:+"$6"}
}

place() { refuses_row places/gen_gazetteer places/areas "$@"; }
exception() { refuses_row arabic/gen_exceptions arabic/exceptions "$@"; }
words() { refuses_row text/gen_words languages/words "$@"; }
units() { refuses_row french/gen_units french/units "$@"; }
codes() { refuses_row repair/gen_codepages encodings/mac-arabic "$@"; }
pairs() { refuses_row repair/gen_evidence languages/letter-pairs "$@"; }
entity() { refuses_row repair/gen_entities repair/entities "$@"; }
cue() { refuses_row places/gen_cues places/cues "$@" "$top/data/places/ambiguous.tsv"; }
hyphen() { refuses_row repair/gen_hyphens repair/hyphens "$@"; }
order() { refuses_row repair/gen_letter_order languages/letter-order "$@"; }
known() { refuses_row repair/gen_arabic_words languages/arabic-words "$@"; }
letters() { refuses_row places/gen_name_letters places/name-letters "$@"; }
generics() { refuses_row places/gen_name_words places/generics "$@"; }
channel() { refuses_row places/gen_name_channel places/name-channel "$@"; }

romanised() {
	bad places/arabise-model.tsv "$1" "$2"
	none "a mistake in a model is not found: $3" "$("$build/libnorm/places/gen_romanise" arabise "$tmp/data" 2>&1 >/dev/null |
		grep -qF ":$line: $3" || echo "  line $line: $2")"
}

# french TABLE PATTERN ROW MESSAGE: the three tables of French words are read by one program.
french() {
	bad "french/$1.tsv" "$2" "$3"
	set -- "$1" "$4"
	files=
	for file in capitals ligatures abbreviations; do
		[ "$file" = "$1" ] && files="$files $tmp/data" || files="$files $top/data/french/$file.tsv"
	done
	# shellcheck disable=SC2086 # three names
	told=$("$build/libnorm/french/gen_words" $files 2>&1 >/dev/null) || :
	case $told in
	*"data:$line: $2"*) none "$2" '' ;;
	*) none "gen_words should say \"$line: $2\" of a bad table" "  $told" ;;
	esac
}

for table in arabic/exceptions:arabic/gen_exceptions languages/words:text/gen_words french/units:french/gen_units \
	encodings/mac-arabic:repair/gen_codepages languages/letter-pairs:repair/gen_evidence \
	languages/letter-order:repair/gen_letter_order languages/arabic-words:repair/gen_arabic_words \
	repair/entities:repair/gen_entities repair/hyphens:repair/gen_hyphens \
	places/areas:places/gen_gazetteer places/sahel:places/gen_gazetteer \
	places/name-letters:places/gen_name_letters places/generics:places/gen_name_words \
	places/name-channel:places/gen_name_channel; do
	none "$table is not accepted" "$("$build/libnorm/${table#*:}" "$top/data/${table%:*}.tsv" 2>&1 >/dev/null)"
done

exception "^hamza-seat${tab}U+0624" 'hamza-sea\tU+0624 ؤ\tU+0648 و\tx' 'there is no kind "hamza-sea"'
exception "^alef${tab}U+0623" 'alef\tU+0622 آ\tU+0627 ا\tx' 'U+0622 آ twice'
exception "^alef${tab}U+0672" 'alef\tU+0621 ء\tU+0627 ا\tx' 'out of order: alef U+0621 ء'
exception "^punctuation${tab}U+061F" 'alef\tU+0675 ٵ\tU+0627 ا\tx' 'out of order: alef U+0675 ٵ'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ي\tx' 'the code point and the character of "U+0627 ي"'
exception "^alef${tab}U+0623" 'alef\tU+0623 أx\tU+0627 ا\tx' 'the code point and the character of "U+0623 أx"'
exception "^alef${tab}U+0623" 'alef\tأ\tU+0627 ا\tx' '"أ" is not written like'
exception "^alef${tab}U+0623" 'alef\tU+110000 أ\tU+0627 ا\tx' 'the code point and the character of "U+110000 أ"'
exception "^alef${tab}U+0623" 'alef\tU+623 أ\tU+0627 ا\tx' '"U+623 أ" is not written like'
exception "^alef${tab}U+0623" 'alef\tU+0623 \330\tU+0627 ا\tx' 'bytes that are not UTF-8'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ا' '3 cells instead of 4'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ا\tx\ty' 'more than 4 cells'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ا\t' 'an empty cell'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ا\tx ' 'a space too many'
exception "^alef${tab}U+0623" 'alef\tU+0623 أ\tU+0627 ا\tx\r' 'a control character'
exception "^alef${tab}U+0673" 'alef\tU+0675 ٵ\tU+0627 ا\tx' 'no fold looks at U+0675 ٵ'
exception "^initial-run" 'initial-run\tU+062A ت\tU+062A ت\tx' 'this kind has "-"'
exception "^word${tab}U+FD40" 'word\tU+0628 ب\tرحمه الله\tx' 'U+0628 ب is no sign for words'
exception "^word${tab}U+FD40" 'word\tU+FD40 ﵀\t123456789 123456789 123456789 123\tx' 'more than 32 characters'
grep -v '^teh-marbuta' "$top/data/arabic/exceptions.tsv" >"$tmp/data"
refuses arabic/gen_exceptions "$(wc -l <"$tmp/data")" 'no rows of kind "teh-marbuta"'

words "^en$tab" 'english\tof the\tx' 'there is no language "english"'
words "^en$tab" 'en\tthe of\tx' 'out of order: "of"'
words "^es$tab" 'fr\tzut\tx' 'out of order: fr'
words "^en$tab" 'en\tof of\tx' '"of" twice'
words "^ar$tab" 'ar\tالى الي\tx' '"الي" twice, or with another word of the same key'
words "^en$tab" 'en\tnotwithstanding\tx' '"notwithstanding" has more than 8 letters'
words "^en$tab" 'en\tdo4\tx' '"do4" has a character that no key has'
words "^en$tab" 'en\tof\377\tx' 'bytes that are not UTF-8'
units "^km${tab}" 'km\tunits\tinsert\tx' "there is no kind 'units'"
units "^km${tab}" 'km\tunit\tglue\tx' "'insert' or 'keep' expected, not 'glue'"
units "^cm${tab}" 'km\tunit\tinsert\tx' "'km' stands here twice"
units "^km${tab}" 'km\tunit\tinsert' '3 cells instead of 4'
codes "^91" '92\tU+00EB\tLETTER' 'byte 91 expected'
codes "^91" '9g\tU+00EB\tLETTER' '"9g" is no number of 2 digits'
codes "^91" '91\t00EB\tLETTER' '"00EB" is not written like "U+0041"'
codes "^91" '91\tU+EB\tLETTER' '"EB" is no number of 4 digits'
codes "^91" '91\tU+00EB' '2 cells instead of 3'
grep -v '^FF' "$top/data/encodings/mac-arabic.tsv" >"$tmp/data"
refuses repair/gen_codepages "$(wc -l <"$tmp/data")" 'byte FF is missing'
place "^ln:xx-afrique${tab}${tab}continent${tab}2" 'ln:xx-afrique\t\tcontinent\t2\t17\tfr\tAfrique\tpreferred' '8 cells instead of 9'
place "^ln:xx-afrique${tab}${tab}continent${tab}2" 'ln:xx-afrique\t\tcontinent\t2\t17\tfr\tAfrique²\tpreferred\tcldr48' '"Afrique²", in language fr, has U+00B2'
place "^ln:xx-afrique${tab}.*continent africain" 'ln:xx-afrique\tTD\tcontinent\t\t\tfr\tAfrica\tvariant\tcldr48' \
	'place ln:xx-afrique has another country in'
romanised "^c${tab}a${tab}C" 'd\ta\tC\t0' 'there is no kind "d"'
romanised "^c${tab}a${tab}C" 'c\ta\tC' '3 cells instead of 4'
romanised "^c${tab}b${tab}C" 'c\ta\tC\t0' 'out of order'
romanised "^w${tab}aa${tab}C" 'w\taa\tC\t0:128' 'no weight at "0:128"'
romanised "^w${tab}aa${tab}C" 'w\taa\tC\t0' 'no weight at "0"'
pairs "^shared${tab}digit" 'share\tdigit\tU+0030' 'there is no kind "share"'
pairs "^shared${tab}digit" 'shared\tdigit\t0-9' '"0-9" is not written like "U+0041"'
pairs "^shared${tab}digit" 'shared\tdigit\tU+0030-9' '"9" is not written like "U+0041"'
pairs "^shared${tab}digit" 'shared\tdigit\tU+0030 U+0061' 'U+0061 twice'
pairs "^letters${tab}-${tab}ABC" 'letters\t-\tABCa' 'U+0061 twice'
pairs "^shared${tab}digit" 'shared\tdigits-of-any-kind\tU+0030' 'too many classes, or the name of one too long'
pairs "^pairs${tab}b" 'pairs\tß\ta:1' 'there is no class "ß"'
pairs "^pairs${tab}b" 'pairs\tb\ta:1 ß:2' 'there is no class "ß"'
pairs "^pairs${tab}b" 'pairs\tb\ta:1 b' '"b" is not written like "a:12"'
pairs "^pairs${tab}b" 'pairs\tb\ta:1 b:x' '"b:x" is not written like "a:12"'
order "^_${tab}أ" '_\tx\tب:3' '"x" does not begin with an Arabic letter or _'
order "^_${tab}أ" '_\tأب\tب:3' '"أب" is more than one letter'
order "^_${tab}أ" '_\t_\tب:3' 'the edge of a word is no letter'
order "^_${tab}أ" '_\tأ\tب3' '"ب3" does not begin like "_:12"'
order "^_${tab}أ" '_\tأ\tب:0' '"ب:0" does not begin like "_:12"'
order "^_${tab}أ" '_\tأ\tب:3x' '"ب:3x" does not begin like "_:12"'
order "^_${tab}أ" '_\tآ\tب:3' '"ب:3" twice'
known "^8${tab}ين${tab}" '8\tي\tظر' '"ي" is not two letters'
known "^8${tab}ين${tab}" '8\tينظ\tر' '"ينظ" is not two letters'
known "^8${tab}ين${tab}" '8\tين\tظرx' '"ظرx" does not begin with a word of at most 16 Arabic letters'
known "^8${tab}ين${tab}" '8\tين\tظر ظظظظظظظظظظظظظظظظ' '"ظظظظظظظظظظظظظظظظ" does not begin with a word'
known "^8${tab}ين${tab}" '8\tين\t_ظ' '"ظ" is behind a word'
known "^8${tab}ين${tab}" '0\tين\tظر' '"0" is no number from 1 to 65536'
french capitals "^âge${tab}" 'âge\tsometimes\tnews' 'unknown word in a column: sometimes'
french capitals "^âge${tab}" 'age\tany\tnews' 'no accent to restore'
french capitals "^âge${tab}" 'Âge\tany\tnews' 'not in small letters of French'
french capitals "^âge${tab}" 'âge\tany' '2 cells instead of 3'
french ligatures "^æquo${tab}" 'equo\tnews' 'not one ligature'
french abbreviations "^Mme${tab}" 'M.\ttitle\tlexique' 'the abbreviation is there twice'

entity "^eacute$tab" 'eacute\tboth\tU+00E9\thtml' 'there is no form "both"'
entity "^eacute$tab" 'eacute\teither\t00E9\thtml' '"00E9" is not written like U+00E9'
entity "^eacute$tab" 'eacute\teither\tU+E9\thtml' '"U+E9" is not written like U+00E9'
entity "^eacute$tab" 'eacute\teither\tU+D800\thtml' '"U+D800" is not written like U+00E9'
entity "^eacute$tab" 'eacute\teither\tU+110000\thtml' '"U+110000" is not written like U+00E9'
entity "^eacute$tab" 'eacute\teither\tU+0065 U+0301 U+0301\thtml' 'more than two code points'
entity "^eacute$tab" 'Eacute\teither\tU+00E9\thtml' 'out of order: "Eacute"'
entity "^eacute$tab" 'e-acute\teither\tU+00E9\thtml' '"e-acute" is not 2 to 31 letters and digits'
entity "^eacute$tab" 'eacutesmall\teither\tU+00E9\thtml' '"eacutesmall" has more than 6 letters'
hyphen "^first${tab}celui" 'begin\tcelui\tnews' 'there is no kind "begin"'
hyphen "^first${tab}celui" 'first\tcelui-ci\tnews' '"celui-ci" is not small letters'
hyphen "^whole${tab}mi-temps" 'whole\tmitemps\tnews' '"mitemps" is not small letters, a hyphen, small letters'
hyphen "^first${tab}celui" 'first\tabc\tnews' 'out of order: first abc'
hyphen "^link${tab}de" 'last\tzut\tnews' 'out of order: last zut'
hyphen "^whole${tab}mi-temps" 'whole\tmicroscopiquement-petites\tnews' '"microscopiquement-petites" has more than 23 characters'
letters "^ب$tab" 'بب\tب\tB\tx' '"بب" is more than one letter'
letters "^ب$tab" 'b\tb\tB\tx' '"b" is no Arabic letter'
letters "^ب$tab" 'ب\tب\tQ\tx' 'there is no class "Q"'
letters "^ب$tab" 'ب\tب\tBFT\tx' 'more than 2 classes'
letters "^ت$tab" 'ب\tب\tB\tx' '"ب" stands here twice'
letters "^ب$tab" 'ب\tت\tB\tx' '"ب" is read as a letter that is not above'
generics "^area" 'areas\tarea\twilaya\tx' 'there is no kind "areas"'
generics "^link" 'link\tlink\tde la\tx' '"de la" is not one word of up to 16 letters'
generics "^link" 'link\tlink\tNORD\tx' '"NORD" stands here twice'
channel "^cross$tab" 'across\tب\tb\t1' 'there is no channel "across"'
channel "^cross$tab" 'cross\tb\tb\t1' 'U+0062 is no letter on this side'
channel "^cross$tab" 'cross\tب\tabcde\t1' 'too many chunks, or one too long'
channel "^cross$tab" 'cross\tب\tb\t1000' '"1000" is no weight from -400 to 400'
channel "^latin$tab" 'cross\tب\tb\t1' 'ب to b stands here twice'
channel "^cross-algeria$tab" 'cross-mars\tب\tb\t1' 'no country has this habit, or "cross" lacks it'
channel "^country$tab" 'country\tDZA\tx\t-' 'too many countries or habits, or one that is not written like DZ'
cue '^vers' "vers${tab}fr${tab}nowhere" 'there is no kind "nowhere"'
cue '^vers' "vers${tab}fr" '2 cells instead of 3'
cue '^vers' "北京${tab}fr${tab}place" '"北京" has no letters, or others than Latin and Arabic ones'
finish
