#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast norm-compare is and what it shows, next to other word diffs on the same pairs in the same run; for people, never a
# test. `make bench' runs it behind bench.sh. BENCH_QUICK=1 leaves out the largest pair, and BENCH_LIMIT is how many seconds a
# command may have a processor, and four times as many may pass by the clock. What would need longer for a larger pair, by what
# it took for a smaller one, is not run, and the table says so.
#
# "processor" is the time for which a program had one, of all its threads; "clock" is what whoever waits for it sees: both the
# best of three runs, of one with the largest pair. All write to a file. "news" are the words, numbers and marks of punctuation that
# have really been changed, as far as they are shown; "noise" is what is shown beside them (see marks.awk).

set -u
: "${BENCH_QUICK:=0}" "${BENCH_LIMIT:=60}" "${top_srcdir:=.}" "${top_builddir:=.}" "${NORM_COMPARE:=norm-compare}"
bin=$top_builddir/tests/bench print_pair=$top_builddir/tests/accuracy/print_pair
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

has() { command -v "$1" >/dev/null 2>&1; }
: >"$tmp/known"
limit=
has timeout && limit="timeout $((4 * BENCH_LIMIT))"

# forecast SUBJECT: what is said of a command that would take longer than the limit, if it took so much longer as the text is
# than one that it has been measured with; nothing of others. A stopped one took the limit, and is not asked for more.
forecast() {
	awk -F '\t' -v "subject=$1" -v "bytes=$(wc -c <"$tmp/a")" -v "limit=$BENCH_LIMIT" '
		$1 == subject && $3 * bytes / $2 > limit {
			said = "not run: " sprintf($3 < limit ? "%.0f MB took %.1f s of a processor" : "%.0f MB were not done in time", $2 / 1e6, $3)
		}
		END { printf "%s", said }' "$tmp/known"
}

# row SUBJECT RUNS COMMAND…: a line of the table. Status 1 is no failure.
row() {
	subject=$1 runs=$2
	shift 2
	said=$(forecast "$subject")
	if [ -n "$said" ]; then
		printf '  %-34s %s\n' "$subject" "$said"
		return
	fi
	# shellcheck disable=SC2086 # several words, or none
	if "$bin/pipeline" "$runs" "$(wc -c <"$tmp/a")" sh -c "ulimit -t $BENCH_LIMIT"'; "$@" >"$0"; [ $? -le 1 ]' \
		"$tmp/out" $limit "$@" "$tmp/a" "$tmp/b" >"$tmp/measured" 2>"$tmp/err"; then
		awk -v "subject=$subject" -v "shown=$(awk -f "$top_srcdir/tests/bench/marks.awk" "$tmp/out")" -v "bytes=$(wc -c <"$tmp/a")" \
			-v "known=$tmp/known" '
			$1 == "speed" { clock = bytes / 1e6 / $2 }
			$1 == "processor" { seconds = bytes / 1e6 / $2 }
			$1 == "memory" { mib = $2 / 1024 }
			END {
				split(shown, marks, " ")
				printf "  %-34s %8.2f s %8.2f s %7.0f MiB %9d %9d\n", subject, seconds, clock, mib, marks[1], marks[2]
				printf "%s\t%s\t%s\n", subject, bytes, seconds >>known
			}' "$tmp/measured"
	else
		printf '  %-34s stopped after %d s of a processor, or %d by the clock\n' "$subject" "$BENCH_LIMIT" $((4 * BENCH_LIMIT))
		printf '%s\t%s\t%s\n' "$subject" "$(wc -c <"$tmp/a")" "$BENCH_LIMIT" >>"$tmp/known"
	fi
	rm -f "$tmp/out"
}

# table RUNS TITLE
table() {
	printf '\n%s\n%-37s %9s %10s %11s %9s %9s\n' "$2" '' processor clock memory news noise
	row norm-compare "$1" "$NORM_COMPARE"
	row 'norm-compare --ignore=noise' "$1" "$NORM_COMPARE" --ignore=noise
	row 'norm-compare -q' "$1" "$NORM_COMPARE" -q
	row 'norm-compare -q --ignore=noise' "$1" "$NORM_COMPARE" -q --ignore=noise
	if has git; then
		row 'git diff --word-diff' "$1" git diff --no-index --word-diff
		row 'git, words of letters and digits' "$1" git diff --no-index --word-diff '--word-diff-regex=[[:alnum:]]+'
	fi
	for peer in wdiff dwdiff; do
		has $peer && row $peer 1 $peer
	done
	for peer in git wdiff dwdiff; do
		has $peer || echo "  $peer is not installed"
	done
}

pair() {
	truth=$("$print_pair" "$2" "$tmp/a" "$tmp/b") || { echo 'no corpus: pairs are left out'; exit 0; }
	# shellcheck disable=SC2086 # three numbers
	set -- "$1" "$3" $truth
	table "$1" "$2: $3 of news, $4 of noise, $5 passages have moved"
}

for name in "$bin/pipeline" "$print_pair"; do
	[ -x "$name" ] || { echo "$name: not built; use make bench"; exit 1; }
done
pair 3 5000000 '5 MB'
[ "$BENCH_QUICK" = 1 ] || pair 1 100000000 '100 MB'

# Two texts that have nothing to do with each other: the lines of one are those of the other, put together anew.
"$print_pair" 20000000 "$tmp/a" "$tmp/same" >/dev/null
# shellcheck disable=SC2018,SC2019 # these letters
tr 'a-z' 'n-za-m' <"$tmp/same" | sed 's/ا/ك/g; s/ل/ط/g; s/ن/س/g; s/و/ج/g' >"$tmp/b"
rm "$tmp/same"
table 1 '20 MB, two different texts (all is new: news and noise mean nothing)'
exit 0
