#!/bin/sh
# SPDX-License-Identifier: MIT
# --stats and progress: on standard error, and only when asked for or long awaited.
. "$(dirname "$0")/lib.sh"

printf 'A  b  c\n' >one
printf '\303\211\n' >two
run --stats -p none --set spaces.runs=collapse --set latin.accents=strip one two
status '--stats' 0
text 'the text is as ever' out 'A b c\nE'
has 'files' err '2 files, '
has 'bytes' err '11 bytes in, 8 bytes out'
has 'changes' err '3 changes, '
has 'speed' err ' MB/s'
holds 'changes by rule' grep -qE '^ *2  spaces\.runs ' err
holds 'one rule a line' grep -qE '^ *1  latin\.accents ' err
holds 'no rule that did nothing' [ "$(wc -l <err)" -eq 3 ]
run --stats one missing
status '--stats with a missing file' 2
has 'what was read is counted' err '1 file, '
run --stats --check one
status '--stats --check' 1
has 'all of the file is counted' err '2 changes, '
awk 'BEGIN { for (i = 0; i < 200; i++) print "la ligne" }' >many
run --stats many
has 'groups of digits' err '1,800 bytes in'
printf '{"t":"A  b"}\n' >json
run --stats --jsonl t json
has '--stats --jsonl' err '1 change, '
run one
holds 'without --stats nothing is said' [ ! -s err ]

# Progress: a pipe that takes its time
slow() {
	for _ in 1 2 3 4; do
		printf 'x\n'
		sleep 0.6
	done
}
slow | "$NORM_CONVERT" >out 2>err
holds 'no progress where standard error is no terminal' [ ! -s err ]
if command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1; then
	cat >slow.sh <<END
(for _ in 1 2 3 4; do echo x; sleep 0.6; done) | "$NORM_CONVERT" >out
END
	script -qec 'sh slow.sh' /dev/null >screen </dev/null
	has 'progress on a terminal' screen ' MB/s'
	has 'it names the input' screen '(standard input)  '
	holds 'and is gone in the end' [ "$(tail -c 4 screen | od -An -tx1 | tr -d ' ')" = 0d1b5b4b ]
	printf 'echo x | "%s" >out\n' "$NORM_CONVERT" >quick.sh
	script -qec 'sh quick.sh' /dev/null >screen </dev/null
	holds 'no progress of quick work' [ ! -s screen ]
else
	skip 'progress' 'no script(1) here'
fi
finish
