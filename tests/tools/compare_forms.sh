#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare: the forms of its output.
tool=norm-compare
. "$(dirname "$0")/lib.sh"

FSI=$(printf '\342\201\250') PDI=$(printf '\342\201\251') ESC=$(printf '\033')
printf 'Un deux trois\nle 12 mars «\302\240oui\302\240»\nfin\n' >a
printf 'Un deux quatre\nle 13 mars "oui"\nfin\n' >b
printf 'قال الناطق إن الأفريقي رفض\n' >ar
printf 'قال الناطق إن الإفريقي قبل\n' >ar2

# --- words ---
run a b
text 'words: what went out and what came in' out '@@ 1:9 1:9 @@
Un deux [-trois-]{+quatre+}
le [-12-]{+13+} mars [-«-]{+"+}[-<U+00A0>-]oui[-<U+00A0>»-]{+"+}
fin'
run --words --context=1 a b
has 'words: --context' out 'deux [-trois-]{+quatre+}'
hasnt 'words: no more than that' out 'Un deux'
run ar ar2
has 'words: a line with Arabic is isolated, and so is what differs' out \
	"${FSI}قال الناطق إن [-${FSI}الأفريقي${PDI}-]{+${FSI}الإفريقي${PDI}+} [-${FSI}رفض${PDI}-]{+${FSI}قبل${PDI}+}${PDI}"
printf 'في مالي\n' >mark
printf 'في \342\200\217مالي\n' >mark2
run mark mark2
has 'words: an invisible character has a name' out '<U+200F>'
printf 'a\033[31mb c\n' >escape
printf 'a\033[31mb d\n' >escape2
run escape escape2
hasnt 'words: no escape sequence of a text gets to the terminal' out "$ESC"

# A passage that has moved is told where it stood and where it stands, both times with what stands around it.
moved='Le ministre a dit hier que la paix dans le nord du pays reste encore loin !'
stays='Selon des habitants, deux convois sont partis lundi de la ville vers la frontière, mais un seul y est arrivé ce matin.'
printf 'Un deux. %s %s\n' "$moved" "$stays" >order
printf 'Un deux. %s %s\n' "$stays" "$moved" >order2
run order order2
has 'words: where a passage went to, and what stands there now' out 'Un deux. [moved to 1:129] Selon des habitants'
has 'words: where a passage came from, and how it begins' out '[moved here from 1:10] Le ministre a dit hier'
# Each sentence keeps its full stop, also where both texts end with one.
printf '%s %s\n' "Le ministre a dit hier que la paix dans le nord du pays reste encore loin." "$stays" >order
printf '%s %s\n' "$stays" "Le ministre a dit hier que la paix dans le nord du pays reste encore loin." >order2
for pair in 'order order2' 'order2 order'; do
	run $pair
	hasnt "words: a sentence moves with its full stop ($pair)" out '.-]'
	hasnt "words: a sentence moves with its full stop, to its new place, too ($pair)" out '.+}'
	run --json $pair
	holds "json: a sentence that has moved is two differences ($pair)" [ "$(grep -c '"classes":\["moved"\]' out) $(wc -l <out)" = '2 2' ]
done

# What is gone stands where it stood: behind the gap that it had, or at the start of its line.
printf 'Un mot, puis deux.\nLe vieux chat dort.\n' >gone
printf 'Un mot puis deux.\nchat dort.\n' >gone2
run gone gone2
text 'words: what is gone' out '@@ 1:7 1:7 @@
Un mot[-,-] puis deux.
[-Le vieux-] chat dort.'
run --words gone2 /dev/null
has 'words: all is gone' out '[-Un mot puis deux.'
printf 'fin\n \nautre\n' >margin
printf 'fin\n\302\240\nautre\n' >margin2
run margin margin2
status 'blanks beside the end of a line are no difference, whatever they are' 0

# --- colour ---
run --color=always a b
has '--color=always' out "${ESC}["
run a b
hasnt 'no colour in a pipe' out "${ESC}["
NO_COLOR=1 run --color=auto a b
hasnt 'NO_COLOR' out "${ESC}["

# --- unified ---
run -u a b
text 'unified' out '--- a
+++ b
@@ -1,3 +1,3 @@
-Un deux [-trois-]
+Un deux {+quatre+}
-le [-12-] mars [-«-][-<U+00A0>-]oui[-<U+00A0>»-]
+le {+13+} mars {+"+}oui{+"+}
 fin'
run -u -U0 a b
hasnt 'unified: no lines around' out ' fin'

