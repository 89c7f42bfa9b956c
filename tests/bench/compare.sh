#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast norm-compare is and what it shows, next to other word diffs on the same pairs in the same run; for people, never a
# test. `make bench' runs it behind bench.sh. BENCH_QUICK=1 leaves out the largest pair. Times are those for which a program
# had a processor, the best of three runs; what is told are the places it marks.

set -u
: "${BENCH_QUICK:=0}" "${top_builddir:=.}" "${NORM_COMPARE:=norm-compare}"
bin=$top_builddir/tests/bench
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

has() { command -v "$1" >/dev/null 2>&1; }

# row SUBJECT RUNS COMMAND: a line of the table. The command reads "$a" and "$b"; 1 is no failure.
row() {
	a=$tmp/a b=$tmp/b sh -c "$3" >"$tmp/out" 2>/dev/null
	told=$(grep -aoE '(\[-|\{\+)' "$tmp/out" | grep -c .)
	if a=$tmp/a b=$tmp/b "$bin/pipeline" "$2" "$(wc -c <"$tmp/a")" sh -c "$3; [ \$? -le 1 ]" >"$tmp/measured" 2>"$tmp/err"; then
		awk -v "subject=$1" -v "told=$told" -v "bytes=$(wc -c <"$tmp/a")" '
			$1 == "processor" { seconds = bytes / 1e6 / $2 }
			$1 == "memory" { mib = $2 / 1024 }
			END { printf "  %-34s %8.2f s %7.0f MiB %9d\n", subject, seconds, mib, told }' "$tmp/measured"
	else
		printf '  %-34s could not run: %s\n' "$1" "$(tail -n 1 "$tmp/err")"
	fi
}

# table RUNS TITLE
table() {
	printf '\n%-40s %6s %11s %9s\n' "$2" time memory marks
	row norm-compare "$1" "$NORM_COMPARE \"\$a\" \"\$b\""
	row 'norm-compare --ignore=noise' "$1" "$NORM_COMPARE --ignore=noise \"\$a\" \"\$b\""
	row 'norm-compare -q' "$1" "$NORM_COMPARE -q \"\$a\" \"\$b\""
	has git && row 'git diff --word-diff' "$1" 'git diff --no-index --word-diff "$a" "$b"'
	has git && row 'git, words of letters and digits' "$1" 'git diff --no-index --word-diff --word-diff-regex="[[:alnum:]]+" "$a" "$b"'
	[ "$1" -gt 1 ] || return 0
	has wdiff && row wdiff 1 'wdiff "$a" "$b"'
	has dwdiff && row dwdiff 1 'dwdiff "$a" "$b"'
}

pair() {
	truth=$("$top_builddir/tests/accuracy/print_pair" "$2" "$tmp/a" "$tmp/b") || { echo 'no corpus: pairs are left out'; exit 0; }
	table "$1" "$3: ${truth% *} of news, ${truth#* } of noise"
}

for name in "$bin/pipeline" "$top_builddir/tests/accuracy/print_pair"; do
	[ -x "$name" ] || { echo "$name: not built; use make bench"; exit 1; }
done
pair 3 5000000 '5 MB'
pair 3 20000000 '20 MB'
[ "$BENCH_QUICK" = 1 ] || pair 1 100000000 '100 MB'

# Two texts that have nothing to do with each other: the lines of one are those of the other, put together anew.
"$top_builddir/tests/accuracy/print_pair" 20000000 "$tmp/a" "$tmp/same" >/dev/null
tr 'a-z' 'n-za-m' <"$tmp/same" | sed 's/ا/ك/g; s/ل/ط/g; s/ن/س/g; s/و/ج/g' >"$tmp/b"
printf '\n%-40s %6s %11s %9s\n' '20 MB, two different texts' time memory marks
row 'norm-compare -q' 1 "$NORM_COMPARE -q \"\$a\" \"\$b\""
has git && row 'git diff --word-diff' 1 'git diff --no-index --word-diff "$a" "$b"'
exit 0
