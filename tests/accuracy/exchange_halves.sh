#!/bin/sh
# SPDX-License-Identifier: MIT
# exchange_halves.sh: how well mojibake is put right with the halves of the news exchanged: what the library knows of letters and words is
# counted anew in the half on which it is measured otherwise, and measured on the half in which it was counted. Weights stay as they are.
# Takes a minute or two; run it in the build tree, when `make tests/accuracy/mojibake tests/accuracy/print_news' is done. For people,
# never a test.
set -eu
: "${top_srcdir:=$(dirname "$0")/../..}" "${top_builddir:=.}" "${CC:=cc}"
export top_srcdir
languages=$top_srcdir/data/languages
bin=$top_builddir/libnorm/repair
tests=$top_builddir/tests
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
"$tests/accuracy/print_news" odd >"$tmp/news"
grep -v '^pairs' "$languages/letter-pairs.tsv" >"$tmp/pairs.tsv"
"$bin/gen_evidence" --count "$languages/letter-pairs.tsv" <"$tmp/news" >>"$tmp/pairs.tsv"
"$bin/gen_letter_order" --count <"$tmp/news" >"$tmp/order.tsv"
"$bin/gen_arabic_words" --count <"$tmp/news" >"$tmp/words.tsv"
"$bin/gen_evidence" "$tmp/pairs.tsv" >"$tmp/pairs.c"
"$bin/gen_letter_order" "$tmp/order.tsv" >"$tmp/order.c"
"$bin/gen_arabic_words" "$tmp/words.tsv" >"$tmp/words.c"
# What an object has is not taken from an archive
# shellcheck disable=SC2086 # several words
$CC -std=c11 -O2 -D_GNU_SOURCE -I"$top_srcdir/libnorm" -I"$top_srcdir/libnorm/include" -o "$tmp/mojibake" \
	"$tests/accuracy/mojibake.o" "$tests/accuracy/recombine.o" "$tmp/pairs.c" "$tmp/order.c" "$tmp/words.c" \
	"$tests/.libs/libaccuracy.a" "$tests/.libs/libsupport.a" "$top_builddir/libnorm/.libs/libcore.a" \
	${LIBS:--lyajl -lz -lm -ldl -lpthread}
"$tmp/mojibake" long even
