#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report --baseline and --write-baseline
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"
tab=$(printf '\t')

cat >page <<'END'
Le président a quitté Bamako hier matin, selon l'agence.
Il n'a rien dit de l'accord signé dans l'après-midi.
Le ministre, lui, parle d'un "succès" de la diplomatie.
قال الوزيـر إن الوفد و الصحافة غادروا المدينة .
END
run --lint page
cp out all
run --write-baseline base page
status 'what is written counts as known' 0
run --lint --write-baseline base2 page
holds 'and is not told' [ ! -s out ]
same 'the same baseline' base base2
grep -v '^#' base >lines
holds 'a line for each finding' [ "$(wc -l <lines)" -eq "$(wc -l <all)" ]
holds 'of file, rule and fingerprint' [ "$(grep -cE "^page${tab}[a-z.-]+${tab}[0-9a-f]{16}:[0-9]+$" lines)" -eq "$(wc -l <lines)" ]
holds 'sorted' env LC_ALL=C sort -cu lines
holds 'without anything else' [ "$(grep -c '^#' base)" -eq 1 ]

# knows WHAT [OPTION…]: nothing is new in the page
knows() {
	what=$1
	shift
	run --lint --baseline base "$@" page
	status "$what" 0
	holds "$what: silence" [ ! -s out ] && [ ! -s err ]
}
# tells WHAT NUMBER: so many findings are new in the page
tells() {
	run --lint --baseline base page
	status "$1" 1
	holds "$1: $2" [ "$(wc -l <out)" -eq "$2" ]
}
knows 'findings that are known'
knows 'with threads' -j 3
knows 'whatever severity matters' --fail-on=warning
run --baseline base --only=rules --json page
has 'known findings are counted' out "\"known\":$(wc -l <lines)"
has 'as nothing else' out '"notes":0,'
has 'in no table of rules' out '"rules":[]'
run --baseline base page
hasnt 'nor in the summary' out 'Findings'
run --baseline base --html page
has 'nor in the page' out 'find nothing that the baseline does not know'
hasnt 'which lists nothing' out 'data-level='

# What moves, and what is changed elsewhere
cp page old
{ printf 'Une ligne de plus.\n\nEt une autre.\n'; cat old; } >page
knows 'lines that have moved'
{ sed 1d old; sed -n 1p old; } >page
knows 'lines in another order'
sed 's/Le président a quitté Bamako/Le premier ministre du pays a soudain quitté la ville de Bamako/' old >page
knows 'other words far away on the line'
sed 's/$/\r/' old >page
knows 'ends of lines of another system'
sed "s/n'a/n’a/; s/d'un/d’un/; s/الوزيـر/الوزير/" old >page
run --lint --baseline base page
status 'what is put right beside others does not bring them back' 0
has 'but is told as gone, once' err 'base: 3 findings in it are no longer there'
holds 'in a line' [ "$(wc -l <err)" -eq 1 ]
run --baseline base --write-baseline base3 page
holds 'and is left out of the next one' [ "$(wc -l <base3)" -eq $(($(wc -l <base) - 3)) ]
cat old >page

# What is new
{ cat old; printf "Une phrase de l'auteur.\n"; } >page
tells 'a new finding' 1
has 'with its place' out 'page:5:16: '
run --baseline base --json --only=rules page
has 'it alone is in the table of rules' out '"rules":[{"rule":"french.apostrophes","edits":1,"reports":0,'
has 'and is the example' out '"examples":[{"file":"page","line":5,"column":16,'
cp out json
run --merge --json --only=rules json
same 'as it is when merged' out json
run --baseline base page
has 'in the summary' out "  note                 1  mark that stands for an apostrophe"
{ cat old; sed -n 1p old; } >page
tells 'a copy of a known finding' 1
has 'the copy' out 'page:5:'
{ cat old; cat old; } >page
tells 'copies of all' "$(wc -l <all)"
sed "s/l'agence/l\`agence/" old >page
run --lint --baseline base page
status 'another character at the same place' 1
sed "s/selon l'agence/d'après l'armée/" old >page
run --lint --baseline base page
status 'other words around it' 1
cat old >page
cp page other
run --lint --baseline base other
status 'another file' 1
holds 'has nothing known' [ "$(wc -l <out)" -eq "$(wc -l <all)" ]
has 'and is no reason to miss something' all "$(sed 's/^other/page/' out)"
holds 'no note of what was not read' [ ! -s err ]

