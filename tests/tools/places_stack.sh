#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places compile, export, and gazetteers above each other.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

cat >table <<'END'
# what a newsroom knows
id	country	feature	lat	lon	lang	form	status	source
ln:gao	ML	city	16.2666	-0.0402778	fr	Gao	preferred	desk
ln:gao	ML	city	16.2666	-0.0402778	ar	غاو	preferred	desk
ln:kidal	ML	town	18.5	1.4	fr	Kidal	preferred	desk
ln:kidal	ML	town			fr	Kidal ville	variant	desk
ln:sahel		area			fr	Sahel	preferred	desk
END
run compile -o base.gaz table
status compile 0
holds 'it says nothing' [ ! -s err ]
cp base.gaz first.gaz
run compile -o base.gaz table
same 'the same table makes the same file' base.gaz first.gaz
"$tool" compile -o piped.gaz - <table >out 2>err
status=$?
status 'a table on standard input' 0
same 'it makes the same' piped.gaz base.gaz

run compile -o - table
status 'compile -o -' 0
same 'writes to standard output' out base.gaz
holds 'and no file of that name' [ ! -e ./- ]

run export --no-base -g base.gaz
status export 0
cp out exported
text 'all rows, as they were, in the order of ids and languages' out 'id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource
ln:gao\tML\tcity\t16.2666\t-0.0402778\tfr\tGao\tpreferred\tdesk
ln:gao\tML\tcity\t16.2666\t-0.0402778\tar\tغاو\tpreferred\tdesk
ln:kidal\tML\ttown\t18.5\t1.4\tfr\tKidal\tpreferred\tdesk
ln:kidal\tML\ttown\t18.5\t1.4\tfr\tKidal ville\tvariant\tdesk
ln:sahel\t\tarea\t\t\tfr\tSahel\tpreferred\tdesk'
run compile -o again.gaz exported
status 'what was exported compiles' 0
run export --no-base -g again.gaz
same 'export, compile, export: the same' out exported
same 'and the same file' again.gaz base.gaz
run export --no-base -g base.gaz --country=TD,ML
hasnt 'export of some countries' out Sahel
has 'these' out Kidal
run export --no-base -g base.gaz --country=TD
holds 'a country without places' [ "$(wc -l <out)" -eq 1 ]

# The places that come with the library, once round
run export
status 'export of the base' 0
cp out all
holds 'there are many' [ "$(wc -l <all)" -gt 5000 ]
run compile -o all.gaz all
status 'they compile' 0
run export --no-base -g all.gaz
same 'export, compile, export of the base: the same' out all

# Above others: add, change, delete
cat >above <<'END'
ln:gao	ML	city			fr	Gawgaw	preferred	me
ln:new	NE	village	14.1	1.5	fr	Zibane	preferred	me
END
printf 'ln:kidal\t\t\t\t\tfr\tKidal ville\tdeleted\t\nln:sahel\t\t\t\t\t\t\tdeleted\t\n' >>above
run compile -o above.gaz above
status 'what changes others compiles' 0
run export --no-base -g base.gaz -g above.gaz
cut -f1,6,7,8 out | sed 1d | sort >shown
text 'the stack' shown 'ln:gao\tar\tغاو\tpreferred
ln:gao\tfr\tGao\tvariant
ln:gao\tfr\tGawgaw\tpreferred
ln:kidal\tfr\tKidal\tpreferred
ln:new\tfr\tZibane\tpreferred'
run lookup --no-base -g base.gaz -g above.gaz Zibane
status 'an added place is found' 0
run lookup --no-base -g base.gaz -g above.gaz Sahel
status 'a deleted one is not' 1
run lookup --no-base -g base.gaz -g above.gaz 'Kidal ville'
status 'nor a deleted form' 1
echo 'Ils vont de Kidal à Zibane et Gawgaw, au Sahel.' >news
run find --no-base -g base.gaz -g above.gaz --format=tsv news
cut -f4,5,8 out >shown
text 'find sees the stack' shown 'Kidal\tln:kidal\tKidal
Zibane\tln:new\tZibane
Gawgaw\tln:gao\tGawgaw'
run lookup -g above.gaz Zibane Bamako
status 'above the places of the library' 0

# A file that is there stays when something goes wrong
cp base.gaz kept.gaz
printf 'ln:x\tML\ttown\t\t\tfr\tX1\tpreferred\tdesk\nln:y\tML\tburg\t\t\tfr\tYa\tpreferred\tdesk\n' >wrong
run compile -o kept.gaz wrong
status 'a table with an error' 2
has 'file and line' err 'wrong:2:'
has 'nothing was written' err 'kept.gaz: not written'
same 'the file is as it was' kept.gaz base.gaz
run compile -o kept.gaz missing
status 'a table that is not there' 2
same 'the file is as it was then, too' kept.gaz base.gaz
holds 'no temporary file is left' [ "$(find . -name '*kept*' | wc -l)" -eq 1 ]
run compile -o nowhere/new.gaz table
status 'a directory that is not there' 2
mkdir folder
run compile -o folder table
status 'a directory' 2
holds 'it is still there' [ -d folder ]
"$tool" compile -o /dev/stdout table 2>err | cat >out
same 'a pipe is written to' out first.gaz
ln -s base.gaz link.gaz
run compile -o link.gaz above
holds 'a link stays' [ -L link.gaz ]
same 'its file is replaced' base.gaz above.gaz
if [ -c /dev/full ]; then
	run compile -o /dev/full table
	status '/dev/full' 2
	has '/dev/full: why' err 'No space left'
	holds '/dev/full is still there' [ -c /dev/full ]
fi

# Doubtful rows compile, unless --strict
printf 'ln:z\tTD\tvillage\t\t\tfr\tHomme\tpreferred\tdesk\nln:z\tTD\tvillage\t\t\tar\tرجل\tpreferred\tdesk\n' >doubt
run compile -o doubt.gaz doubt
status 'doubtful rows' 0
holds 'nothing is said' [ ! -s err ]
rm doubt.gaz
run compile --strict -o doubt.gaz doubt
status '--strict' 2
has 'what is doubtful' err 'doubt:2: doubtful: "رجل" (ar) seems to be translated: "Homme"'
holds 'no file' [ ! -e doubt.gaz ]
finish
