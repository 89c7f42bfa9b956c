#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places with what nobody should give it: an error or an answer, never a crash, and never a silent loss.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

head -c 300000 "$NORM_CONVERT" >binary
: >empty
mkdir folder
awk 'BEGIN { while (n++ < 10000) printf "b" }' >long # a name of 10,000 letters
awk 'BEGIN { while (n++ < 10000) printf "ب" }' >arabic

# survives STATUS ARGUMENT…: ends by itself with such a status at most
survives() {
	most=$1
	shift
	run "$@"
	holds "$(printf %.60s "$*")" [ "$status" -le "$most" ]
}

# Missing files and directories are trouble, and named
for command in 'find' 'lint' 'rank empty' 'import --format=geonames' 'compile -o out.gaz'; do
	for file in missing folder; do
		# shellcheck disable=SC2086 # words
		run $command "$file"
		status "$command $file" 2
		has "$command $file: it is named" err "$file: "
	done
done
run lookup -g missing Bamako
status 'a gazetteer that is not there' 2
has 'it is named' err 'missing: cannot be read'
run lookup -g folder Bamako
status 'a directory for a gazetteer' 2
has 'it is named, too' err 'folder: '

# Binary files
run find binary
status 'a binary file' 2
has 'it is named' err 'binary: is a binary file, no text'
for format in text tsv jsonl html; do
	survives 1 find --from=UTF-8 --format=$format binary
done
survives 2 find --jsonl=text binary
survives 1 lint binary
survives 2 compile -o out.gaz binary
holds 'nothing was made of it' [ ! -e out.gaz ]
survives 1 rank binary binary
survives 0 import --format=geonames binary
survives 0 import --format=osm --country=ML binary
survives 0 import --format=wikidata binary
"$tool" romanise <binary >out 2>err
status=$?
holds 'romanise' [ "$status" -le 2 ]
find_json() { run find --from=UTF-8 --format=jsonl "$1"; }
find_json binary
holds 'JSON of a binary file is UTF-8' iconv -f UTF-8 -t UTF-8 -o /dev/null out

# Nothing
run find empty
status 'find in nothing' 1
run rank empty empty
status 'rank of nothing' 1
for command in romanise arabise; do
	"$tool" $command <empty >out 2>err
	status=$?
	status "$command of nothing" 0
	holds "$command of nothing: nothing" [ ! -s out ]
	run $command ''
	status "$command of an empty name" 0
done
run match '' Gao
status 'match of an empty name' 1
run lookup ''
status 'lookup of an empty name' 1

# Names of 10,000 letters
for name in "$(cat long)" "$(cat arabic)"; do
	survives 1 lookup "$name"
	survives 1 match "$name" "$name"
	survives 1 match "$name" Gao
	survives 0 romanise "$name"
	survives 0 arabise "$name"
	survives 0 romanise --scheme=din-31635 "$name"
done
survives 1 find long arabic
survives 1 rank long arabic
{ printf 'ln:a\tML\ttown\t\t\tfr\t' && cat long && printf '\tpreferred\tdesk\n'; } >table
run lint table
status 'a row with such a name' 1
has 'it is named' err 'table:1: error: the line is longer than 4096 bytes'
{ printf '@type\t@id\tname\nnode\t1\t' && cat long && printf '\n'; } >osm
run import --format=osm --country=ML osm
status 'import of such a name' 0
has 'it is passed over' err '1 name was passed over'

# Who reads stops
yes 'Il est à Bamako.' 2>/dev/null | head -n 200000 >many
"$tool" find many 2>err | head -n 1 >out
has 'a reader that leaves' out 'Bamako'
"$tool" find <&- >out 2>err
status=$?
holds 'closed standard input' [ "$status" -le 2 ]
finish
