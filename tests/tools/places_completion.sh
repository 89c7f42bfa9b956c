#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion of norm-places in bash, asked for as bash does it.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || { echo 'no bash here'; exit 77; }

# offer LINE: what is offered at its end, one a line, goes to "out"
offer() {
	# shellcheck disable=SC2016 # for bash
	bash -c '
		. "$1"
		COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$3")
		_norm_places
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$top/tools/places/norm-places.bash" "$1" "$tool" >out 2>err
	status=$?
	holds "\"$1\": no complaint" [ ! -s err ]
}

offer 'norm-places '
text 'commands' out 'find\nlookup\nmatch\nrank\nromanise\narabise\ncompile\nlint\nimport\nexport'
offer 'norm-places ro'
text 'one command' out romanise
offer 'norm-places find --'
sort -u out >offered
"$tool" --help | grep -oE '^  (-.,|   ) --[a-z-]+' | grep -oE '\-\-.*' | sort -u >expected
same 'all options of --help' offered expected
holds 'there are many' [ "$(wc -l <offered)" -gt 12 ]
offer 'norm-places find --format='
text 'formats of find' out 'text\ntsv\njsonl\nhtml'
offer 'norm-places import --format '
text 'those of import' out 'geonames\nosm\nwikidata'
offer 'norm-places romanise -s '
sort out >offered
{ echo french && for file in "$top"/data/translit/*.txt; do basename "$file" .txt; done; } | sort >expected
same 'the schemes that there are' offered expected
offer 'norm-places romanise -s i'
text 'a scheme' out iso-233-2
offer 'norm-places arabise --scheme='
text 'schemes with a way back' out 'french\nbuckwalter'
offer 'norm-places --color='
text '--color' out 'auto\nalways\nnever'
mkdir folder
printf x >file
offer 'norm-places find fi'
text 'files, not commands, behind a command' out file
offer 'norm-places find -g fi'
text 'files for -g' out file
offer 'norm-places compile --output=fi'
text 'files for --output=' out file
offer 'norm-places find --data-dir fo'
text 'directories' out folder
finish
