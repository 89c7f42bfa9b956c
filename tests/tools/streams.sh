#!/bin/sh
# SPDX-License-Identifier: MIT
# Pipes and long input: memory, broken pipes, invalid bytes and where they are.
. "$(dirname "$0")/lib.sh"

# A strict profile names the place of what is not UTF-8
printf 'abc\n\303\251\303\251x\351t\n' >latin1
run latin1
status 'invalid bytes are replaced by default' 0
text 'by U+FFFD' out 'abc\n\303\251\303\251x\357\277\275t'
run --on-error=drop latin1
text 'or dropped' out 'abc\n\303\251\303\251xt'
run --on-error=strict latin1
status 'or refused' 2
has 'with place and offset' err 'latin1:2:4: not valid UTF-8 at byte offset 9'
has 'and a remedy' err '--on-error=replace'
has 'and another' err '--from='
printf 'abc\n\303\251\303\251x\351t\n' | "$NORM_CONVERT" --on-error=strict >out 2>err
has 'standard input is named' err '(standard input):2:4: not valid UTF-8 at byte offset 9'
run --set input.invalid=strict latin1
status '--set input.invalid=strict is the same' 2
has 'with place and offset' err 'latin1:2:4: not valid UTF-8 at byte offset 9'
printf 'abc\n\303' >cut
run --on-error=strict cut
status 'a text that ends within a character' 2
has 'its place' err 'cut:2:1: not valid UTF-8 at byte offset 4'
{
	awk 'BEGIN { for (i = 1; i <= 70000; i++) printf "ligne %d\n", i }'
	awk 'BEGIN { for (i = 1; i <= 50000; i++) printf "\303\251 " }'
	printf '\377\n'
} >long
offset=$(($(wc -c <long) - 2))
run --on-error=strict long
status 'an invalid byte far behind' 2
has 'its place, after a long line' err "long:70001:100001: not valid UTF-8 at byte offset $offset"
"$NORM_CONVERT" --on-error=strict <long 2>err | cat >out
has 'the same through a pipe' err "70001:100001: not valid UTF-8 at byte offset $offset"
run --on-error=strict latin1 cut
has 'the next file is tried' err 'cut:2:1: '

# Pieces: a slow writer that cuts characters
printf 'e\314\201\303\251 \331\200x  y\n' >whole
run -p search whole
cp out expected
for size in 1 2 3; do
	dd if=whole bs=$size 2>/dev/null | "$NORM_CONVERT" -p search >out
	same "input in pieces of $size bytes" out expected
done
(
	printf 'e'
	sleep 0.2
	printf '\314'
	sleep 0.2
	printf '\201\n'
) | "$NORM_CONVERT" >out
text 'a character that comes in two pieces' out '\303\251'
# Lines that are complete come out while more is waited for
mkfifo in
(
	printf 'first  \n'
	exec sleep 60
) >in &
writer=$!
rm out
"$NORM_CONVERT" <in >out &
reader=$!
tries=0
until [ -s out ] || [ "$tries" -eq 20 ]; do
	tries=$((tries + 1))
	sleep 1
done
text 'a complete line does not wait for the next' out 'first'
kill $writer $reader
wait

# Much input that comes fast is read ahead: nothing else changes
awk 'BEGIN { for (i = 1; i <= 200000; i++) printf "%d e\314\201t\303\251  \331\200\n", i }' >much
run -p search much much much much much
cp out expected
cat much much much much much | "$NORM_CONVERT" -p search >out
same 'a pipe gives what a file gives' out expected
(
	cat much much much much much
	printf 'last  \n'
	exec sleep 200
) >in &
writer=$!
"$NORM_CONVERT" <in >out &
reader=$!
tries=0 # a build with sanitizers may need many on a machine that has other work
until { tail -n 1 out >last && grep -qx last last; } || [ "$tries" -eq 180 ]; do
	tries=$((tries + 1))
	sleep 1
done
text 'a line after much input does not wait for the next either' last 'last'
kill $writer $reader
wait
# The end of the work does not wait for input that nobody needs
awk 'BEGIN { for (i = 1; i <= 400000; i++) print "ligne", i }' >plain
(
	cat plain plain plain plain plain
	printf 'e\314\201\n'
	sleep 60
) >in &
writer=$!
timeout 30 "$NORM_CONVERT" --check - whole <in >out 2>err
status=$?
status 'what is known to change is not read to its end' 1
text 'and the next file is checked' out '-\nwhole'
kill $writer
wait
(
	cat much much much much much
	sleep 60
) >in &
writer=$!
(
	trap '' PIPE
	timeout 30 "$NORM_CONVERT" <in 2>err
	echo "$?" >code
) | head -n 500000 >out
holds 'nor is anything after the reader has gone' [ "$(cat code)" = 2 ]
kill $writer
wait

# A reader that goes away
yes 'une ligne' | "$NORM_CONVERT" 2>err | head -n 1 >out
text 'a broken pipe' out 'une ligne'
holds 'nothing is said about it' [ ! -s err ]
(
	trap '' PIPE
	yes 'une ligne' 2>/dev/null | "$NORM_CONVERT" 2>err
	echo "$?" >code
) | head -n 1 >out
holds 'where SIGPIPE is ignored, nothing is said either' [ ! -s err ]
holds 'and the status is 2' [ "$(cat code)" = 2 ]

# Memory: 200 MB in lines, and 50 MB in one line
generate() {
	awk -v lines="$1" -v end="$2" 'BEGIN {
		piece = "L\342\200\231\303\251t\303\251  \330\247\331\204\330\264\331\205\330\263 \331\200\331\200 e\314\201\302\240! "
		while (length(piece) < 100000) piece = piece piece
		piece = substr(piece, 1, 100000) end
		for (i = 0; i < lines; i++) printf "%s", piece
	}'
}
unit=$(generate 1 '' | wc -c)
megabytes() { echo $((($1 * 1000000 + unit - 1) / unit)); }
if [ -n "${SANITIZER_CFLAGS:-}" ]; then
	skip 'memory' 'sanitizers need more of it'
elif [ ! -x /usr/bin/time ] || ! /usr/bin/time -f %M true 2>/dev/null; then
	skip 'memory' 'no GNU time here'
else
	for shape in lines one-line; do
		size=200 end='\n'
		[ $shape = lines ] || { size=50; end=' '; }
		for profile in clean search; do
			generate "$(megabytes $size)" "$end" |
				/usr/bin/time -o memory -f %M "$NORM_CONVERT" -p "$profile" | wc -c >bytes
			holds "$size MB in $shape, $profile: all comes out" [ "$(cat bytes)" -gt $((size * 500000)) ]
			holds "$size MB in $shape, $profile: memory stays below 16 MiB" [ "$(cat memory)" -lt 16384 ]
			echo "figure: $profile, $size MB in $shape: $(cat memory) KiB"
		done
	done
fi
finish
