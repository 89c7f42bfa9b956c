#!/bin/sh
# SPDX-License-Identifier: MIT
set -eu
unset CDPATH

usage() {
	cat <<'END'
Usage: ./autogen.sh                  make ./configure (needs autoconf, automake, libtool, gettext)
       ./autogen.sh --demo [FILE…]   install what is missing, build into build/, and show what the tools
                                     make of FILE… or of data/samples
       ./autogen.sh --check          install what is missing, build into build/, and run all tests
END
}

# The packages of Debian and Ubuntu that a build with its tests needs, and the programs that some tests of the tools run besides. The
# lists stand here only.
PACKAGES='build-essential autoconf automake libtool autopoint gettext pkg-config bzip2 unicode-data
	libicu-dev libutf8proc-dev libinih-dev zlib1g-dev libyajl-dev libpopt-dev libxxhash-dev libcriterion-dev'
TEST_PACKAGES='git python3 jq time'

say() { printf '\n==> %s\n' "$*"; }
die() { printf 'autogen.sh: %s\n' "$*" >&2; exit 1; }

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		die "these packages are missing and there is no sudo; run this as root: apt-get install $missing"
	fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null; }

# install_packages PACKAGE…: those of them that are missing
install_packages() {
	if ! command -v apt-get >/dev/null 2>&1; then
		say 'There is no apt-get here. If something is missing, install what your system calls these packages of Debian:'
		printf '    %s\n' "$@"
		return
	fi
	missing=
	for package; do
		dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed$' || missing="$missing $package"
	done
	missing=${missing# }
	[ -n "$missing" ] || { say 'All packages are there'; return; }
	say "Installing $missing"
	apt update -q
	# The list is split on purpose.
	# shellcheck disable=SC2086
	apt install -q -y --no-install-recommends $missing
}

bootstrap() {
	command -v autoreconf >/dev/null 2>&1 || die 'autoreconf is missing: install autoconf, automake, libtool, autopoint and gettext'
	say 'Making ./configure (autoreconf)'
	autoreconf --install
}

build() {
	mkdir -p build
	cd build
	if [ ! -f Makefile ]; then
		say 'Configuring in build/'
		../configure
	fi
	say 'Compiling in build/'
	make -s -j"$jobs"
	cd ..
}

check() {
	say 'Running the tests (their logs: build/tests/)'
	status=0
	make -s -C build -j"$jobs" check VERBOSE=1 || status=$?
	echo
	make -s -C build check-summary 2>/dev/null || status=1
	return "$status"
}

demo() {
	say 'norm-convert on real text, with the profiles "clean" (for people) and "search" (for an index); places by norm-places'
	convert=$(pwd)/build/tools/convert/norm-convert
	places=$(pwd)/build/tools/places/norm-places
	LIBNORM_DATA=$(pwd)/data
	LIBNORM_GAZETTEER=$(pwd)/build/data/places/base.gaz
	export LIBNORM_DATA LIBNORM_GAZETTEER
	if [ "$#" -eq 0 ]; then
		tools/demo.sh "$convert" "$places" data/samples/*.txt data/samples/*.jsonl
	else
		demo=$(pwd)/tools/demo.sh
		cd "$here"
		"$demo" "$convert" "$places" "$@"
	fi
}

[ "$#" -eq 0 ] && mode=bootstrap || mode=$1
here=$(pwd)
cd "$(dirname "$0")"
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
case $mode in
bootstrap)
	bootstrap
	say 'Done. Next: mkdir build && cd build && ../configure && make'
	;;
--demo)
	shift
	for file in "$@"; do
		(cd "$here" && [ -f "$file" ] && [ -r "$file" ]) || die "$file: is no file, or cannot be read"
	done
	# shellcheck disable=SC2086 # a list of words
	install_packages $PACKAGES
	bootstrap
	build
	demo "$@"
	;;
--check)
	[ "$#" -eq 1 ] || { usage >&2; exit 2; }
	# shellcheck disable=SC2086 # lists of words
	install_packages $PACKAGES $TEST_PACKAGES
	bootstrap
	build
	check
	;;
-h | --help) usage ;;
*)
	usage >&2
	exit 2
	;;
esac
