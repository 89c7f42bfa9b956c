#!/bin/sh
# SPDX-License-Identifier: MIT
# What the shared libraries show to the world: the version map, the public headers and the symbols of the built library
# name the same functions. And what they take from the world: nothing that prints, exits, reads the environment or
# changes the locale; and no variable that can be written to.
. "$(dirname "$0")/lib.sh"
scratch

map_names() {
	awk '/^global:/ { on = 1; next } /^local:/ { on = 0 } on { gsub(/[ \t;]/, ""); if ($0) print }' "$top/libnorm/$map"
}

# Function declarations, but no typedefs of functions.
header_names() {
	echo "#include <libnorm/$header>" | $CC -E -P -I"$top/libnorm/include" -x c - | tr '\n' ' ' | tr ';' '\n' |
		grep -v '^ *typedef' | grep -oE "\\b${prefix}[a-z0-9_]+ *\(" | tr -d ' ('
}

library_names() {
	$NM -D --defined-only "$library" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }'
}

banned='printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|putc|fputc|perror|stdout|stderr|stdin|syslog'
banned="$banned|__printf_chk|__fprintf_chk|__vfprintf_chk"
banned="$banned|exit|_exit|_Exit|abort|quick_exit|raise|signal|sigaction|getenv|secure_getenv|setenv|setlocale|chdir|umask"

# check_library NAME MAP HEADER PREFIX
check_library() {
	name=$1 map=$2 header=$3 prefix=$4 library=$build/libnorm/.libs/$1.so
	map_names | sort -u >"$tmp/map"
	header_names | sort -u >"$tmp/headers"
	library_names | sort -u >"$tmp/library"
	none "$name: In the version map, not in the headers" "$(comm -23 "$tmp/map" "$tmp/headers")"
	none "$name: In the headers, not in the version map" "$(comm -13 "$tmp/map" "$tmp/headers")"
	none "$name: In the headers, not in the library" "$(comm -23 "$tmp/headers" "$tmp/library")"
	none "$name: In the library, not in the headers" "$(comm -13 "$tmp/headers" "$tmp/library")"

	none "$name: The library uses what only a program may" \
		"$($NM -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $2); print $2 }' | grep -xE "$banned")"
	# Sanitizers add variables of their own.
	[ -n "${SANITIZER_CFLAGS:-}" ] ||
		none "$name: Variables of the library that can be written to" \
			"$($OBJDUMP -t "$library" | awk '/ O / && / \.(data|bss|tdata|tbss)\t/ { print $NF }' |
				grep -vxE '__dso_handle|__TMC_END__|__cpu_model|__cpu_features2|completed\.[0-9]+')"
}

check_library libnorm libnorm.map norm.h norm_
check_library libnorm-translit translit.map translit.h norm_translit_
finish
