#!/bin/sh
# SPDX-License-Identifier: MIT
# cross_validate.sh [COUNTRY…]: how well keys, scores and romanisation do in countries of which the training saw nothing. For each
# country the tables of data/places are counted anew without its rows, and its names of PAIRS (pairs_dev.tsv beside the source
# tree) are measured with them. Takes minutes for each country; run it in the build tree. For people, never a test:
#
#     COUNTRY with|without pairs, key recall, top-1 in the country, F1 there, top-1 among all (the worse of both ways),
#     names romanised, CER as written and without case and accents
#
# "with" is the library as it is, measured on the same names: what it does better is what it knows of that country, and by heart.
set -u
: "${top_srcdir:=$(dirname "$0")/../..}" "${top_builddir:=.}" "${CC:=cc}"
: "${PAIRS:=$top_srcdir/../shared/places/pairs_dev.tsv}"
[ $# -gt 0 ] || set -- DZ MA YE TN EG PS IQ SY JO TD SD MR LY ML
places=$top_srcdir/data/places
bin=$top_builddir/libnorm/places
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
cp "$places"/train-*.py "$places"/name-letters.tsv "$places"/generics.tsv "$tmp"

# link PROGRAM TABLE.c…: the program with these tables. What an object has is not taken from an archive.
link() {
	program=$1
	shift
	# shellcheck disable=SC2086 # several words
	$CC -std=c11 -O2 -D_GNU_SOURCE -I"$top_srcdir/libnorm" -I"$top_srcdir/libnorm/include" -o "$tmp/$program" \
		"$top_builddir/tests/accuracy/$program.o" "$top_builddir/tests/accuracy/name_pairs.o" "$@" \
		"$top_builddir/tests/.libs/libaccuracy.a" "$top_builddir/tests/.libs/libsupport.a" \
		"$top_builddir/libnorm/.libs/libcore.a" ${LIBS:--lyajl -lz -lm -ldl -lpthread}
}

# The figures of a country with the programs in a directory.
figures() {
	"$1/names" long "$PAIRS" "$country" | sed -n '/^figure: places:/,$p' | tr -d , | awk '
		/key recall/ { pairs = $3; recall = $7 }
		/places country pool top-1/ { top = $9 < $13 ? $9 : $13 }
		/places global pool top-1/ { all = $9 < $13 ? $9 : $13 }
		/^figure: country pool F1 of all pairs/ { f1 = $(NF - 3) }
		END { printf "%d %.3f %.3f %.3f %.3f", pairs, recall, top, f1, all }'
	"$1/romanise" long "$tmp/pairs" | grep "^figure: romanise $country" | tr -d , |
		awk '{ for (i = 1; i < NF; i++) if ($i == "names") names = $(i - 1); else if ($i == "CER") cer = $(i + 1); folded = $NF }
		END { printf " %d %.3f %.3f\n", names, cer, folded }'
}

for country; do
	for table in name-pairs romanise-pairs; do
		grep -v "^$country	" "$places/$table.tsv" >"$tmp/$table.tsv"
	done
	awk -F '\t' -v country="$country" 'NR == 1 || $2 == country' "$PAIRS" >"$tmp/pairs"
	python3 "$tmp/train-names.py" >"$tmp/channel.tsv" && "$bin/gen_name_channel" "$tmp/channel.tsv" >"$tmp/channel.c" &&
		python3 "$tmp/train-romaniser.py" romanise "$tmp/romanise-pairs.tsv" >"$tmp/model.tsv" &&
		"$bin/gen_romanise" romanise "$tmp/model.tsv" >"$tmp/model.c" &&
		link names "$tmp/channel.c" && link romanise "$tmp/model.c" || exit 1
	echo "$country with $(figures "$top_builddir/tests/accuracy")"
	echo "$country without $(figures "$tmp")"
done
