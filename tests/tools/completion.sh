#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion in bash, asked for as bash does it.
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || { echo 'no bash here'; exit 77; }

# offer LINE: what is offered at its end, one a line, goes to "out"
offer() {
	# shellcheck disable=SC2016 # for bash
	bash -c '
		. "$1"
		COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$3")
		_norm_convert
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$top/tools/convert/norm-convert.bash" "$1" "$NORM_CONVERT" >out 2>err
	status=$?
	holds "\"$1\": no complaint" [ ! -s err ]
}

offer 'norm-convert --li'
text 'options' out '--list-profiles\n--list-rules'
offer 'norm-convert --'
sort -u out >offered
"$NORM_CONVERT" --help | grep -oE '^  (-.,|   ) --[a-z-]+' | grep -oE '\-\-.*' | sort -u >expected
same 'all options of --help' offered expected
holds 'there are many' [ "$(wc -l <offered)" -gt 15 ]
offer 'norm-convert -p '
text 'profiles' out 'clean\nfr-CA\nfr-CH\nfr-FR\nnlp\nnone\nreport\nsearch\nwire'
offer 'norm-convert -p se'
text 'one profile' out search
offer 'norm-convert --profile=se'
text 'a profile behind =' out search
offer 'norm-convert --set unicode.f'
text 'a rule' out 'unicode.form='
offer 'norm-convert --set unicode.form='
text 'its values (bash has the start already)' out 'none\nNFC\nNFD\nNFKC\nNFKD'
offer 'norm-convert --set unicode.form=NFK'
text 'some of its values' out 'NFKC\nNFKD'
offer 'norm-convert --set=unicode.form=NFK'
text 'the same behind =' out 'NFKC\nNFKD'
offer 'norm-convert --on-error=s'
text '--on-error' out strict
offer 'norm-convert --show-levels='
text '--show-levels' out 'text\njson'
offer 'norm-convert --color '
text '--color' out 'auto\nalways\nnever'
offer 'norm-convert --jsonl text=se'
text 'the profile of a field' out search
mkdir folder
printf x >file
offer 'norm-convert fi'
text 'files' out file
offer 'norm-convert --show-levels fi'
text 'files behind an option that takes its value with = only' out file
offer 'norm-convert --data-dir fo'
text 'directories' out folder
offer 'norm-convert -o fi'
text 'files for -o' out file
finish
