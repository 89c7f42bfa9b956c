#!/bin/sh
# SPDX-License-Identifier: MIT
# What the shared library shows to the world: the version map, the public headers and the symbols of the built library
# name the same functions. And what it takes from the world: nothing that prints, exits, reads the environment or
# changes the locale; and no variable that can be written to.
. "$(dirname "$0")/lib.sh"
scratch
library=$build/libnorm/.libs/libnorm.so

map_names() {
	awk '/^global:/ { on = 1; next } /^local:/ { on = 0 } on { gsub(/[ \t;]/, ""); if ($0) print }' "$top/libnorm/libnorm.map"
}

# Function declarations, but no typedefs of functions.
header_names() {
	echo '#include <libnorm/norm.h>' | $CC -E -P -I"$top/libnorm/include" -x c - | tr '\n' ' ' | tr ';' '\n' |
		grep -v '^ *typedef' | grep -oE '\bnorm_[a-z0-9_]+ *\(' | tr -d ' ('
}

library_names() {
	$NM -D --defined-only "$library" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }'
}

map_names | sort -u >"$tmp/map"
header_names | sort -u >"$tmp/headers"
library_names | sort -u >"$tmp/library"
none 'In the version map, not in the headers' "$(comm -23 "$tmp/map" "$tmp/headers")"
none 'In the headers, not in the version map' "$(comm -13 "$tmp/map" "$tmp/headers")"
none 'In the headers, not in the library' "$(comm -23 "$tmp/headers" "$tmp/library")"
none 'In the library, not in the headers' "$(comm -13 "$tmp/headers" "$tmp/library")"

banned='printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|putc|fputc|perror|stdout|stderr|stdin|syslog'
banned="$banned|__printf_chk|__fprintf_chk|__vfprintf_chk"
banned="$banned|exit|_exit|_Exit|abort|quick_exit|raise|signal|sigaction|getenv|secure_getenv|setenv|setlocale|chdir|umask"
none 'The library uses what only a program may' \
	"$($NM -D --undefined-only "$library" | awk '{ sub(/@.*/, "", $2); print $2 }' | grep -xE "$banned")"

# Sanitizers add variables of their own.
[ -n "${SANITIZER_CFLAGS:-}" ] ||
	none 'Variables of the library that can be written to' \
		"$($OBJDUMP -t "$library" | awk '/ O / && / \.(data|bss|tdata|tbss)\t/ { print $NF }' |
			grep -vxE '__dso_handle|__TMC_END__|__cpu_model|__cpu_features2|completed\.[0-9]+')"
finish
