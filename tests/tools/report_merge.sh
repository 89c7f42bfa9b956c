#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report: the merged report of parts is the report of the whole, byte for byte, in every form, whatever the parts and
# however many threads.
# shellcheck disable=SC1112 # quotation marks of texts
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"

# 60 texts of some kinds: they have paragraphs, places, styles and mistakes in common, and some are in another encoding
mkdir corpus
awk -v seed="${SEED:-7}" 'BEGIN {
	srand(seed)
	split("Le Mali et l\047Algérie négocient à Tinzaouatène.|« Rien », dit-il: \"oui\"!|L’armée\302\240: 12 morts|" \
	      "مالي: الجيش يعلن عن «نجاح» في كيدال|قالـت الوزارة ١٢|Une phrase longue, avec un nombre %d, à Bamako|" \
	      "Inscrivez-vous à notre lettre d\047information %d|\342\200\253mot\342\200\213|A Khartoum, etat d\047urgence...", line, "|")
	for (file = 1; file <= 60; file++) {
		name = sprintf("corpus/%02d.txt", file)
		lines = 1 + int(rand() * 30)
		for (i = 0; i < lines; i++)
			printf line[1 + int(rand() * 9)] "\n", int(rand() * 9) >name
		close(name)
	}
}'
iconv -f UTF-8 -t WINDOWS-1252 >corpus/30.txt <<'END'
L'été dernier, la région a été touchée par la sécheresse.
END
echo "figure: seed ${SEED:-7}"

forms='--text --json --tsv'
for form in $forms; do
	run "$form" corpus/*.txt
	status "whole, $form" 1
	cp out "whole$form"
done
for threads in 1 2 3; do
	for form in $forms --lint; do
		run "$form" -j "$threads" -r corpus
		[ "$form" != --lint ] || [ -f whole--lint ] || cp out whole--lint
		same "$threads threads, $form" out "whole$form"
	done
done

# parts N...: reports of files 1 to N, N + 1 to the next number, and so on
parts() {
	from=1 rest=
	for to in "$@"; do
		# shellcheck disable=SC2046 # names without spaces
		"$program" --json $(seq -f 'corpus/%02.0f.txt' "$from" "$to") >"part$to"
		rest="$rest part$to"
		from=$((to + 1))
	done
}
for cut in '60' '1 60' '59 60' '7 8 33 60' '30 60' '10 20 30 40 50 60'; do
	# shellcheck disable=SC2086
	parts $cut
	for form in $forms; do
		# shellcheck disable=SC2086
		run --merge "$form" $rest
		same "parts up to $cut, $form" out "whole$form"
	done
done
parts 7 33 60
"$program" --merge --json part7 part33 >some
run --merge --json some part60
same 'what is merged can be merged again' out whole--json
run --json -t corpus/*.txt
tail -n 1 whole--json >total
same '--total is the last line' out total
"$program" --json -t corpus/[0-2]*.txt >left
"$program" --json -t corpus/[3-6]*.txt >right
run --merge --json left right
same 'totals merge without the files' out total
run --merge --fail-on=error left right
status 'a merged report has the same statuses' 0

for only in size characters rules styles places repeats arabic,languages; do
	for form in $forms --html; do
		run "$form" --only=$only --examples=1 -r corpus
		whole=$status
		cp out expected
		run --merge "$form" --only=$only --examples=1 part7 part33 part60
		same "some sections and examples of a report, $only, $form" out expected
		status "its status, $only, $form" "$whole"
	done
done

# lines of JSON: pieces of one file
awk 'BEGIN { for (i = 0; i < 30000; i++) printf "{\"id\":%d,\"text\":\"Le Mali\\nL\\u0027été numéro %d à Bamako: «oui»\"}\n", i, i % 4000 }' >records
for form in $forms --lint; do
	run "$form" --jsonl text records
	cp out expected
	for threads in 2 3; do
		run "$form" --jsonl text -j "$threads" records
		same "lines of JSON, $threads threads, $form" out expected
	done
done
{ head -n 12345 records >first; tail -n +12346 records >second; }
run --json -t --jsonl text records
cp out expected
"$program" --json -t --jsonl text first >a
"$program" --json -t --jsonl text second >b
run --merge --json a b
sed 's/"file":"[^"]*"//g; s/"line":[0-9]*//g; s/"files":[0-9]*//' out >one
sed 's/"file":"[^"]*"//g; s/"line":[0-9]*//g; s/"files":[0-9]*//' expected >other
same 'a file cut in two, but for names of files and lines' one other

# what is no report
printf '{"a":1}\n' >other
run --merge other
status 'a file that is no report' 2
has 'is told' err 'other:1: is no report of norm-report --json'
printf '{"file":' >cut
run --merge left cut
status 'one that is cut' 2
has 'where' err 'cut:1: '
sed 's/"script":"[A-Z]/&\\ud800/; s/"notes":[0-9]/"notes":-1/; s/"runs":[0-9]/"runs":-1/' left >strange
for form in $forms --html; do
	run --merge "$form" strange
	status "what no report has, $form" 1
	holds 'does not make the output worse' iconv -f UTF-8 -t UTF-8 -o converted out
	hasnt 'nor its numbers' out 18446744073709551615
done
head -n 3 whole--json >cut
run --merge --json cut
status 'one without its end' 2
has 'what is missing' err 'cut: there is no total at its end'
"$program" --json --only=size page corpus/01.txt >small 2>/dev/null
run --merge left small
status 'sections that are missing' 2
has 'are told' err 'lacks sections'
run --merge --only=size small
status 'unless they are not wanted' 0
finish