# --- side by side ---
run -y --width=60 a b
has 'side by side: one beside the other' out 'Un deux [-trois-]            | Un deux {+quatre+}'
has 'side by side: an invisible difference has a name' out '[-<U+00A0>-]'
has 'side by side: lines around' out 'fin                            fin'
run -y --width=40 ar ar2
has 'side by side: each cell is an isolate' out "$FSI"
printf 'col\tonne\n' >tab
printf 'col\tcolonne\n' >tab2
run -y --width=60 tab tab2
has 'side by side: a tab does not move the other column' out 'col [-onne-]                 | col {+colonne+}'
printf 'Voir https://example.org/une/adresse/tres/longue/qui/ne/se/coupe/pas.html ici\n' >word
printf 'Voir https://example.org/une/adresse/tres/longue/qui/ne/se/coupe/pas.html là\n' >word2
run -y --width=60 word word2
holds 'side by side: a long word is parted' [ "$(awk 'length($0) > 60' out | wc -l)" = 0 ]
holds 'side by side: and nothing of it is lost' [ "$(sed '1d; s/[[|].*//' out | tr -d ' \n')" = "$(cut -d' ' -f2 word)" ]
# Colours take no column: without them it is the same page.
printf 'le projet de texte\n' >long
printf 'le 3 mai, tout le Conseil a vu le texte\n' >long2
for pair in 'a b' 'ar ar2' 'word word2' 'long long2'; do
	run -y --width=40 $pair
	mv out plain
	run -y --width=40 --color=always $pair
	sed "s/$ESC\[[0-9]*m//g" out >bare
	holds "side by side: colours change nothing else ($pair)" cmp -s plain bare
	holds "side by side: there are colours ($pair)" grep -q "$ESC\[3[12]m" out
	# each line switches off what it has switched on, for another cell stands behind it
	holds "side by side: no colour reaches the other column ($pair)" \
		[ "$(tr -cd "$ESC\n" <out | awk '{ odd += length($0) % 2 } END { print odd + 0 }')" = 0 ]
done
has 'side by side: a colour goes on in the next line' out "${ESC}[32mle Conseil a vu${ESC}[0m"
NO_COLOR=1 run -y --color=auto a b
hasnt 'side by side: NO_COLOR' out "$ESC"

# A paragraph that the other text has broken in two stands beside both, and where it goes on it has no number of its own.
printf 'Le chat dort ici. Le chien veille là.\nfin\n' >whole
printf 'Le chat dort ici.\n\nLe chien court là.\nfin\n' >broken
run -y --width=60 whole broken
has 'side by side: a paragraph broken in two' out 'Le chat dort ici.              Le chat dort ici.'
has 'side by side: its other half' out 'Le chien [-veille-] là.      | Le chien {+court+} là.'
holds 'side by side: with an empty line between both' [ "$(wc -l <out)" -eq 4 ]
run -y --width=60 broken whole
has 'side by side: and two put in one' out 'Le chien [-court-] là.       | Le chien {+veille+} là.'
run --html whole broken
has 'html: a paragraph broken in two' out '<p dir=auto>Le chien <del'
has 'html: the other one has its number' out '<p dir=auto data-line=3>Le chien <ins'
# Lines that are wrapped in other places are no paragraphs.
printf 'Le chat dort ici avec\nun ami de la maison.\n' >wrap
printf 'Le chat dort là avec un\nami de la maison.\n' >wrap2
run -y --width=60 wrap wrap2
has 'side by side: wrapped lines stay whole' out 'Le chat dort [-ici-] avec    | Le chat dort {+là+} avec un'

# A passage that has moved says so.
run -y --width=200 order order2
has 'side by side: where a passage has moved to' out '[moved to 1:'
has 'side by side: and from' out '[moved here from 1:'
run -u order order2
has 'unified: where a passage has moved to' out '-[moved to 1:120][-Le ministre'
has 'unified: and from' out '[moved here from 1:1]{+Le ministre'
run --html order order2
has 'html: where a passage has moved to' out 'class="moved" title="moved [moved to 1:120]"'

# One that is not quite the same says so, too, and what is different in it is marked.
before='Le chat noir dort depuis ce matin sur le vieux canapé du salon.' behind='La pluie tombe encore sur les toits rouges de la petite ville.'
passage='Le ministre a dit hier que la paix dans le nord du pays reste encore %s'
printf "%s\n$passage\n%s\n%s\n" "$before" 'loin.' "$behind" "$stays" >order3
printf "%s\n%s\n%s\n$passage\n" "$before" "$behind" "$stays" 'près.' >order4
run order3 order4
has 'words: a passage that is not quite the same' out '[moved here from 2:1] Le ministre a dit'
run -u order3 order4
text 'unified: lines that have moved, and none that stayed' out "--- order3
+++ order4
@@ -1,4 +1,4 @@
 $before
