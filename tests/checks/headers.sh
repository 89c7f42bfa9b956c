#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone, as C11 and as C++17, without a warning, and has fewer than 200 lines.
. "$(dirname "$0")/lib.sh"

warnings='-Wall -Wextra -Wpedantic -Wshadow -Werror -fsyntax-only'
for path in "$top"/libnorm/include/libnorm/*.h; do
	header=libnorm/$(basename "$path")
	# shellcheck disable=SC2086 # CC, CXX and the warnings are lists of words
	{
		none "<$header> as C11" \
			"$(echo "#include <$header>" | $CC -std=c11 $warnings -Wstrict-prototypes -I"$top/libnorm/include" -x c - 2>&1)"
		none "<$header> as C++17" \
			"$(echo "#include <$header>" | $CXX -std=c++17 $warnings -I"$top/libnorm/include" -x c++ - 2>&1)"
	}
	lines=$(wc -l <"$path")
	none "<$header> is too long" "$([ "$lines" -lt 200 ] || echo "$lines lines")"
done
finish
