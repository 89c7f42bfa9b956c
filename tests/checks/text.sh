#!/bin/sh
# SPDX-License-Identifier: MIT
# What no source file holds: bidirectional controls (name the code points instead), paths and hosts that are true on one
# machine only, and notes of work left undone.
. "$(dirname "$0")/lib.sh"

search() {
	(cd "$top" && tr '\n' '\0' | LC_ALL=C xargs -0 grep -nHP -e "$1" /dev/null | cut -c1-150)
}

code=$(tree '*.[ch]' '*.cc' '*.sh' '*.mk' '*.py' '*.bash' '*.m4' 'run' | grep -v '^m4/[a-mo-z]'
	cd "$top" && ls autogen.sh configure.ac Makefile.am)
prose=$(tree '*.md' '*.ini' '*.1' '*.in' '*.po' '*.txt' '*.tsv' '*.awk' | grep -v '^data/samples/'; cd "$top" && ls README.md NEWS LICENSE)

# U+200E U+200F U+202A–202E, U+2066–2069 and U+061C, in UTF-8
none 'Bidirectional controls' "$(printf '%s\n' "$code" "$prose" |
	search '\xE2\x80[\x8E\x8F\xAA-\xAE]|\xE2\x81[\xA6-\xA9]|\xD8\x9C')"
none 'Paths or hosts of one machine' "$(printf '%s\n' "$code" "$prose" |
	search '(^|[^A-Za-z0-9_.])/(home|root|work|farm|Users)/|deb\.debian\.org|pypi\.org|registry\.npmjs')"
none 'Left undone' "$(printf '%s\n' "$code" | search '\b(TOD[O]|FIXM[E]|HAC[K]|not implemente[d]|unimplemente[d])\b')"
none 'Spaces at the end of a line' "$(printf '%s\n' "$code" | search '[ \t]$')"
finish
