#!/bin/sh
# SPDX-License-Identifier: MIT
# How fast libnorm and its tools are, next to others on the same input in the same run; for people, never a test.
# `make bench' runs it. Its status is 0 unless something could not run.
#
#     BENCH_QUICK=1            a rough answer within 90 seconds
#     BENCH_PIPE=BYTES         how much text the memory test pipes (default 1 GB; the target speaks of 10 GB)
#     BENCH_ROUNDS=NUMBER      how often everything is run (default 5)
#     BENCH_JOLITYPO=FILE      the autoload.php of an installed JoliTypo, the typographer in PHP that fr-FR is measured against
#
# The programs measured take turns, round after round, as the machine may have other things to do. For the same reason
# libraries are measured by the time they had a processor; whole programs, of which several may run at once, by the
# clock on the wall. Input is the corpus beside the source tree, or else the samples, repeated.

set -u
: "${BENCH_QUICK:=0}" "${BENCH_JOLITYPO:=}" "${top_srcdir:=$(dirname "$0")/../..}" "${top_builddir:=.}"
: "${LIBNORM_DATA:=$top_srcdir/data}" "${NORM_CONVERT:=$top_builddir/tools/convert/norm-convert}"
: "${NORM_COMPARE:=$top_builddir/tools/compare/norm-compare}" "${NORM_PLACES:=$top_builddir/tools/places/norm-places}"
: "${NORM_REPORT:=$top_builddir/tools/report/norm-report}"
here=$top_srcdir/tests/bench
bin=$top_builddir/tests/bench
MB=1000000
if [ "$BENCH_QUICK" = 1 ]; then
	: "${BENCH_PIPE:=$((256 * MB))}" "${BENCH_ROUNDS:=2}"
	size=$((6 * MB)) runs=3 starts=100 line=$((256 * MB)) hard=$MB
else
	: "${BENCH_PIPE:=$((1000 * MB))}" "${BENCH_ROUNDS:=5}"
	size=$((24 * MB)) runs=5 starts=100 line=$((1000 * MB)) hard=$((4 * MB))
fi
inputs='french arabic mixed'
profiles='none clean fr-FR nlp search'
piped=$((128 * MB))
gazetteer_names='20000 1000000'
LC_ALL=C.UTF-8
export LC_ALL LIBNORM_DATA
unset LANGUAGE XDG_CONFIG_HOME

tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
results=$tmp/results
: >"$results"
: >"$tmp/failed"
: >"$tmp/missing"

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# record SECTION INPUT SUBJECT COMMAND…: run it and note each line of figures it prints.
record() {
	record_section=$1 record_input=$2 record_subject=$3
	shift 3
	if "$@" >"$tmp/out" 2>"$tmp/err"; then
		sed "s#[ ]#	#g; s#^#$record_section	$record_input	$record_subject	#" "$tmp/out" >>"$results"
	else
		printf '%s, %s: %s\n' "$record_subject" "$record_input" "$(tail -n 1 "$tmp/err")" >>"$tmp/failed"
	fi
}

# speed INPUT SUBJECT COMMAND…
speed() { record speed "$@"; }

# ---- Input ----

unpack_corpus() {
	corpus=$top_srcdir/../shared/corpus
	has gzip && [ -r "$corpus/news.fr.jsonl.gz" ] && [ -r "$corpus/news.ar.jsonl.gz" ] || return
	gzip -dc "$corpus/news.fr.jsonl.gz" >"$tmp/fr.jsonl" && gzip -dc "$corpus/news.ar.jsonl.gz" >"$tmp/ar.jsonl"
}