# Names
run --lint --baseline base ./page
status '"./" says nothing' 0
odd=$(printf '#50%%\t\303\251')
cp page "$odd"
run --write-baseline odd "$odd"
has 'a name that does not fit' odd "$(printf '%%2350%%25%%09\303\251\t')"
run --lint --baseline odd "$odd"
status 'is known again' 0
run --write-baseline input - <page
run --lint --baseline input - <page
status 'standard input' 0

# A baseline of many files, and one of them alone
run --baseline base --write-baseline both other
holds 'what is known of files that were not read stays' [ "$(grep -cE "^(page|other)$tab" both)" -eq $((2 * $(wc -l <lines))) ]
run --lint --baseline both page other
status 'all is known' 0
run --lint --baseline both -j 2 other page
status 'in any order' 0
{ sed -n '/^other/p' both; cat base base; printf '\n# a comment\n'; } >merged
run --lint --baseline merged page other
status 'baselines one behind the other, with lines twice' 0
sed 's/$/\r/' both >crlf
run --lint --baseline crlf page other
status 'with CRLF' 0
: >empty
run --lint --baseline empty page
same 'an empty one knows nothing' out all


# What cannot be read may still be there
cp page page.good
head -c 4096 /dev/zero >page
run --lint --baseline both page other
status 'a file that has become binary' 2
hasnt 'nothing of it is told as gone' err 'no longer there'
run --baseline both --write-baseline kept page other
same 'all of it stays' kept both
mv page.good page

# Records
{ printf '{"t":"L\\u0027eau"}\n'; printf '{"t":"Il a dit \\"oui\\""}\n{"t":"L\\u0027eau"}\n'; } >lines.jsonl
run --write-baseline records --jsonl t lines.jsonl
has 'records: one after the other' records ':2'
{ printf '{"t":"Un autre"}\n'; cat lines.jsonl; } >moved && mv moved lines.jsonl
run --lint --baseline records -j 2 --jsonl t lines.jsonl
status 'records that have moved' 0
cp lines.jsonl lines.good
sed '2s/}$//' lines.good >lines.jsonl
run --baseline records --write-baseline kept --jsonl t lines.jsonl
status 'a record that has become invalid' 2
same 'what is known of it stays' kept records
mv lines.good lines.jsonl
copy=$(sed -n 4p lines.jsonl)
printf '%s\n' "$copy" >>lines.jsonl
run --lint --baseline records --jsonl t lines.jsonl
holds 'a copy of a record' [ "$(wc -l <out)" -eq 1 ]

# SARIF
{ cat old; printf "Une phrase de l'auteur.\n"; } >page
run --sarif --baseline base page
holds 'SARIF: what is new, and nothing else' [ "$(grep -c '"ruleId"' out)" -eq 1 ]
has 'is called so' out '"baselineState":"new"'
run --write-baseline whole page
run --sarif page
grep -o '"libnorm/v1":"[^"]*"' out | cut -d '"' -f 4 | sort >told
grep -v '^#' whole | cut -f 3 | sort >written
same 'its fingerprints are those of baselines' told written
hasnt 'without a baseline nothing is new' out baselineState
cat old >page

