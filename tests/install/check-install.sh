#!/bin/sh
# SPDX-License-Identifier: MIT
# Is what `make install' leaves behind of use? The examples are compiled against it through pkg-config and run.
#     check-install.sh           installs the build into a scratch directory first (make check)
#     check-install.sh PREFIX    looks at what is installed there (make installcheck)
. "$(dirname "$0")/../checks/lib.sh"
scratch
examples=$top/tests/install

if [ $# -eq 0 ]; then
	# Not as a part of the `make' that runs the tests.
	unset MAKEFLAGS MFLAGS MAKELEVEL
	root=$tmp/root
	"${MAKE:-make}" -s -C "$build" install DESTDIR="$root" >"$tmp/install.log" 2>&1 || { cat "$tmp/install.log"; exit 1; }
	prefix=$(sed -n 's/^prefix=//p' "$build/libnorm/libnorm.pc")
	# pkg-config puts this in front of the paths that it prints
	export PKG_CONFIG_SYSROOT_DIR="$root"
else
	root=
	prefix=$1
fi
installed=$root$prefix
PKG_CONFIG_PATH=$(dirname "$(find "$installed" -name libnorm.pc -print)")
export PKG_CONFIG_PATH
: "${PKG_CONFIG:=pkg-config}"
LD_LIBRARY_PATH=$(dirname "$(find "$installed" -name libnorm.so -print)")${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH
# Where the library was moved to the scratch directory, it has to be told where its data is.
datadir=${root:+$root$prefix/share/libnorm}

# compile COMPILER SOURCE PROGRAM
compile() {
	# shellcheck disable=SC2046,SC2086 # lists of words
	none "$2 does not compile" "$($1 -Wall -Wextra -Werror $SANITIZER_CFLAGS "$examples/$2" -o "$tmp/$3" \
		$($PKG_CONFIG --cflags --libs libnorm) 2>&1)"
}

# same PROGRAM EXPECTED-FILE: a case that passes when what the program has written has the bytes of the file.
same() {
	none "The output of $1 is not $2" "$(diff -u "$examples/$2" "$tmp/$1.out" 2>&1)"
}

none 'pkg-config and version.h do not agree on the version' "$(
	header=$(sed -n 's/^#define NORM_VERSION_STRING "\(.*\)"/\1/p' "$installed/include/libnorm/version.h")
	package=$($PKG_CONFIG --modversion libnorm)
	[ "$header" = "$package" ] || echo "$header and $package")"
none 'The gazetteer is not installed' "$([ -s "$installed/share/libnorm/places/base.gaz" ] || echo '  places/base.gaz')"
# What takes long to load is loaded when it is needed.
none 'The libraries need ICU when they start' "$(
	for library in libnorm.so libnorm-translit.so; do
		"$OBJDUMP" -p "$(find "$installed" -name "$library")" | sed -n "s/^ *NEEDED *\(libicu.*\)/  $library: \1/p"
	done)"
compile "$CC -std=c11" example.c example
compile "$CXX -std=c++17" example.cc example-stream
# shellcheck disable=SC2086 # no argument at all when it is empty
{
	"$tmp/example" $datadir >"$tmp/example.out"
	"$tmp/example-stream" $datadir <"$examples/stream.in" >"$tmp/example-stream.out"
}
none 'The installed tool does not find ICU' "$(
	decoded=$(printf '\351t\351\n' | "$installed/bin/norm-convert" ${datadir:+--data-dir="$datadir"} --from=windows-1252 2>&1)
	[ "$decoded" = été ] || echo "  $decoded")"
same example example.out
same example-stream stream.out

# The tools, with what belongs to them
unset LIBNORM_DATA LIBNORM_GAZETTEER
for tool in norm-convert norm-places; do
	none "$tool is not all there" "$(for file in "bin/$tool" "share/man/man1/$tool.1" "share/bash-completion/completions/$tool"; do
		[ -s "$installed/$file" ] || echo "  $file"
	done)"
done
places() { "$installed/bin/norm-places" --data-dir="$installed/share/libnorm" "$@" 2>&1; }
none 'norm-places does not know Bamako' "$(places lookup Bamako | grep -q '^Bamako · باماكو ' || places lookup Bamako)"
none 'norm-places has not the schemes' "$(places romanise --scheme=buckwalter 'باماكو' | grep -q 'bAmAkw' || places romanise -s buckwalter x)"
finish
