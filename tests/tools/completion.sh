#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion of each tool in bash, asked for as bash does it, from the one file that is installed for it.
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || { echo 'no bash here'; exit 77; }
completions=${top_builddir:-$top/build}/tools/completions

# offer LINE: what is offered at its end, one a line, goes to "out"
offer() {
	name=${1%% *}
	# shellcheck disable=SC2016 # for bash
	bash -c '
		. "$1"
		COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$3")
		"_${4//-/_}"
		[ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\n" "${COMPREPLY[@]}"
	' bash "$completions/$name" "$1" "$(program_of "$name")" "$name" >out 2>err
	status=$?
	holds "\"$1\": no complaint" [ ! -s err ]
}

mkdir folder
printf x >file

# every_tool LINE LEAST: a tool, with a command if it has some: what all offer, and LEAST options
every_tool() {
	offer "$1 --"
	sort -u out >offered
	"$(program_of "$name")" --help | grep -oE '^  (-.,|   ) --[a-z-]+' | grep -oE '\-\-.*' | sort -u >expected
	same "$name: all options of --help" offered expected
	holds "$name: there are many" [ "$(wc -l <offered)" -gt "$2" ]
	offer "$1 --color "
	text "$name: --color" out 'auto\nalways\nnever'
	offer "$1 --color=a"
	text "$name: --color=" out 'auto\nalways'
	offer "$1 fi"
	text "$name: files" out file
	offer "$1 --data-dir fo"
	text "$name: directories" out folder
}
every_tool norm-convert 15
every_tool norm-compare 15
every_tool 'norm-places find' 12
every_tool norm-report 15

offer 'norm-convert --li'
text 'options' out '--list-profiles\n--list-rules'
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
offer 'norm-convert --jsonl text=se'
text 'the profile of a field' out search
offer 'norm-convert -f w'
text 'encodings' out 'windows-1252\nwindows-1256'
offer 'norm-convert --show-levels fi'
text 'files behind an option that takes its value with = only' out file
offer 'norm-convert -o fi'
text 'files for -o' out file

offer 'norm-compare --li'
text 'options of norm-compare' out '--line-breaks'
offer 'norm-compare --ignore=no'
text 'noise' out noise
offer 'norm-compare -i space,di'
text 'the last class of a list' out 'space,digit-shape'
offer 'norm-compare --fail-on w'
text 'classes' out wording
offer 'norm-compare --from=mac'
text 'encodings behind =' out macintosh
offer 'norm-compare --against=fi'
text 'the base' out file

offer 'norm-places '
text 'commands' out 'find\nlookup\nmatch\nrank\nromanise\narabise\ncompile\nlint\nimport\nexport'
offer 'norm-places ro'
text 'one command' out romanise
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
offer 'norm-places find -g fi'
text 'files for -g' out file
offer 'norm-places compile --output=fi'
text 'files for --output=' out file
offer 'norm-report --only=sc'
text 'sections of norm-report' out scripts
offer 'norm-report --only size,r'
text 'the last section of a list' out 'size,rules\nsize,repeats'
offer 'norm-report --fail-on=e'
text 'severities' out error
offer 'norm-convert -p '
cp out expected
offer 'norm-report -p '
same 'the profiles that there are' out expected
offer 'norm-report -p re'
text 'one profile' out report
offer 'norm-report -p fi'
text 'or one by its path' out file
finish
