#!/bin/sh
# SPDX-License-Identifier: MIT
# Messages in French and Arabic, and what is laid out in columns with them.
# shellcheck disable=SC1112 # typographic quotes are meant
. "$(dirname "$0")/lib.sh"

if ! languages; then
	skip 'messages in other languages' 'no catalogues, built without them, or no locale for them'
	finish
fi

printf 'A  b\n' >file
LANGUAGE='fr' run missing
has 'French: a system message' err 'norm-convert: missing: '
LANGUAGE='fr' run --check --edits
has 'French: a message' err '--check et --edits sont incompatibles'
LANGUAGE='ar' run --check --edits
has 'Arabic: a message' err 'لا يُجمع بين --check و--edits'
LANGUAGE='fr' run --show-levels=x file
has 'French: a wrong form' err '--show-levels=x: doit être text ou json'
LANGUAGE='ar' run --show-levels=x file
has 'Arabic: a wrong form' err '--show-levels=x: يجب أن يكون text أو json'
LANGUAGE='fr' run -p serach
has 'French: a profile that is not there' err 'il n’y a pas de profil'
LANGUAGE='ar' run -p serach
has 'Arabic: a profile that is not there' err 'هل تقصد «search»؟'
LANGUAGE='fr' run -p ./missing.ini
has 'French: a profile that cannot be read' err './missing.ini: lecture impossible : fichier inexistant'
LANGUAGE='ar' run -p ./missing.ini
has 'Arabic: a profile that cannot be read' err './missing.ini: تتعذر قراءته: لا يوجد ملف كهذا'
LANGUAGE='fr' run --explain file
has 'French: the message of a rule' out 'spaces.runs: plusieurs espaces de suite: '
LANGUAGE='ar' run --explain file
has 'Arabic: the message of a rule' out 'spaces.runs: عدة مسافات متتالية: '
LANGUAGE='fr' run --stats file
has 'French: --stats' err '1 fichier, '
holds 'French: a decimal comma' grep -q ' 0,[0-9]* s, [0-9]*,[0-9] Mo/s' err
LANGUAGE='ar' run --stats file file
has 'Arabic: --stats' err 'ملفان (2)، '
printf '1\330\2142 3\330\2144\n' >commas
LANGUAGE='fr' run --explain commas
has 'French: a finding' out 'remarque : virgule arabe entre chiffres [arabic.comma]: '
LANGUAGE='ar' run --explain commas
has 'Arabic: a finding' out 'ملاحظة: فاصلة عربية بين رقمين [arabic.comma]: '
LANGUAGE='fr' run --stats commas
has 'French: findings counted' err ', 2 constats, '
LANGUAGE='ar' run --stats commas
has 'Arabic: findings counted' err '، تنبيهان (2)، '
LANGUAGE='fr' run --edits file
LANGUAGE=C run --edits file
cp out expected
LANGUAGE='ar' run --edits file
same 'what programs read is the same in all languages' out expected
LANGUAGE=xx run --help
has 'a language that is not there' out 'Usage: '
LC_ALL=C LANGUAGE='fr' run --help
has 'the locale "C" is English' out 'Usage: '

LANGUAGE=C run --show-levels file
cp out expected
LANGUAGE='fr' run --show-levels file
same 'tags of languages and kinds are the same in all languages' out expected

printf '{"t":1\n' >broken
LANGUAGE='fr' run --jsonl t broken
has 'French: what the parser of JSON says' err 'broken:1:7: ligne JSON non valide : le texte s’arrête trop tôt'

# No text is left in English: each line of these pages differs from the English one, or has no words of prose
run --list-profiles
cp out english-profiles
run --show-profile -p search
cp out english-show
run --help
cp out english-help
for language in fr ar; do
	for page in help profiles show; do
		case $page in
		help) LANGUAGE=$language run --help ;;
		profiles) LANGUAGE=$language run --list-profiles ;;
		show) LANGUAGE=$language run --show-profile -p search ;;
		esac
		sort english-$page >one
		sort out >other
		comm -12 one other | grep -E '^  ?[-a-z]|  (show|list|take|write|change|leave|delete|every)' >left
		holds "$language: no line of $page is English" [ ! -s left ]
	done
done

# Columns line up by what is seen: accents, Arabic letters and marks without width
# column WHAT LINE TEXT: of the text in the line that starts so, and of the line below it
column() {
	line=$(grep "^$2" out)
	before=${line%"$3"*}
	below=$(grep -A 1 "^$2" out | tail -n 1 | sed 's/[^ ].*//')
	holds "$1" [ "$(printf %s "$before" | wc -L)" -eq "$(printf %s "$below" | wc -L)" ]
}
if printf x | wc -L >/dev/null 2>&1; then
	run --show-profile -p search
	column 'English columns' '  c0c1 ' 'delete them'
	LANGUAGE='fr' run --show-profile -p search
	column 'French columns: "réversible"' '  c0c1 ' 'les supprimer'
	column 'French columns: "avec perte"' '  bidi ' 'les supprimer'
	LANGUAGE='ar' run --show-profile -p search
	column 'Arabic columns: "قابل للعكس"' '  c0c1 ' 'حذفها'
	column 'Arabic columns: "مع فقد"' '  bidi ' 'حذفها'
	mkdir -p "$HOME/.config/libnorm/profiles"
	for name in "$(printf 'e\314\201te\314\201e\314\201')" "$(printf '\344\270\226\347\225\214')"; do
		echo '# mine' >"$HOME/.config/libnorm/profiles/$name.ini"
		run --list-profiles
		before=$(grep "^$name " out)
		before=${before%mine}
		other=$(grep "^clean " out)
		other=${other%%for people*}
		holds "columns of names: $name" [ "$(printf %s "$before" | wc -L)" -eq "$(printf %s "$other" | wc -L)" ]
	done
	LANGUAGE='fr' run --help
	holds 'French help keeps within 100 columns' [ "$(wc -L <out)" -le 100 ]
	LANGUAGE='ar' run --help
	holds 'Arabic help keeps within 100 columns' [ "$(wc -L <out)" -le 100 ]
	holds 'Arabic help uses them' [ "$(wc -L <out)" -ge 90 ]
else
	skip 'columns' 'no wc -L here'
fi
finish
