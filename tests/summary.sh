#!/bin/sh
# SPDX-License-Identifier: MIT
# summary.sh TRS-FILE…: one line, "N passed, N failed" and what was skipped, from what tests/driver.sh noted of each
# test. Fails unless all is well. A test that left no note, or none that is whole, counts as one failure.
set -u
passed=0 failed=0 skipped=0
[ $# -gt 0 ] || failed=1
for trs in "$@"; do
	counts=$(sed -n 's/^:cases: //p' "$trs" 2>/dev/null)
	# shellcheck disable=SC2086 # three numbers
	set -- ${counts:-0 1 0}
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
done
printf '%d passed, %d failed' "$passed" "$failed"
[ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped"
echo
[ "$failed" -eq 0 ]
