#!/bin/sh
# SPDX-License-Identifier: MIT
# Options: help, version, mistakes, contradictions.
. "$(dirname "$0")/lib.sh"

run --help
status '--help' 0
for option in profile set on-error output in-place check explain edits show-levels null jsonl skip-bad list-profiles show-profile \
	list-rules stats color data-dir help version; do
	has "--help names --$option" out "--$option"
done
holds '--help says nothing on standard error' [ ! -s err ]
cp out long
run -h
same '-h is --help' out long
run --frobnicate --help
status 'an option that does not exist, before --help' 2
run --version
status '--version' 0
has '--version names the tool and the library' out 'norm-convert (libnorm) '
cp out long
run -V
same '-V is --version' out long

run --frobnicate
status 'an option that does not exist' 2
has 'it is named' err '--frobnicate: there is no such option'
has 'help is pointed at' err 'norm-convert --help'
run -p
status 'a missing value' 2
has 'its option is named' err '-p: needs a value'
for option in --profile --set --on-error --from --to --output --jsonl --color --data-dir; do
	run $option= one
	status "$option without a value behind =" 2
	has "$option= is named" err "$option: needs a value"
done
run --check=yes
status 'a value where none belongs' 2
has 'its option is named' err '--check'
run --color=sometimes
status 'a wrong colour' 2
has 'what it can be' err 'must be auto, always or never'

# contradict OPTION OPTION: both are named
printf 'abc\n' >file
contradict() {
	run "$1" "$2" file
	status "$1 $2" 2
	has "$1 $2 names the one" err "${1%%=*}"
	has "$1 $2 names the other" err "${2%%=*}"
	holds "$1 $2 writes nothing" [ ! -s out ]
}
contradict --check --explain
contradict --check --edits
contradict --explain --edits
contradict --show-levels --explain
contradict --show-levels=json --in-place
contradict --show-levels --stats
contradict --in-place --check
contradict --in-place --explain
contradict --in-place --edits
contradict --in-place --output=other
contradict --null --jsonl=text
contradict --list-profiles --show-profile
contradict --list-rules --check
contradict --output=other --list-rules
contradict --null --list-profiles
contradict --set=input.invalid=drop --on-error=strict
contradict --jsonl=text=clean --jsonl=text=search
contradict --jsonl=text:key --jsonl=title:key
holds 'none of them touched the file' [ "$(cat file)" = abc ]
holds 'none of them made a file' [ ! -e other ]

run --set=input.invalid=drop --on-error=drop file
status 'two options that say the same' 0
run --skip-bad file
status '--skip-bad without --jsonl' 2
has 'what it needs' err '--skip-bad needs --jsonl'
run --show-profile file
status 'a file where none is read' 2
has 'it is named' err 'file: '
run --in-place
status '--in-place without a file' 2
run --in-place -
status '--in-place on standard input' 2
has 'why' err 'standard input cannot be changed in place'
run --in-place=/x file
status 'a suffix with a slash' 2
for wrong in =clean :key text= text: text=clean:; do
	run "--jsonl=$wrong" file
	status "--jsonl=$wrong" 2
	has "--jsonl=$wrong is named" err "--jsonl=$wrong"
done

# Values of options that look like options, and options in one cluster
printf 'A\0B\0' >nul
run -p -i nul
has 'a value that looks like an option is a value' err '"-i"'
run -0i.old -psearch nul
status 'letters in one cluster' 0
printf 'a\0b\0' >expected
same 'each of them works' nul expected
printf 'A\0B\0' >expected
same 'the last with its value' nul.old expected
printf 'x  z\n' >-dash
run -- -dash
text '-- ends the options' out 'x z'
printf 'a  b\n' >-i
run -- -i
text 'also for what looks like an option that can have a value' out 'a b'
printf 'y\n' >y
run - -- -dash <y
text '- is standard input, in its turn' out 'y\nx z'
finish
