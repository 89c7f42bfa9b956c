# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Shared by the structure checks: each runs by itself from anywhere, or in `make check', which sets the variables below.
top=$(cd "${top_srcdir:-$(dirname "$0")/../..}" && pwd)
# shellcheck disable=SC2034 # for the checks
build=${top_builddir:-$top/build}
: "${CC:=cc}" "${CXX:=c++}" "${NM:=nm}" "${OBJDUMP:=objdump}"
export LC_ALL=C.UTF-8
passed=0
failed=0

# A directory for files of this check, removed at its end.
scratch() {
	tmp=$(mktemp -d)
	trap 'rm -rf "$tmp"' EXIT
	trap 'exit 1' HUP INT TERM
}

# none WHAT FOUND: a case that passes when FOUND, the list of what is wrong, is empty.
none() {
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s:\n%s\n' "$1" "$2"
	fi
}

# tree PATTERN…: the files below the folders of the source tree with such a name, sorted, from the top of the tree.
# What a build in the tree has written there is left out.
tree() {
	(
		cd "$top" || exit
		set -f
		names=
		for pattern in "$@"; do
			names="$names ${names:+-o} -name $pattern"
		done
		# shellcheck disable=SC2086 # a list of words
		find libnorm tools data tests po m4 .ci -name .libs -prune -o -type f \( $names \) -print | sort |
			while IFS= read -r file; do
				head -n 1 "$file" | grep -q '^/\* Written by ' || printf '%s\n' "$file"
			done
	)
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
