#!/bin/sh
# SPDX-License-Identifier: MIT
# --check, --explain and --edits: what would change, for scripts, people and programs.
. "$(dirname "$0")/lib.sh"

printf 'Rien\n' >same
printf 'ab\n\303\211t\303\251  \330\247\331\200\331\200\331\204 e\314\201\302\240x\302\255\n' >changes

# --check
run --check same
status '--check of what stays' 0
holds 'it lists nothing' [ ! -s out ]
run --check changes same changes
status '--check of what changes' 1
text 'it lists the files' out 'changes\nchanges'
run --check -o list changes
status '--check -o' 1
text 'the list goes there' list changes
run --check - <changes
status '--check of standard input' 1
text 'it is listed as -' out -
run --check changes missing
status '--check with trouble' 2
text 'what changes is listed all the same' out changes
printf 'A  b\n\351\n' >latin1
run --check --on-error=strict latin1
status '--check finds the error behind a change' 2
has 'its place' err 'latin1:2:1: '
{
	yes 'Une  ligne' | head -n 500000
	printf '\351\n'
} >long
run --check long
status '--check of a long file' 1
run --check --on-error=strict long
status '--check finds an error far behind a change' 2
has 'its place' err 'long:500001:1: '

# --explain
run --explain same
status '--explain of what stays' 0
holds 'it tells nothing' [ ! -s out ]
run --explain -p none --set unicode.form=NFC --set unicode.case=fold --set controls.soft-hyphen=drop \
	--set arabic.tatweel=drop --set latin.accents=strip --set spaces.kind=ascii changes
status '--explain' 0
holds 'one line a change' [ "$(wc -l <out)" -eq "$(grep -c '^changes:2:[0-9]*: ' out)" ]
has 'several rules in one change' out 'changes:2:1: latin.accents, unicode.case: '
has 'before and after' out '"É" (U+00C9) → "e" (U+0065)'
has 'columns count code points' out 'changes:2:7: arabic.tatweel: '
has 'a deletion' out '"ـ" (U+0640) → ""'
has 'marks and spaces are made visible' out '<U+0301>'
has 'the no-break space too' out '"<U+00A0>" (U+00A0) → " " (U+0020)'
has 'and the soft hyphen' out '"<U+00AD>" (U+00AD) → ""'
has 'whom the rule follows' out 'UAX #15'
hasnt 'nothing isolates in a file' out "$(printf '\342\201\250')"
printf '\351\n' | "$NORM_CONVERT" --from=UTF-8 --explain >out
has 'bytes that are not UTF-8' out '-:1:1: input.invalid: '
has 'are shown as such' out '"<E9>" (E9) → '
{
	printf 'e'
	awk 'BEGIN { for (i = 0; i < 5000; i++) printf "\314\201" }'
	printf '\n'
} >many
run --explain -p search many
holds 'a long change is told' [ "$(wc -c <out)" -gt 200 ]
holds 'but cut' [ "$(wc -c <out)" -lt 2000 ]
if command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1; then
	script -qec "'$NORM_CONVERT' --explain -p search changes" /dev/null >out </dev/null
	has 'on a terminal the text is isolated' out "$(printf '\342\201\250\303\211\342\201\251')"
	has 'and coloured' out "$(printf '\033[36m')"
	NO_COLOR=1 script -qec "'$NORM_CONVERT' --explain -p search changes" /dev/null >out </dev/null
	hasnt 'but not with NO_COLOR' out "$(printf '\033[')"
else
	skip 'a terminal' 'no script(1) here'
fi
long_name=$(printf '%0200d' 0)
cp changes "$long_name"
run --explain "$long_name"
has 'a long file name' out "$long_name:2:11: unicode.form: "
run --color=always --explain changes
has '--color=always' out "$(printf '\033[36m')"
run --color=never --explain changes
hasnt '--color=never' out "$(printf '\033[')"

# --edits
run --edits same
status '--edits of what stays' 0
holds 'it tells nothing' [ ! -s out ]
run --edits -p none --set latin.accents=strip --set unicode.case=fold --set unicode.form=NFC changes
status '--edits' 0
text 'an edit is an object' out '{"file":"changes","source":[3,5],"output":[3,4],"rules":["latin.accents","unicode.case"],"before":"\303\211","after":"e"}
{"file":"changes","source":[6,8],"output":[5,6],"rules":["latin.accents"],"before":"\303\251","after":"e"}
{"file":"changes","source":[19,22],"output":[17,18],"rules":["unicode.form","latin.accents"],"before":"e\314\201","after":"e"}'
printf 'a\351"\\\n' >'na"me'
run --edits -p none --set input.invalid=replace 'na"me'
text 'what is no UTF-8 is there in hexadecimal' out '{"file":"na\\"me","source":[1,2],"output":[1,4],"rules":["input.invalid"],"before":"\357\277\275","before_hex":"e9","after":"\357\277\275"}'

# The edits, applied to the source, give the output: tried on the samples and on text of every kind
cat >apply.pl <<'END'
use strict;
use warnings;
use JSON::PP;
my ($source_name, $output_name, $edits_name) = @ARGV;
sub slurp { local $/; open my $file, '<:raw', $_[0] or die "$_[0]: $!\n"; return scalar readline $file }
my ($source, $output) = (slurp($source_name), slurp($output_name));
my ($at, $made, $count) = (0, '', 0);
open my $edits, '<:raw', $edits_name or die;
while (my $line = readline $edits) {
	my $edit = JSON::PP->new->utf8->decode($line);
	next if exists $edit->{finding};
	my ($start, $end) = @{$edit->{source}};
	my ($before, $after) = ($edit->{before}, $edit->{after});
	utf8::encode($before);
	utf8::encode($after);
	$before = pack 'H*', $edit->{before_hex} if exists $edit->{before_hex};
	die "line $.: overlaps\n" if $start < $at;
	die "line $.: before\n" if substr($source, $start, $end - $start) ne $before;
	die "line $.: no rule\n" unless @{$edit->{rules}};
	die "line $.: changes nothing\n" if $before eq $after;
	$made .= substr $source, $at, $start - $at;
	die "line $.: output\n" if length $made != $edit->{output}[0];
	$made .= $after;
	die "line $.: end of output\n" if length $made != $edit->{output}[1];
	$at = $end;
	$count++;
}
$made .= substr $source, $at;
die "not the output\n" if $made ne $output;
die "no edit\n" if !$count;
END
if perl -MJSON::PP -e 1 2>/dev/null; then
	printf 'x\0e\314\201\377 \n\0\0\303\251  y\0' >records
	{
		cat "$top/data/samples/page.txt"
		awk 'BEGIN {
			while (length(filler) < 1500) filler = filler " quiet text"
			for (i = 0; i < 800; i++) print "L\342\200\231\303\211t\303\251  \331\200\331\200 e\314\201\302\240\377" filler
		}'
	} >large
	for file in changes latin1 large "$top/data/samples/page.txt" "$top/data/samples/wire.txt"; do
		for profile in clean search nlp; do
			"$NORM_CONVERT" -p $profile "$file" >output
			"$NORM_CONVERT" -p $profile --edits "$file" >edits
			holds "the edits make the output: $profile ${file##*/}" perl apply.pl "$file" output edits
		done
	done
	"$NORM_CONVERT" -0 -p search records >output
	"$NORM_CONVERT" -0 -p search --edits records >edits
	holds 'the edits make the output: records' perl apply.pl records output edits
else
	skip 'edits make the output' 'no perl with JSON::PP here'
fi
finish