-[moved to 4:1][-$(printf "$passage" loin.)-]
 $behind
 $stays
+[moved here from 2:1] $(printf "$passage" '{+près+}.')"
run -y --width=200 order3 order4
has 'side by side: a passage that is not quite the same' out '> [moved here from 2:1] Le ministre a dit'
run --html order3 order4
has 'html: it is marked around what is different' out 'reste encore </ins><ins class="wording" title="wording">près</ins><ins class="moved"'

# What stands in front of it is no part of it.
printf "%s  $passage %s %s\n" "$before" 'loin.' "$behind" "$stays" >order5
printf "%s %s %s $passage\n" "$before" "$behind" "$stays" 'loin.' >order6
run --stat order5 order6
hasnt 'a passage that has moved has no other space in front of it' out ' space '

# Lines that came in or went out stand alone: those around them are the same.
printf 'Un.\n\nDeux.\n\nTrois.\n' >lines
printf 'Un.\n\nNeuf.\n\nDeux.\n\nTrois.\n' >lines_in
printf 'Un.\n\nDeux.\n' >lines_end
printf 'Le chat.\nLe chien.\nUn loup.\n' >lines_start
printf 'Le chien.\nUn loup.\n' >lines_start2
space=' '
run -u lines lines_in
text 'unified: a paragraph that came in' out "--- lines
+++ lines_in
@@ -1,5 +1,7 @@
 Un.
$space
+{+Neuf.+}
+
 Deux.
$space
 Trois."
run -y --width=23 lines_in lines
has 'side by side: one that went out stands alone' out '[-Neuf.-]  <'
has 'side by side: what stands behind it' out 'Deux.        Deux.'
hasnt 'side by side: nothing behind its sign' out '< '
run -u lines lines_end
text 'unified: the last one went out' out "--- lines
+++ lines_end
@@ -1,5 +1,3 @@
 Un.
$space
 Deux.
-
-[-Trois.-]"
run -u lines_start lines_start2
text 'unified: the first one went out, though the next begins in the same way' out '--- lines_start
+++ lines_start2
@@ -1,3 +1,2 @@
-[-Le chat.-]
 Le chien.
 Un loup.'

# A file without text has no lines.
: >lines_none
run -u lines_start2 lines_none
text 'unified: all went out' out '--- lines_start2
+++ lines_none
@@ -1,2 +1,0 @@
-[-Le chien.-]
-[-Un loup.-]'
run -u lines_none lines_start2
text 'unified: all came in' out '--- lines_none
+++ lines_start2
@@ -1,0 +1,2 @@
+{+Le chien.+}
+{+Un loup.+}'
run --html lines_start2 lines_none
holds 'html: all went out' [ "$(grep -c 'data-line' out) $(grep -c '<div class=row>' out)" = '2 2' ]

# A space comes and goes with the word in front of it; between words that stay it is a difference.
printf 'l\302\253ancien ministre dit\n' >space
printf 'l\302\253ex-ministre dit\n' >space2
run --stat space space2
hasnt 'a space of a change is no difference of its own' out 'spaces'
printf 'le ministre dit\n' >space
printf 'leministre dit\n' >space2
run --stat space space2
has 'a space that comes between words is one' out 'spaces'
printf 'un mot.Fin\n' >space
printf 'un mot.\n\nFin\n' >space2
run space space2
has 'words: an end of a line is an arrow where it is the difference' out 'mot.{+↵↵+}Fin'

# --- stat ---
run --stat a b
has '--stat: classes' out '  number        numbers                                      1'
has '--stat: the sum' out 'differences                                  5'

# --- json ---
run --json a b
holds '--json: an object a line' [ "$(grep -c '^{.*}$' out)" -eq "$(wc -l <out)" ]
has '--json: offsets are bytes' out '"a":{"start":8,"end":13,"line":1,"column":9,"text":"trois"}'
has '--json: columns are characters' out '{"classes":["number"],"a":{"start":17,"end":19,"line":2,"column":4,"text":"12"}'
run --json ar ar2
hasnt '--json adds no characters' out "$FSI"
run --json a a
holds '--json: nothing for nothing' [ ! -s out ]

# --- html ---
run --html a b
status '--html' 1
has '--html: what went out' out '<del class="number" title="number">12</del>'
has '--html: what came in' out '<ins class="number" title="number">13</ins>'
hasnt '--html loads nothing' out 'src='
hasnt '--html has no script' out '<script'
printf '<b>&"\n' >tags
printf '<b>&"\302\240<i>\n' >tags2
run --html tags tags2
hasnt '--html: no tag of a text is one' out '<i>'
has '--html: but is shown' out '&lt;i&gt;'

finish
