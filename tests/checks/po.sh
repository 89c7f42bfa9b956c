#!/bin/sh
# SPDX-License-Identifier: MIT
# The translations are complete: each message of the sources is there in each language, none is fuzzy, and POTFILES.in
# names the sources that have messages.
. "$(dirname "$0")/lib.sh"
command -v msgmerge >/dev/null || { echo 'no msgmerge here'; exit 77; }
scratch
cd "$top" || exit 1

potfiles=$(grep -v -e '^#' -e '^$' po/POTFILES.in | sort)
with_messages=$(tree '*.[ch]' | grep -v '^tests/' | tr '\n' '\0' | xargs -0 grep -lE '\b(_|N_|P_)\("' | sort)
printf '%s\n' "$potfiles" >"$tmp/potfiles"
printf '%s\n' "$with_messages" >"$tmp/with_messages"
none 'Have messages, but po/POTFILES.in does not name them' "$(comm -13 "$tmp/potfiles" "$tmp/with_messages")"
none 'Have no messages, but po/POTFILES.in names them' "$(comm -23 "$tmp/potfiles" "$tmp/with_messages")"

keywords=$(sed -n 's/^XGETTEXT_OPTIONS = //p' po/Makevars)
# shellcheck disable=SC2086 # a list of options
xgettext --default-domain=libnorm --files-from=po/POTFILES.in --directory="$top" $keywords --output="$tmp/libnorm.pot" || exit 1
for language in $(sed 's/#.*//' po/LINGUAS); do
	none "po/$language.po has mistakes" "$(msgfmt --check --output-file=/dev/null "po/$language.po" 2>&1)"
	msgmerge --quiet --no-fuzzy-matching --output-file="$tmp/$language.po" "po/$language.po" "$tmp/libnorm.pot"
	none "po/$language.po: not translated" "$(msgattrib --untranslated --no-obsolete "$tmp/$language.po" | sed "1,/^$/d" | head -n 40)"
	none "po/$language.po: fuzzy" "$(msgattrib --only-fuzzy --no-obsolete "$tmp/$language.po" | sed "1,/^$/d" | head -n 40)"
	none "po/$language.po: obsolete, take it out" "$(msgattrib --only-obsolete "$tmp/$language.po" | sed "1,/^$/d" | head -n 40)"
	echo "figure: $language: $(msgfmt --statistics --output-file=/dev/null "$tmp/$language.po" 2>&1)"
done

# Whoever corrects the typography of others minds his own: the spaces of « » ; : ! ? hold lines together
none 'po/fr.po: ordinary space in front of a mark, or inside « »' \
	"$(msgcat --no-wrap po/fr.po | sed '1,/^$/d' | grep -E '^(msgstr|")' | grep -vE '^"[A-Z][A-Za-z-]*: ' | sed 's/»x«//g' | grep -nE '« | »|[[:alnum:])] [;:!?]( |"|$)')"
finish