# Trouble
run --baseline nowhere page
status 'a baseline that is not there' 2
has 'is named' err 'nowhere: No such file'
# broken LINE TEXT: a baseline with this line is refused
broken() {
	# shellcheck disable=SC2059 # a format
	{ sed 3q base; printf "$1\n"; sed 1,3d base; } >bad
	run --lint --baseline bad page
	status "refused: $1" 2
	has "refused: $1: where" err 'bad:4: not a line of a baseline'
	holds "refused: $1: no report" [ ! -s out ]
}
hash=0123456789abcdef
broken '<<<<<<< HEAD'
broken 'page\tfrench.quotes'
broken "page\tfrench.quotes\t$hash"
broken "page\tfrench.quotes\t$hash:"
broken "page\tfrench.quotes\t$hash:0"
broken "page\tfrench.quotes\t$hash:1x"
broken "page\tfrench.quotes\t${hash}0:1"
broken "page\tfrench quotes\t$hash:1"
broken "page\t\t$hash:1"
broken "\tfrench.quotes\t$hash:1"
broken "page\tfrench.quotes\t$hash:1\tx"
broken "page\tfrench.quotes\t$hash:1\\000"
broken '\000x'
# Threads on the lines of one file: which of several that are the same is known goes by their order
awk 'BEGIN { for (i = 0; i < 26000; i++)
	printf "{\"text\":\"Le chef de l'\''%s a quitt\303\251 la ville no %d hier au soir, dit-on dans la capitale.\"}\n", i % 3 ? "Etat" : "état", i % 500 }' >lines.jsonl
head -n 20000 lines.jsonl >known.jsonl
for jobs in 1 3; do
	cp known.jsonl many.jsonl
	run -j "$jobs" --lint --jsonl text --write-baseline "many.$jobs" many.jsonl
	cp lines.jsonl many.jsonl
	run -j "$jobs" --lint --jsonl text --baseline "many.$jobs" many.jsonl
	mv out "lint.$jobs"
	run -j "$jobs" --json --only=rules --jsonl text --baseline "many.$jobs" many.jsonl
	mv out "json.$jobs"
	run -j "$jobs" --sarif --jsonl text --baseline "many.$jobs" many.jsonl
	mv out "sarif.$jobs"
done
same 'the baseline of several threads' many.1 many.3
same 'what is new to several threads' lint.1 lint.3
holds 'is what is behind' [ "$(sed 's/^many.jsonl:\([0-9]*\).*/\1/' lint.1 | sort -n | head -n 1)" -eq 20001 ]
same 'fingerprints of several threads' sarif.1 sarif.3
same 'the table of rules of several threads' json.1 json.3
has 'with the text around what is new' json.3 '"line":20001,"column":22,"start":21,"end":22,"left":"Le chef de l","text":"'"'"'","right":"Etat a quitté'

printf 'x' >bad
run --baseline bad page
has 'a last line without an end' err 'bad:1: '

cp page page.good
run --write-baseline page other
status 'a text in place of a baseline' 2
has 'is told' err 'page: is no baseline, and stays as it is'
same 'and not written over' page page.good
{ echo '<<<<<<< HEAD'; cat both; } >conflict
run --write-baseline conflict page other
status 'a baseline with a conflict' 0
same 'is written anew' conflict both
run --write-baseline no/such/base page
status 'a baseline that cannot be written' 2
mkdir readonly
cp base readonly/base
cp base before
chmod a-w readonly
if [ -w readonly ]; then
	skip 'a directory that cannot be written' 'this user can write everything'
else
	run --write-baseline readonly/base other
	status 'a directory that cannot be written' 2
	same 'the old baseline stays' readonly/base before
fi
run --write-baseline base page nowhere
status 'a file that cannot be read' 2
same 'the rest is written' base before
holds 'nothing is left behind' [ -z "$(find . -name '.base*')" ]
ln -s base link
run --write-baseline link page
holds 'a link stays one' [ -L link ]
mkfifo pipe
cat pipe >through &
run --write-baseline pipe page
wait
holds 'a pipe stays one' [ -p pipe ]
same 'and is written to' through base
if [ -c /dev/full ]; then
	"$program" --lint --baseline empty page >/dev/full 2>err
	status=$?
	status 'a full output' 2
fi
run --write-baseline=- page
status '--write-baseline=- would mix with what is told' 2
has 'and is refused' err '--write-baseline needs the name of a file'
holds 'without a file of that name' [ ! -e ./- ]
for other in --baseline --write-baseline; do
	run --merge "$other=base" page
	status "--merge $other" 2
done
finish
