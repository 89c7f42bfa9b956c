#!/bin/sh
# SPDX-License-Identifier: MIT
# Sizes: the median function has at most 20 lines, none has over 60 without a reason ("Long because …") in the comment
# directly above it, and no file of code has over 500. Relies on our style: a function's braces stand in column 1,
# and no other opening brace does.
. "$(dirname "$0")/lib.sh"

# Prints "LINES FILE:FUNCTION REASON", the reason being "yes" or "no". Lines are counted from the name to the brace.
functions() {
	(cd "$top" && xargs awk '
	FNR == 1 { comment = ""; in_comment = in_body = 0; start = 0 }
	in_body {
		if (/^}/) {
			printf "%d %s:%s %s\n", FNR - start, FILENAME, name, reason
			in_body = 0; comment = ""
		}
		next
	}
	/^\/\*/ { comment = ""; in_comment = 1 }
	in_comment { comment = comment $0; if (/\*\//) in_comment = 0; next }
	/^[ \t]*$/ { comment = ""; next }
	/^{/ { in_body = 1; reason = comment ~ /Long because/ ? "yes" : "no"; next }
	/^[A-Za-z_].*\(/ {
		start = FNR
		name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
		if (name == "Test") { name = $0; sub(/^Test\(/, "", name); sub(/\).*/, "", name); gsub(/[ ,]+/, ".", name) }
	}')
}

all=$(tree '*.[ch]' | functions | sort -n)
own=$(printf '%s\n' "$all" | grep -v ' tests/')
files=$(cd "$top" && tree '*.[ch]' '*.cc' '*.sh' '*.mk' '*.py' '*.bash' | tr '\n' '\0' | xargs -0 wc -l |
	awk '$2 != "total"' | sort -n)
median=$(printf '%s\n' "$own" | awk '{ length_[NR] = $1 } END { print length_[int((NR + 1) / 2)] + 0 }')

printf '%s\n' "$own" | awk -v median="$median" '{ length_[NR] = $1; name = $2 } END {
	printf "figure: %d functions of library and tools: median %d lines, 95 %% up to %d, longest %d (%s)\n",
		NR, median, length_[int(NR * 0.95 + 0.5)], length_[NR], name }'
printf '%s\n' "$files" | awk '{ sum += $1; lines = $1; name = $2 } END {
	printf "figure: %d files of code, %d lines, longest %d (%s)\n", NR, sum, lines, name }'

none 'The median function has over 20 lines' "$([ "$median" -le 20 ] || echo "  $median")"
none 'Functions over 60 lines without a reason' "$(printf '%s\n' "$all" | awk '$1 > 60 && $3 == "no" { print "  " $2 ": " $1 }')"
none 'Files over 500 lines' "$(printf '%s\n' "$files" | awk '$1 > 500 { print "  " $2 ": " $1 }')"
finish
