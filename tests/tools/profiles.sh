#!/bin/sh
# SPDX-License-Identifier: MIT
# Profiles: choosing, setting, listing, showing, and mistakes in them.
. "$(dirname "$0")/lib.sh"

# U+00C9, "t", U+00E9, U+00A0, U+00AB, U+0623, U+0640, U+0661
printf '\303\211t\303\251\302\240\302\253\330\243\331\200\331\241\n' >in
run in
same 'clean, the default, leaves this alone' out in
run -p clean in
same '-p clean' out in
run --profile=search in
text '--profile=search folds it' out 'ete "\330\2471'
run --profile search in
text '--profile search folds it' out 'ete "\330\2471'
run -p none --set unicode.case=fold in
text '--set on top of none' out '\303\251t\303\251\302\240\302\253\330\243\331\200\331\241'
run -p none --set unicode.case=fold --set latin.accents=strip --set=arabic.digits=ascii in
text 'three --set' out 'ete\302\240\302\253\330\243\331\2001'
run -p none --set unicode.case=fold --set unicode.case=keep in
same 'the later --set wins' out in

# Mistakes in options point at the option
run -p serach in
status 'no such profile' 2
has 'it is named' err '"serach"'
has 'a near one is proposed' err '"search"'
run -p serach --set unicode.case=fold in
status 'no such profile, with --set' 2
has 'it is named' err '"serach"'
has 'a near one is proposed' err '"search"'
for set in unicode.case unicode=fold .case=fold unicode.=fold; do
	run --set "$set" in
	status "--set $set" 2
	has "--set $set is named" err "--set=$set: not of the form SECTION.KEY=VALUE"
done
run --set unicode.case=fold --set unicde.form=NFC --set latin.accents=strip in
status 'unknown section' 2
has 'its --set is named' err '--set=unicde.form=NFC: '
has 'the section is named' err '[unicde]'
has 'a near one is proposed' err '"unicode"'
run --set unicode.form=NFC --set unicode.cass=fold in
status 'unknown key' 2
has 'its --set is named' err '--set=unicode.cass=fold: '
has 'a near one is proposed' err '"case"'
run --set unicode.form=NFX in
status 'unknown value' 2
has 'its --set is named' err '--set=unicode.form=NFX: '
has 'the possible ones are listed' err 'NFC, NFD, NFKC, NFKD'
run --on-error=repalce in
status 'unknown value of --on-error' 2
has 'the option is named as it was written' err '--on-error=repalce: '
has 'a near one is proposed' err '"replace"'
run --set 'unicode.form=NFC
[latin]' in
status 'a line break in --set' 2

# Profiles of one's own
mkdir -p "$HOME/.config/libnorm/profiles" config/libnorm/profiles
printf '# mine, in lower case\ninclude = none\n[unicode]\ncase = fold\n' >"$HOME/.config/libnorm/profiles/mine.ini"
printf 'ABC\n' >abc
run -p mine abc
text 'a profile in ~/.config' out abc
run --list-profiles
has 'it is listed with its description' out 'mine, in lower case'
printf '# mine, but elsewhere\ninclude = none\n' >config/libnorm/profiles/mine.ini
XDG_CONFIG_HOME=$PWD/config run -p mine abc
text 'a profile in $XDG_CONFIG_HOME' out ABC
XDG_CONFIG_HOME=config run -p mine abc
text 'a relative $XDG_CONFIG_HOME does not count' out abc
cp "$HOME/.config/libnorm/profiles/mine.ini" here.ini
run -p ./here.ini abc
text 'a profile by its path' out abc
run -p ./here.ini --set latin.accents=strip in
text 'a profile by its path, with --set' out 'ete\302\240\302\253\330\243\331\200\331\241'
run -p ./nowhere.ini abc
status 'a path that is not there' 2
has 'it is named' err 'nowhere.ini'

# mistake PROFILE WHAT LINE MESSAGE: the file and the line are named
mistake() {
	# shellcheck disable=SC2059 # the profile is a format
	printf "$1" >bad.ini
	shift
	run -p ./bad.ini abc
	status "$1" 2
	has "$1: file and line" err "bad.ini:$2: "
	has "$1: what" err "$3"
	holds "$1: no text" [ ! -s out ]
}
mistake '# x\n[unicode]\ncase = lower\n' 'unknown value in a file' 3 'keep, fold'
mistake '[unicode]\nform = NFC\ncas = fold\n' 'unknown key in a file' 3 '"case"'
mistake '[unicode]\nform = NFC\n[arabc]\n' 'unknown section in a file' 3 '"arabic"'
mistake '[severity]\nspaces.run = note\n' 'a severity of no rule, in a file' 2 '"spaces.runs"'
mistake '[severity]\nspaces.runs = warn\n' 'no severity, in a file' 2 'off, note, warning, error'
mistake '[severity]\nx = note\n' 'more possible words than a message holds' 2 ', …)'
mistake 'includ = none\n' 'a key before the first section' 1 '"includ" cannot stand before the first section; did you mean "include"?'
mistake 'include = none\nnonsense\n' 'a line that is nothing' 2 'nonsense'
mistake '[unicode]\ninclude = none\n' 'a late include' 2 'include'
mistake 'include = claen\n' 'an include that is not there' 1 '"claen"'
printf 'include = b\n' >"$HOME/.config/libnorm/profiles/a.ini"
printf 'include = a\n' >"$HOME/.config/libnorm/profiles/b.ini"
run -p a abc
status 'profiles that include each other' 2
has 'it is said' err 'includes itself'
printf 'include = ./b.ini\n' >a.ini
printf '\ninclude = ./a.ini\n' >b.ini
run -p ./a.ini abc
status 'profiles that include each other by path' 2
has 'it is said, with file and line' err './b.ini:2: profile "./a.ini" includes itself'

