#!/bin/sh
# SPDX-License-Identifier: MIT
# Input and output files: what is read, what is written, what cannot be, and nothing lost.
# shellcheck disable=SC2012,SC2094 # names are ours; that a file is read and written is what we try
. "$(dirname "$0")/lib.sh"

printf 'un  \n' >one
printf 'e\314\201' >two # no newline at the end; the mark must not reach into the next file
printf '\314\201trois\n' >three
run one two three
status 'several files' 0
text 'each is a text of its own' out 'un\n\303\251\314\201trois'
run one - three <two
text 'standard input among them' out 'un\n\303\251\314\201trois'
run <one
text 'standard input by itself' out un
: >empty
run empty
status 'an empty file' 0
holds 'an empty file gives nothing' [ ! -s out ]
printf 'e\314\201\r\n\r\n a  b\r\n' >crlf
run crlf
text 'CRLF stays CRLF' out '\303\251\r\n\r\n a b\r'
printf 'a\0b  \0\n' >nul
run -p none nul
same 'NUL bytes are text' out nul
run -p none --set unicode.case=fold --set spaces.trailing=trim nul
text 'also for rules' out 'a\0b  \0'
printf 'no newline' >bare
run bare
same 'no newline is added' out bare

# What cannot be read does not keep the others from being read
run one missing three
status 'a missing file' 2
has 'it is named with the reason' err 'missing: No such file or directory'
text 'the others are there' out 'un\n\314\201trois'
mkdir dir
run dir one
status 'a directory' 2
has 'it is named with the reason' err 'dir: Is a directory'
text 'the other is there' out un
run <dir
status 'a directory as standard input' 2
if [ "$(id -u)" -eq 0 ]; then
	skip 'an unreadable file' 'root reads everything'
else
	cp one closed
	chmod 0 closed
	run closed one
	status 'an unreadable file' 2
	has 'it is named with the reason' err 'closed: Permission denied'
	text 'the other is there' out un
fi
run 'with
newline'
status 'a missing file with a line break in its name' 2
text 'is told on one line' err 'norm-convert: with<U+000A>newline: No such file or directory'
run "$(printf 'a\033[31mb\302\233c')"
text 'nor does a name command the terminal' err 'norm-convert: a<U+001B>[31mb<U+009B>c: No such file or directory'
run one <&-
status 'standard input is closed, and not read' 0
run - <&-
status 'standard input is closed' 2
has 'it is named with the reason' err '(standard input): Bad file descriptor'

# Output that is also input
cp one same
run same
"$NORM_CONVERT" same >>same 2>err
status=$?
status 'output appended to the input' 2
has 'it is named' err 'same: is also the output'
same 'the file is as it was' same one
"$NORM_CONVERT" <same >>same 2>err
status=$?
status 'output appended to standard input' 2
same 'the file is as it was' same one
"$NORM_CONVERT" -p search one same 1<>same 2>err
status=$?
status 'output over the second input' 2
has 'it is named' err 'same: is also the output'
"$NORM_CONVERT" --explain same >>same 2>err
status=$?
status 'explanations appended to the input' 2
"$NORM_CONVERT" -o /dev/stdout same >>same 2>err
status=$?
status 'output appended to the input by way of -o /dev/stdout' 2

# -o
run -o result one three
status '-o' 0
text '-o writes the file' result 'un\n\314\201trois'
holds '-o writes nothing else' [ ! -s out ]
holds '-o makes files like others' [ "$(ls -l result | cut -c1-10)" = "$(ls -l one | cut -c1-10)" ]
cp one both
chmod 640 both
run --output=both both
status '-o may be the input' 0
text 'it is replaced' both un
holds 'its mode stays' [ "$(ls -l both | cut -c1-10)" = -rw-r----- ]
printf 'old\n' >result
run -o - one
status '-o -' 0
"$NORM_CONVERT" one >expected
same '-o - is standard output' out expected
holds '-o - makes no file of that name' [ ! -e ./- ]
run -o result one missing
status '-o with a missing input' 2
text 'the old file stays' result old
has 'that is said' err 'result: not written'
printf 'ok\n\351t\351\n' >latin1
run -o result --on-error=strict latin1
status '-o with a strict error' 2
text 'the old file stays' result old
run -o nowhere/result one
status '-o into a directory that is not there' 2
has 'it is named' err 'nowhere/result'
run -o dir one
status '-o of a directory' 2
has 'it is named with the reason' err 'dir: Is a directory'
ln -s result link
run -o link one
status '-o by a symbolic link' 0
holds 'the link stays' [ -L link ]
text 'its target is replaced' result un
ln -s gone dangling
run -o dangling one
status '-o by a symbolic link to nothing' 2
run -o /dev/null one
status '-o of a device' 0
holds 'the device stays' [ -c /dev/null ]
mkfifo pipe
cat pipe >from-pipe &
run -o pipe one
wait
text '-o of a pipe' from-pipe un
holds 'no temporary file is left behind' [ -z "$(find . -name '.*.??????')" ]

# Output that fails
if [ -c /dev/full ]; then
	for what in one --help --version --list-profiles --list-rules --show-profile '--explain one' '--edits two' \
		'--check one' '-o /dev/full one'; do
		# shellcheck disable=SC2086 # words
		"$NORM_CONVERT" $what >/dev/full 2>err
		status=$?
		status "$what to a full disk" 2
		has "$what says so" err 'No space left on device'
		holds "$what says so once" [ "$(wc -l <err)" -eq 1 ]
	done
else
	skip 'a full disk' 'no /dev/full here'
fi
"$NORM_CONVERT" one >&- 2>err
status=$?
status 'standard output is closed' 2
has 'that is said' err '(standard output): Bad file descriptor'
"$NORM_CONVERT" --help >&- 2>err
status=$?
status '--help with standard output closed' 2
"$NORM_CONVERT" -o result one >&-
status=$?
status 'standard output is closed and not needed' 0
text 'nothing is lost' result un
"$NORM_CONVERT" one missing >out 2>&-
status=$?
status 'standard error is closed' 2
text 'standard output is right' out un
printf 'no JSON\n' >bad
"$NORM_CONVERT" -o result --jsonl t --skip-bad bad >out 2>&-
status=$?
status 'standard error is closed, a warning' 0
text 'the warning does not go to the file that is open instead' result 'no JSON'
finish
