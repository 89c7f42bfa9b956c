#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion of norm-compare in bash, asked for as bash does it.
tool=norm-compare
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || { echo 'no bash here'; exit 77; }

# offer LINE: what is offered at its end, one a line, goes to "out"
offer() {
	# shellcheck disable=SC2016 # for bash
	bash -c '
		. "$1"
		COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$3")
		_norm_compare
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$top/tools/compare/norm-compare.bash" "$1" "$NORM_COMPARE" >out 2>err
	status=$?
	holds "\"$1\": no complaint" [ ! -s err ]
}

offer 'norm-compare --li'
text 'options' out '--line-breaks'
offer 'norm-compare --'
sort -u out >offered
"$NORM_COMPARE" --help | grep -oE '^  (-.,|   ) --[a-z-]+' | grep -oE '\-\-.*' | sort -u >expected
same 'all options of --help' offered expected
offer 'norm-compare --ignore=no'
text 'noise' out noise
offer 'norm-compare -i space,di'
text 'the last class of a list' out 'space,digit-shape'
offer 'norm-compare --fail-on w'
text 'classes' out wording
offer 'norm-compare --color '
text '--color' out 'auto\nalways\nnever'
printf x >file
mkdir folder
offer 'norm-compare fi'
text 'files' out file
offer 'norm-compare --against=fi'
text 'the base' out file
offer 'norm-compare --data-dir fo'
text 'directories' out folder
finish