# Data directories
mkdir -p data/profiles
printf '# of this directory\n' >data/profiles/clean.ini
printf 'A  B\n' >spaces
run --data-dir data spaces
same '--data-dir' out spaces
LIBNORM_DATA=$PWD/data run spaces
same '$LIBNORM_DATA' out spaces
run --data-dir "$LIBNORM_DATA" spaces
text '--data-dir goes before $LIBNORM_DATA' out 'A B'
run --data-dir nowhere spaces
status 'a data directory that is not there' 2
has 'it is named' err 'nowhere/profiles: '
has 'and what can be done' err 'LIBNORM_DATA'
run --data-dir nowhere --list-profiles
status 'listing one that is not there' 2
has 'names it, too' err 'nowhere/profiles: '

# Lists
run --list-profiles
status '--list-profiles' 0
for profile in none clean search nlp fr-FR fr-CA fr-CH wire report; do
	holds "--list-profiles names $profile" grep -q "^$profile  *[^ ]" out
done
run --list-rules
status '--list-rules' 0
has '--list-rules tells rule and values' out 'unicode.form none|NFC|NFD|NFKC|NFKD'
holds '--list-rules: one rule and its values a line' [ "$(grep -cvE '^[a-z-]+\.[a-z0-9-]+ [^ |]+(\|[^ |]+)+$' out)" -eq 0 ]
cp out rules
run --show-profile -p search --set unicode.form=NFKC
status '--show-profile' 0
has 'the profile is named' out 'search: '
has 'what was set is named' out '--set=unicode.form=NFKC'
holds 'a value that was set is shown' grep -qE '^  form  *NFKC  *[a-z]' out
holds 'a value of the profile is shown' grep -qE '^  case  *fold  *lossy ' out
holds 'every rule is shown once' [ "$(grep -c '^  [a-z]' out)" -eq "$(wc -l <rules)" ]
holds 'every section is shown once' \
	[ "$(grep -c '^\[' out)" -eq "$(sed 's/\..*//' rules | sort -u | wc -l)" ]
holds 'no severity is shown where the profile says none' [ "$(grep -c severity out)" -eq 0 ]
run --show-profile -p search --set severity.repair.mojibake=note --set severity.spaces.runs=off --set severity.input.invalid=error
status 'severities by --set' 0
sed -n '/^\[severity/,$p' out >severities
text 'what was set, and differs, is shown' severities '[severity]\n  repair.mojibake  note\n  spaces.runs  off'
run -p search --set severity.repair.mojibake=note in
text 'a severity changes no text' out 'ete "\330\2471'
run --set severity.repair.mojibak=note in
status 'a severity of no rule' 2
has 'its --set is named' err '--set=severity.repair.mojibak=note: '
has 'a near rule is proposed' err '"repair.mojibake"'
run --set severity.repair.mojibake=info in
status 'no severity' 2
has 'the possible ones are listed' err 'off, note, warning, error'
run --show-profile -p serach
status '--show-profile of what is not there' 2

# The tables of README.md, and what --list-rules and --show-profile tell of the same rules
for profile in clean nlp search fr-FR fr-CA fr-CH; do
	"$NORM_CONVERT" --show-profile -p $profile | awk -v profile=$profile '
		/^\[/ { section = substr($1, 2, length($1) - 2) }
		/^  [a-z]/ { print profile, section "." $1, $2 }'
done >values
awk '
	NR == FNR { value[$1, $2] = $3; next }
	!/^french\./ && !/^mixed\./ && !/^places\./ {
		gsub(/\|/, " ", $2)
		print $1 " | " $2 " | " value["clean", $1] " | " value["nlp", $1] " | " value["search", $1]
	}
	/^french\./ || /^mixed\./ {
		gsub(/\|/, " ", $2)
		print $1 " | " $2 " | " value["fr-FR", $1] " | " value["fr-CA", $1] " | " value["fr-CH", $1]
	}' values rules | sort >expected
tr -d '`' <"$top/README.md" | awk -F ' *[|] *' '/^\| [a-z]+\.[a-z0-9-]+ / { print $2 " | " $4 " | " $5 " | " $6 " | " $7 }' | sort >table
same 'the tables of README.md are true' table expected
sed -n 's/^\.It Cm \([a-z]*\.[a-z-]*\) Ns = Ns Cm /\1 /p' "$top/tools/convert/norm-convert.1" | sed 's/ | /|/g' >manual
holds 'the values of the manual page are those of the rules' [ -z "$(grep -vxF -f rules manual)" ]
holds 'it has some' [ -s manual ]

# Every value that --list-rules offers is accepted
bad=$(while read -r rule values; do
	echo "$values" | tr '|' '\n' | while read -r value; do
		"$NORM_CONVERT" -p none --set "$rule=$value" in >out 2>err || echo "$rule=$value"
	done
done <rules)
holds 'every value that is listed is accepted' [ -z "$bad" ]
finish
