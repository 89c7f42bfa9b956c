#!/bin/sh
# SPDX-License-Identifier: MIT
# Every source, script and page of the tree is named in a makefile; what is not is neither built, nor run, nor shipped. And
# every header that is named is there: headers are written by hand.
. "$(dirname "$0")/lib.sh"
cd "$top" || exit 1

words=$(cat Makefile.am ./*/local.mk ./tests/*/local.mk | tr -s ' \t\\()' '\n' | sed 's,^/,,' | sort -u) # $(srcdir)/a is a
patterns=$(printf '%s\n' "$words" | grep -F '*' | grep /)

# A program of one source file is named without its ".c".
is_named() {
	printf '%s\n' "$words" | grep -qxF -e "$1" -e "${1%.c}" && return
	set -f
	for pattern in $patterns; do
		# shellcheck disable=SC2254 # a pattern
		case $1 in $pattern) return 0 ;; esac
	done
	return 1
}

none 'In no makefile' "$(tree '*.[ch]' '*.cc' '*.sh' '*.1' '*.ini' '*.bash' '*.txt' '*.tsv' '*.md' | while IFS= read -r file; do
	is_named "$file" || echo "  $file"
done)"
none 'Named in a makefile, but not there' "$(printf '%s\n' "$words" | grep '^\(libnorm\|tools\|tests\)/.*\.h$' | while IFS= read -r file; do
	[ -f "$file" ] || echo "  $file"
done)"
finish
