#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast norm-compare is and what it shows, next to other word diffs on the same pairs in the same run; for people, never a
# test. `make bench' runs it behind bench.sh. BENCH_QUICK=1 leaves out the largest pair. "processor" is the time for which a
# program had one, of all its threads; "clock" is what whoever waits for it sees: both the best of three runs, of one with the
# largest pair. "marks" are the places it shows as different.

set -u
: "${BENCH_QUICK:=0}" "${top_builddir:=.}" "${NORM_COMPARE:=norm-compare}"
bin=$top_builddir/tests/bench
LIMIT=150 # seconds that a command may have a processor
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

has() { command -v "$1" >/dev/null 2>&1; }

# row SUBJECT RUNS COMMAND: a line of the table. The command reads "$a" and "$b"; 1 is no failure. None may take for ever.
row() {
	a=$tmp/a b=$tmp/b sh -c "ulimit -t $LIMIT; $3" >"$tmp/out" 2>/dev/null
	told=$(grep -aoE '(\[-|\{\+)' "$tmp/out" | grep -c .)
	if a=$tmp/a b=$tmp/b "$bin/pipeline" "$2" "$(wc -c <"$tmp/a")" sh -c "ulimit -t $LIMIT; $3; [ \$? -le 1 ]" \
		>"$tmp/measured" 2>"$tmp/err"; then
		awk -v "subject=$1" -v "told=$told" -v "bytes=$(wc -c <"$tmp/a")" '
			$1 == "speed" { clock = bytes / 1e6 / $2 }
			$1 == "processor" { seconds = bytes / 1e6 / $2 }
			$1 == "memory" { mib = $2 / 1024 }
			END { printf "  %-34s %8.2f s %8.2f s %7.0f MiB %9d\n", subject, seconds, clock, mib, told }' "$tmp/measured"
	else
		printf '  %-34s did not end well within %d s of a processor: %s\n' "$1" "$LIMIT" "$(tail -n 1 "$tmp/err")"
	fi
	rm -f "$tmp/out"
}

head_line() {
	printf '\n%-37s %9s %10s %11s %9s\n' "$1" processor clock memory marks
}

# table RUNS TITLE
table() {
	head_line "$2"
	row norm-compare "$1" "$NORM_COMPARE \"\$a\" \"\$b\""
	row 'norm-compare --ignore=noise' "$1" "$NORM_COMPARE --ignore=noise \"\$a\" \"\$b\""
	row 'norm-compare -q' "$1" "$NORM_COMPARE -q \"\$a\" \"\$b\""
	if has git; then
		row 'git diff --word-diff' "$1" 'git diff --no-index --word-diff "$a" "$b"'
		row 'git, words of letters and digits' "$1" 'git diff --no-index --word-diff --word-diff-regex="[[:alnum:]]+" "$a" "$b"'
	fi
	has wdiff && row wdiff 1 'wdiff "$a" "$b"'
	if [ "$1" -eq 1 ]; then
		echo '  dwdiff is left out: at 1 MB/s it would take minutes'
	elif has dwdiff; then
		row dwdiff 1 'dwdiff "$a" "$b"'
	fi
	for peer in git wdiff dwdiff; do
		has $peer || echo "  $peer is not installed"
	done
}

pair() {
	truth=$("$top_builddir/tests/accuracy/print_pair" "$2" "$tmp/a" "$tmp/b") || { echo 'no corpus: pairs are left out'; exit 0; }
	table "$1" "$3: ${truth% *} of news, ${truth#* } of noise"
}

for name in "$bin/pipeline" "$top_builddir/tests/accuracy/print_pair"; do
	[ -x "$name" ] || { echo "$name: not built; use make bench"; exit 1; }
done
pair 3 5000000 '5 MB'
[ "$BENCH_QUICK" = 1 ] || pair 1 100000000 '100 MB'

# Two texts that have nothing to do with each other: the lines of one are those of the other, put together anew.
"$top_builddir/tests/accuracy/print_pair" 20000000 "$tmp/a" "$tmp/same" >/dev/null
tr 'a-z' 'n-za-m' <"$tmp/same" | sed 's/ا/ك/g; s/ل/ط/g; s/ن/س/g; s/و/ج/g' >"$tmp/b"
head_line '20 MB, two different texts'
row 'norm-compare -q' 1 "$NORM_COMPARE -q \"\$a\" \"\$b\""
has git && row 'git diff --word-diff' 1 'git diff --no-index --word-diff "$a" "$b"'
exit 0