make_inputs() {
	origin='French and Arabic news (the corpus beside the source tree)'
	unpack_corpus || { origin='the samples, repeated' && cp "$top_srcdir"/data/samples/*.jsonl "$tmp"; } || exit 1
	for input in $inputs; do
		"$bin/make_corpus" "$input" "$size" "$tmp"/*.jsonl >"$tmp/$input" || exit 1
	done
	rm -f "$tmp"/*.jsonl
	: >"$tmp/empty"
}

bytes_of() { wc -c <"$1"; }

# ---- Libraries ----

library_speeds() {
	for profile in $profiles; do
		for mode in plain edits stream stream-edits; do
			speed "$1" "libnorm $profile $mode" "$bin/bench_libnorm" "$profile" "$mode" "$tmp/$1" "$runs"
		done
	done
	speed "$1" "libnorm clean without repair" "$bin/bench_libnorm" "clean without repair" plain "$tmp/$1" "$runs"
	for form in NFC NFKC_Casefold; do
		speed "$1" "ICU $form" "$bin/peer_icu" "$form" plain "$tmp/$1" "$runs"
		speed "$1" "ICU $form edits" "$bin/peer_icu" "$form" edits "$tmp/$1" "$runs"
	done
}

# Slow ones. One run in each round is enough.
slow_library_speeds() {
	for form in NFC NFKC_Casefold; do
		speed "$1" "utf8proc $form" "$bin/peer_utf8proc" "$form" "$tmp/$1" 1
	done
	[ "$1" = french ] || return 0
	if [ -n "$BENCH_JOLITYPO" ] && has php; then
		speed "$1" "JoliTypo fr_FR" php "$here/peer_jolitypo.php" "$BENCH_JOLITYPO" "$tmp/$1" 1
	else
		echo 'JoliTypo (BENCH_JOLITYPO)' >>"$tmp/missing"
	fi
}

latencies() {
	for input in french arabic; do
		for profile in clean search; do
			record latency "$input" "libnorm $profile plain" "$bin/bench_libnorm" "$profile" latency "$tmp/$input" "$runs"
			record latency "$input" "libnorm $profile edits" \
				"$bin/bench_libnorm" "$profile" latency-edits "$tmp/$input" "$runs"
		done
		for form in NFC NFKC_Casefold; do
			record latency "$input" "ICU $form" "$bin/peer_icu" "$form" latency "$tmp/$input" "$runs"
		done
	done
}

compilations() {
	for profile in $profiles; do
		record compile - "$profile" "$bin/bench_libnorm" "$profile" compile
	done
}

# ---- Whole programs ----

# An approximation of `search' as people write it.
perl_search='use feature "fc"; use Unicode::Normalize;
	$_ = NFKD(fc $_); s/\p{Mn}//g; $_ = NFC($_);
	tr/\x{671}\x{649}\x{629}/\x{627}\x{64A}\x{647}/;
	tr/\x{2018}\x{2019}\x{AB}\x{BB}\x{201C}\x{201D}\x{2013}\x{2014}/\x27\x27""""--/;
	tr/\x{660}-\x{669}\x{6F0}-\x{6F9}/0-90-9/; s/\x{640}//g; s/\x{153}/oe/g; s/\x{E6}/ae/g; s/[^\S\n]+/ /g'

# program RUNS INPUT SUBJECT NAME ARGUMENT…: on one file. Every round starts it anew; nothing else is measured.
program() {
	program_runs=$1 program_input=$2 program_subject=$3
	shift 3
	if ! has "$1"; then
		echo "$1" >>"$tmp/missing"
		return
	fi
	speed "$program_input" "$program_subject" "$bin/pipeline" "$program_runs" "$(bytes_of "$tmp/$program_input")" \
		"$@" "$tmp/$program_input"
}

program_speeds() {
	program 2 "$1" uconv uconv -f utf-8 -t utf-8
	program 2 "$1" iconv iconv -f utf-8 -t utf-8
	program 2 "$1" "sed, 2 rules" env LC_ALL=C sed -e "s/’/'/g" -e 's/…/.../g'
}

slow_program_speeds() {
	program 1 "$1" "uconv -x any-nfkc" uconv -f utf-8 -t utf-8 -x any-nfkc
	program 1 "$1" "perl, like search" perl -CSD -p -e "$perl_search"
}

# The library is measured without its start, and the tool's takes as long as some megabytes: it gets the input so often
# that this weighs less than a twentieth. (How long it is, is measured by itself.) What starts in a pipeline may share a
# processor or not, which changes much; so there are more runs.
tool_speeds() {
	input=$1
	all=0
	shift
	while [ "$all" -lt "$piped" ]; do
		set -- "$@" "$tmp/$input"
		all=$((all + $(bytes_of "$tmp/$input")))
	done
	speed "$input" "cat | cat" "$bin/pipeline" 4 "$all" cat "$@" -- cat
	for profile in clean search; do
		speed "$input" "norm-convert $profile FILE" "$bin/pipeline" 2 "$all" "$NORM_CONVERT" -p "$profile" "$@"
		speed "$input" "cat | norm-convert $profile" "$bin/pipeline" 4 "$all" \
			cat "$@" -- "$NORM_CONVERT" -p "$profile"
		speed "$input" "cat | norm-convert $profile | cat" "$bin/pipeline" 4 "$all" \
			cat "$@" -- "$NORM_CONVERT" -p "$profile" -- cat
	done
}

# All sections of a report, of the same file four times: threads share files.
report_speeds() {
	for threads in 1 2; do
		speed "$1" "norm-report --json -j $threads" "$bin/pipeline" 1 "$((4 * $(bytes_of "$tmp/$1")))" \
			"$NORM_REPORT" --json --total --fail-on=off -j "$threads" "$tmp/$1" "$tmp/$1" "$tmp/$1" "$tmp/$1"
	done
}

# start_up NAME COMMAND…: beside cat, in turns
start_up() {
	start_name=$1
	shift
	record startup - "$start_name" "$bin/startup" "$starts" cat "$tmp/empty" -- "$@" "$tmp/empty"
}

start_ups() {
	start_up norm-convert "$NORM_CONVERT"
	start_up "norm-convert -p search" "$NORM_CONVERT" -p search
	start_up "norm-convert -p none" "$NORM_CONVERT" -p none
	start_up norm-compare "$NORM_COMPARE" "$tmp/empty"
	start_up norm-report "$NORM_REPORT"
	# It says by its status that it has found nothing.
	printf 'Paris\n' >"$tmp/place"
	start_up "norm-places find" "$NORM_PLACES" find "$tmp/place"
}

# memory KIND BYTES: of norm-convert behind a pipe; for the slower --edits less of it
memory() {
	for options in '-p clean' '-p search' '-p search --edits'; do
		case $options in *edits) bytes=$(($2 / 32)) ;; *) bytes=$2 ;; esac
		# shellcheck disable=SC2086 # a list of words
		record memory "$1" "norm-convert $options" "$bin/pipeline" 1 "$bytes" \
			"$bin/gen_input" "$1" "$bytes" -- "$NORM_CONVERT" $options
	done
}

memories() {
	memory text "$BENCH_PIPE"
	memory line "$line"
	for kind in spaces marks invalid; do
		memory "$kind" "$((line / 4))"
	done
}

# ---- Gazetteers ----

gazetteers() {
	for names in $gazetteer_names; do
		record gazetteer - "$names names" "$bin/bench_gazetteer" "$names" "$tmp/gazetteer"
	done
}

# Places in news with the names of the project, and with as many names as they are of, made of words of these.
make_gazetteers() {
	here_bin=$(cd "$bin" && pwd) || exit 1
	cp "$top_builddir/data/places/base.gaz" "$tmp/base" || exit 1
	(
		cd "$top_srcdir/data/places" && for names in $gazetteer_names; do
			"$here_bin/make_gazetteer" "$names" africa.tsv areas.tsv countries.tsv machrek.tsv maghreb.tsv sahel.tsv world.tsv \
				>"$tmp/names-$names" || exit 1
		done
	) || exit 1
}

finders() {
	for input in french arabic; do
		record finder "$input" "names of the project" "$bin/bench_finder" "$tmp/$input" "$runs" "$tmp/base"
		for names in $gazetteer_names; do
			record finder "$input" "$names names" "$bin/bench_finder" "$tmp/$input" "$runs" "$tmp/names-$names"
		done
		record finder "$input" "project + ${gazetteer_names%% *} names" "$bin/bench_finder" "$tmp/$input" "$runs" \
			"$tmp/base" "$tmp/names-${gazetteer_names%% *}"
	done
}

# ---- Hard input ----

# The same profile on the whole of a hard text and on a small part of it, which shows whether time is linear.
hard_speeds() {
	"$bin/gen_input" "$1" "$hard" >"$tmp/hard" && "$bin/gen_input" "$1" "$((hard / 32))" >"$tmp/part" || exit 1
	for profile in clean search; do
		for mode in plain edits; do
			record hard "$1" "libnorm $profile $mode" "$bin/bench_libnorm" "$profile" "$mode" "$tmp/hard" 2
			record part "$1" "libnorm $profile $mode" "$bin/bench_libnorm" "$profile" "$mode" "$tmp/part" 2
		done
	done
	record hard "$1" "ICU NFKC_Casefold" "$bin/peer_icu" NFKC_Casefold plain "$tmp/hard" 2
}

# ---- The run ----

machine() {
	model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)
	printf 'machine   %s, %s cores, %s; load %s\n' "${model:-$(uname -m)}" "$(getconf _NPROCESSORS_ONLN)" \
		"$(uname -sr)" "$(uptime | sed 's/.*average[s]*: *//')"
	printf 'versions  %s\n          %s; %s\n' "$("$bin/bench_libnorm" version)" "$("$bin/peer_icu" version)" \
		"$("$bin/peer_utf8proc" version)"
	printf 'input     %s; %d MB each\n' "$origin" "$((size / MB))"
	printf 'runs      rounds: %d; runs of a library in each: %d\n' "$BENCH_ROUNDS" "$runs"
}

run_round() {
	for input in $inputs; do
		library_speeds "$input"
		program_speeds "$input"
		tool_speeds "$input"
		report_speeds "$input"
	done
	latencies
	compilations
	gazetteers
	finders
	start_ups
}

run_slow() {
	for input in $inputs; do
		slow_library_speeds "$input"
		slow_program_speeds "$input"
	done
}

run_all() {
	round=1
	while [ "$round" -le "$BENCH_ROUNDS" ]; do
		say "round $round of $BENCH_ROUNDS"
		run_round
		[ "$round" -gt 2 ] || run_slow
		round=$((round + 1))
	done
	say 'hard input'
	for kind in $("$bin/gen_input" kinds); do
		hard_speeds "$kind"
	done
	say 'memory'
	memories
}

for name in bench_finder bench_gazetteer bench_libnorm peer_icu peer_utf8proc gen_input make_corpus make_gazetteer \
	pipeline startup; do
	[ -x "$bin/$name" ] || { say "$bin/$name: not built; use make bench" && exit 1; }
done
has "$NORM_CONVERT" || { say "$NORM_CONVERT: not there" && exit 1; }
make_inputs
make_gazetteers
machine
run_all
awk -F '\t' -v "inputs=$inputs" -v "profiles=$profiles" -f "$here/report.awk" "$results" || exit 1
[ ! -s "$tmp/missing" ] || printf '\nskipped, not installed: %s\n' "$(sort -u "$tmp/missing" | tr '\n' ' ')"
[ -s "$tmp/failed" ] || exit 0
printf '\ncould not run:\n'
sort -u "$tmp/failed"
exit 1
