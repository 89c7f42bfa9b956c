#!/bin/sh
# SPDX-License-Identifier: MIT
# demo.sh NORM-CONVERT NORM-PLACES FILE…: show texts before and after norm-convert, line by line, some of the changes
# explained, and places that norm-places finds in them.
set -eu
convert=$1
places=$2
shift 2
lines=12 # of each file
changes=6
names=4
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
# Without a UTF-8 locale the tool would name the characters instead of showing them.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

# Takes the lines of the source and of both outputs in turn. Long lines are cut.
side_by_side() {
	perl -CSD -Mutf8 -e '
		my ($limit, @names) = @ARGV;
		my @files = map { open my $file, "<", $_ or die "$_: $!\n"; $file } @names;
		my @titles = ("source", "clean", "search");
		my $shown = 0;
		while (defined(my $source = readline $files[0])) {
			my @texts = ($source, map { scalar readline $_ } @files[1, 2]);
			next if $source !~ /\S/;
			if ($shown++ == $limit) { print "  …\n"; last }
			for my $i (0 .. 2) {
				my $text = $texts[$i] // "";
				chomp $text;
				$text = substr($text, 0, 160) . "…" if length $text > 160;
				printf "  %-6s │ %s\n", $titles[$i], $text;
			}
			print "\n";
		}' "$lines" "$@"
}

for file in "$@"; do
	printf '── %s\n\n' "$file"
	# In JSON Lines only the text is changed.
	case $file in *.jsonl) fields='--jsonl text' ;; *) fields= ;; esac
	# shellcheck disable=SC2086 # an option with its value, or nothing
	{
		"$convert" -p clean $fields -- "$file" >"$tmp/clean"
		"$convert" -p search $fields -- "$file" >"$tmp/search"
		"$convert" -p clean $fields --explain -- "$file" >"$tmp/changes"
		"$places" find $fields -- "$file" >"$tmp/places" || [ $? -eq 1 ] # none
	}
	side_by_side "$file" "$tmp/clean" "$tmp/search"
	printf '  The first of %d changes by "clean":\n' "$(wc -l <"$tmp/changes")"
	head -n "$changes" "$tmp/changes" | sed 's/^/  /'
	printf '\n  The first of %d places:\n' "$(wc -l <"$tmp/places")"
	head -n "$names" "$tmp/places" | sed 's/^/  /'
	echo
done
