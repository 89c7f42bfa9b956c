#!/bin/sh
# SPDX-License-Identifier: MIT
# --null: records that end with a NUL byte, each a text of its own.
. "$(dirname "$0")/lib.sh"

# expect WHAT BYTES: of out
expect() {
	# shellcheck disable=SC2059 # the bytes are a format
	printf "$2" >expected
	same "$1" out expected
}
printf 'un  \0e\0\314\201deux \n\0\0trois ' >records
run -0 records
status '-0' 0
expect 'each record is a text, separators stay' 'un\0e\0\314\201deux\n\0\0trois'
cp out long
run --null records
same '--null is -0' out long
printf 'a \0' >records
run -0 records records
expect 'several files' 'a\0a\0'
: >empty
run -0 empty
expect 'an empty file' ''
printf '\0' >nul
run -0 nul
expect 'an empty record' '\0'
printf 'a b\n\0c  d\0' >records
run -0 --check records
status '--check' 1
text 'lists the file' out records
run -0 --check nul
status '--check of what stays' 0
printf 'a b\n\0c D\0E\0' >upper
run -0 --explain -p search upper
has '--explain counts lines and columns through the file' out 'upper:2:4: unicode.case: '
has 'over separators' out 'upper:2:6: unicode.case: '
run -0 --edits -p search upper
has '--edits counts bytes through the file' out '"source":[7,8],"output":[7,8]'
has 'over separators' out '"source":[9,10],"output":[9,10]'
run -0 -i records
printf 'a b\n\0c d\0' >expected
same '-i' records expected
printf 'a\0b\n\0c\303x\0' >records
run -0 --on-error=strict records
status 'strict' 2
has 'the place is that in the file' err 'records:2:3: not valid UTF-8 at byte offset 6'

# Many records, and separators at every border of a read
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "un  mot\n" }' | tr '\n' '\0' >many
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "un mot\n" }' | tr '\n' '\0' >expected
run -0 many
same '200,000 records' out expected
dd if=many bs=7 count=3000 2>/dev/null | "$NORM_CONVERT" -0 >out
head -c 18375 expected >start
same 'in pieces of 7 bytes' out start
finish
