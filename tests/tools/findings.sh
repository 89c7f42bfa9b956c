#!/bin/sh
# SPDX-License-Identifier: MIT
# Findings: places that a rule reports and leaves as they are.
. "$(dirname "$0")/lib.sh"

"$NORM_CONVERT" --list-rules >rules
if ! grep -qE '^arabic\.comma .*report' rules; then
	skip 'findings' 'no rule arabic.comma that reports'
	finish
fi

# "26،013  x", where the comma is reported and the spaces are changed
printf '\330\261\331\202\331\205  26\330\214013\n' >file
report='-p none --set spaces.runs=collapse --set arabic.comma=report'

# shellcheck disable=SC2086 # options
{
	run $report file
	printf '\330\261\331\202\331\205 26\330\214013\n' >expected
	same 'a finding changes nothing' out expected

	run $report --explain file
	status '--explain' 0
	holds 'a line for the change and one for the finding' [ "$(wc -l <out)" -eq 2 ]
	holds 'in the order of the text: the change' grep -q '^file:1:4: spaces\.runs: ' out
	holds 'and the finding as a note' grep -qE '^file:1:8: note: .* \[arabic\.comma\]: "\S*"' out
	has 'what it is about' out '(U+060C)'

	run $report --edits file
	status '--edits' 0
	text 'an object of its own' out '{"file":"file","source":[6,8],"output":[6,7],"rules":["spaces.runs"],"before":"  ","after":" "}
{"file":"file","source":[10,12],"output":[9,11],"finding":"arabic.comma","text":"\330\214"}'

	run $report --stats file
	has '--stats counts changes' err '1 change, '
	has 'and findings apart' err '1 finding, '
	holds 'by rule, too' grep -qE '^ *1  arabic\.comma +note: ' err

	run $report --check file
	status '--check: the change' 1
	run $report --check expected
	status '--check: a finding alone is no change' 0
	holds 'and is not listed' [ ! -s out ]
	cp expected stays
	touch -d '2001-01-01' stays
	run $report -i stays
	holds 'a file with findings only is not touched' [ -z "$(find stays -newermt '2001-01-02')" ]

	printf '{"u":1,"t":"\\u0661\330\2142  \331\202"}\n' >json
	run $report --jsonl t --explain json
	holds '--jsonl: a note with its column in the line' grep -q '^json:1:19: note: ' out
	holds '--jsonl: and the change behind it' grep -q '^json:1:21: spaces\.runs: ' out
	run $report --jsonl t --edits json
	has '--jsonl: an object with line and field' out \
		"$(printf '{"file":"json","line":1,"field":"t","source":[2,4],"output":[2,4],"finding":"arabic.comma","text":"\330\214"}')"
	run $report --jsonl t --stats json
	has '--jsonl: --stats' err '1 finding, '

	printf '1\330\2142\0003\330\2144\000' >records
	run $report -0 --edits records
	text 'records: offsets in the file' out '{"file":"records","source":[1,3],"output":[1,3],"finding":"arabic.comma","text":"\330\214"}
{"file":"records","source":[6,8],"output":[6,8],"finding":"arabic.comma","text":"\330\214"}'
}
finish
