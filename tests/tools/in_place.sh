#!/bin/sh
# SPDX-License-Identifier: MIT
# --in-place: whole or not at all, and only what changes.
# shellcheck disable=SC2012 # names are ours
. "$(dirname "$0")/lib.sh"

mode() { ls -l "$1" | cut -c1-10; }
inode() { ls -i "$1" | awk '{ print $1 }'; }

printf 'A  b\n' >file
chmod 604 file
run -i -p search file
status '-i' 0
text 'the file is changed' file 'a b'
holds 'nothing is written to standard output' [ ! -s out ]
holds 'the mode stays' [ "$(mode file)" = -rw----r-- ]
holds 'no temporary file is left behind' [ "$(ls -A | tr '\n' ' ')" = 'err file out ' ]

# A file that does not change is not touched
touch -d '2001-02-03 04:05:06' file
before=$(inode file)
run -i -p search file
status 'a file that does not change' 0
holds 'it is not replaced' [ "$(inode file)" = "$before" ]
holds 'its time stays' [ -z "$(find file -newermt '2001-02-03 04:05:07')" ]
run -i.old -p search file
holds 'and no backup is made of it' [ ! -e file.old ]

printf 'A\n' >one
printf 'B\n' >two
run -i.old -p search one two
status '-i.old' 0
text 'the first is changed' one a
text 'the second is changed' two b
text 'the first is kept' one.old A
text 'the second is kept' two.old B
printf 'C\n' >one
run --in-place=.old -p search one
text '--in-place=.old replaces an older backup' one.old C
printf 'D\n' >one
run --in-place -p search one
text '--in-place' one d
printf 'E\n' >one
run -p search -i one one
status 'a file that is given twice' 0
text 'it is changed once' one e

# A change far behind a long start that does not
{
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "la ligne numero %d\n", i }'
} >start
{
	cat start
	printf 'X  y\n'
} >long
{
	cat start
	printf 'X y\n'
} >expected
run -i long
same 'the start is kept' long expected

# Links, and what is no regular file
printf 'A\n' >target
mkdir elsewhere
ln -s ../target elsewhere/link
run -i -p search elsewhere/link
status 'a symbolic link' 0
holds 'the link stays' [ -L elsewhere/link ]
text 'its target is changed' target a
holds 'nothing else comes beside it' [ "$(ls -A elsewhere)" = link ]
mkfifo pipe
timeout 30 "$program" -i pipe >out 2>err
status=$?
status 'a pipe to which nobody writes' 2
has 'why' err 'pipe: only regular files can be changed in place'
run -i elsewhere one
status 'a directory' 2
has 'why' err 'elsewhere: Is a directory'
printf 'A\n' >one
run -i -p search missing one
status 'a missing file' 2
text 'the other is changed' one a

# Errors leave the file alone
printf 'A\n\351\n' >latin1
cp latin1 copy
run -i -p search --on-error=strict latin1
status 'an encoding error' 2
same 'the file is as it was' latin1 copy
{
	cat start
	printf 'X  \351\n'
} >long
cp long copy
run -i -p search --on-error=strict long
same 'a long one too' long copy
if [ "$(id -u)" -eq 0 ]; then
	skip 'a file that may not be written' 'root writes everything'
	skip 'a directory that may not be written' 'root writes everything'
else
	printf 'A\n' >locked
	chmod 444 locked
	run -i -p search locked
	status 'a file that may not be written' 2
	text 'it is as it was' locked A
	printf 'A\n' >elsewhere/file
	chmod 555 elsewhere
	run -i -p search elsewhere/file
	status 'a directory that may not be written' 2
	has 'why' err 'cannot create a file in its directory'
	chmod 755 elsewhere
	text 'the file is as it was' elsewhere/file A
fi

# No room: a limit of 20 KB on files
printf 'A\n' >one
{
	printf 'X  y\n'
	cat start
} >long
cp long copy
(
	ulimit -f 40
	trap '' XFSZ
	run -i -p search long one
	echo "$status" >code
)
holds 'no room for the new file' [ "$(cat code)" = 2 ]
has 'it is named with the reason' err 'long: File too large'
same 'the file is as it was' long copy
text 'the next file has room' one a
(
	ulimit -f 40
	run -i -p search long
	echo "$status" >code
)
holds 'no room, and the signal that the system sends' [ "$(cat code)" -gt 128 ]
same 'the file is as it was' long copy
holds 'no temporary file is left behind' [ -z "$(find . -name '.*.??????')" ]

# A signal while a long file is written: the old one stays, and no temporary file
awk 'BEGIN { for (i = 0; i < 3000000; i++) printf "Une LIGNE  de texte numero %d\n", i }' >huge
cp huge copy
"$NORM_CONVERT" -i -p search huge &
pid=$!
tries=0
while [ -z "$(find . -name '.huge.*')" ] && [ $tries -lt 200 ] && kill -0 $pid 2>/dev/null; do
	tries=$((tries + 1))
	sleep 0.01
done
if kill -TERM $pid 2>/dev/null; then
	wait $pid
	status=$?
	status 'a signal ends it' 143
	same 'the file is as it was' huge copy
else
	wait $pid
	skip 'a signal' 'it was too quick'
fi
holds 'no temporary file is left behind' [ -z "$(find . -name '.*.??????')" ]
finish
