#!/bin/sh
# SPDX-License-Identifier: MIT
# Test driver of `make check' (the interface is automake's "custom test drivers"): runs one test program and counts
# its cases, which tests/summary.sh adds up. A program says how many it ran
# - through Criterion ("Synthesis: Tested: 3 | Passing: 3 | …"), or
# - in a line "N passed, N failed" or "N passed, N failed, N skipped" of its own.
# One that says neither is a single case. Whatever it says, a bad exit status is a failure; 77 means skipped.
# Lines that start with "figure: " are shown also when the test passes.
set -u

while [ $# -gt 0 ]; do
	case $1 in
	--test-name) name=$2; shift ;;
	--log-file) log=$2; shift ;;
	--trs-file) trs=$2; shift ;;
	--color-tests) colour=$2; shift ;;
	--expect-failure | --enable-hard-errors) shift ;;
	--) shift; break ;;
	*) break ;;
	esac
	shift
done

timeout "${TEST_TIMEOUT:-900}" "$@" >"$log" 2>&1 </dev/null
status=$?

# Prints "PASSED FAILED SKIPPED".
count_cases() {
	awk -v status="$status" '
	{ gsub(/\033\[[0-9;]*m/, "") }
	/Synthesis: Tested: / {
		for (i = 1; i < NF; i++) {
			if ($i == "Tested:") tested = $(i + 1)
			if ($i ~ /^Pass(ed|ing):$/) good = $(i + 1)
		}
		passed += good; failed += tested - good; said = 1
	}
	/^[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$/ {
		passed += $1; failed += $3; skipped += $5; said = 1
	}
	END {
		if (status == 77) skipped += !skipped
		else if (status != 0) failed += !failed
		else if (!said) passed = 1
		else if (passed + failed + skipped == 0) failed = 1 # it ran, but tested nothing
		printf "%d %d %d\n", passed, failed, skipped
	}' "$log"
}

read -r passed failed skipped <<END
$(count_cases)
END
result=PASS
[ "$skipped" -gt 0 ] && [ "$passed" -eq 0 ] && result=SKIP
[ "$failed" -gt 0 ] && result=FAIL
{
	echo ":test-result: $result"
	echo ":global-test-result: $result"
	echo ":cases: $passed $failed $skipped"
	if [ "$result" = FAIL ]; then echo ':recheck: yes'; else echo ':recheck: no'; fi
	if [ "$result" = PASS ]; then echo ':copy-in-global-log: no'; else echo ':copy-in-global-log: yes'; fi
} >"$trs"

on='' off=''
if [ "${colour:-no}" = yes ]; then
	off=$(printf '\033[m')
	case $result in
	PASS) on=$(printf '\033[32m') ;;
	SKIP) on=$(printf '\033[34m') ;;
	FAIL) on=$(printf '\033[31m') ;;
	esac
fi
report="$on$result$off: $name ($passed passed, $failed failed"
[ "$skipped" -eq 0 ] || report="$report, $skipped skipped"
[ "$status" -ne 124 ] || report="$report, out of time"
figures=$(sed -n 's/^figure: /      /p' "$log")
printf '%s)%s\n' "$report" "${figures:+
$figures}"
