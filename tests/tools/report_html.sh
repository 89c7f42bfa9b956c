#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report --html: the page of a text and of parts merged; what a browser makes of it: directions, widths, colours, its script.
# shellcheck disable=SC1112 # quotation marks of texts
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"

# ---- The texts ----

# Two styles of everything, names in several forms, characters that do not show, and what would end a script or a tag
sed 's/{NBSP}/\xC2\xA0/g; s/{ZWSP}/\xE2\x80\x8B/g; s/{RLE}/\xE2\x80\xAB/g' >'<i>&"page".txt' <<'END'
Combats près de Tinzaouatène : l'armée se tait
L’armée a quitté Tin Zaouatine{NBSP}: « rien », dit-elle à Bamako.
</script><script>alert(1)</script></table><!-- & <img src=x onerror=alert(2)> "fin" !
Le Mali, la Libye et l’Algérie discutent{ZWSP} à Alger; Nouakchott se tait.
قالـت الوزارة: ١٢ قتيلا و 5 جرحى في مالي{RLE}
انتقل الوفد من الجزائر إلى باماكو ثم إلى نواكشوط.
Combats près de Tinzaouatène : l'armée se tait
https://example.org/une/adresse/tres/longue/qui/ne/se/coupe/pas/du/tout/et/continue/encore/longtemps/jusqu/au/bout.html
END
printf 'Un mot \377 et \033[31m un autre.\n' >bytes.txt
for i in $(seq 60); do
	echo "Ligne numéro $i: une nouvelle de N'Djamena, selon la radio." >"f$i.txt"
done

# ---- The page as text ----

run --html '<i>&"page".txt' bytes.txt f*.txt
status 'findings' 1
cp out page.html
# well_formed FILE: each element but those without content is closed, in order, outside of style and script
well_formed() {
	tr '\n' ' ' <"$1" | sed 's/<style>[^<]*/<style>/; s/<script>.*<\/script>/<script><\/script>/; s/>/>\n/g' | awk '
	{ if (!match($0, /<[^<]*>$/)) next
	  tag = substr($0, RSTART + 1, RLENGTH - 2) }
	tag ~ /^!/ { next }
	tag ~ /^\// { if (open[depth--] != substr(tag, 2)) { print "closed out of order: " tag; bad = 1; exit 1 } next }
	{ sub(/ .*/, "", tag)
	  if (tag !~ /^(meta|input|br|img)$/) open[++depth] = tag }
	END { if (bad || depth) { print "left open: " open[depth]; exit 1 } }'
}
holds 'elements are closed in order' well_formed page.html
hasnt 'a name of a file is text' page.html '<i>'
has 'and is there' page.html '&lt;i&gt;&amp;&quot;page&quot;.txt'
holds 'one script, which no text ends' [ "$(grep -c '</script>' page.html)" -eq 1 ]
hasnt 'no element of the text' page.html '<img'
holds 'no control character' sh -c '! tr -d "\n\t" <page.html | LC_ALL=C grep -q "[[:cntrl:]]"'
holds 'nothing is loaded' sh -c '! grep -Eiq "(src|href)=[\"'\'']?(https?:|//)|url\(|@import|<link" page.html'
has 'and nothing could be' page.html "default-src 'none'"

run --json '<i>&"page".txt' bytes.txt
cp out whole.json
run --html '<i>&"page".txt' bytes.txt
cp out whole.html
run --html '<i>&"page".txt' bytes.txt
same 'the same page again' out whole.html
run --html --merge whole.json
same 'the page of a report that was written before' out whole.html
run --json '<i>&"page".txt'
cp out first.json
run --json bytes.txt
cp out second.json
run --html --merge first.json second.json
same 'the page of parts' out whole.html
run --json -t bytes.txt
cp out bytes.json
run --html --merge first.json bytes.json
has 'the name of a file is no title for two' out '<title>2 files'
run --html --total bytes.txt
hasnt 'only the total' out 'id=files'
run --html --only=size,scripts bytes.txt
hasnt 'only some sections' out 'id=findings'
run --html --only=characters '<i>&"page".txt'
hasnt 'no chart of rules that nobody asks for' out 'class=rules'
run --html --only=size bytes.txt
hasnt 'nothing is said of what is not looked for' out mojibake
run --html --only=size,characters bytes.txt
has 'with characters text read in a wrong encoding is' out mojibake
run --html --from=UTF-8 bytes.txt
has 'a byte that is no character' out 'Un mot <mark>'
has 'and a control character' out '<code>U+001B</code>'
printf 'La ville de Bamako attend le ministre des armées.\nThe end of it was for the men of this town.\n\nGo on.\n' >shares
run --html --only=languages shares
has 'shares of languages are of letters, and said to be' out '<h3>Letters by language</h3>'
printf 'Oui. Non. Merci.\n\nقال وزير الخارجية المالي إن الوفد غادر المدينة صباح أمس بعد لقاء طويل مع الحاكم\n' >long
run --html --only=languages long shares
holds 'of most letters is the language of a file' grep -q '>long<.*Arabic' out
printf 'Rien.\n' >plain
run --html plain
status 'no findings' 0
has 'which is said' out 'The rules of the profile find nothing in this text.'
: >empty
run --html empty
holds 'an empty file' well_formed out
run --html --json bytes.txt
status 'one form at a time' 2

# ---- The page in a browser ----

for chromium in chromium chromium-browser google-chrome ''; do
	command -v "$chromium" >/dev/null && break
done
if [ -z "$chromium" ]; then
	skip 'the page in a browser' 'no Chromium here'
	finish
fi

# Says what the page looks like, a line "name value" each. It stands before everything else, to hear of errors.
cat >probe <<'END'
<script>
const errors = [];
addEventListener("error", event => errors.push(event.message));
addEventListener("securitypolicyviolation", event => errors.push(event.violatedDirective));
const look = say => {
	const root = document.documentElement, one = selector => document.querySelector(selector);
	const all = selector => [...document.querySelectorAll(selector)];
	const box = node => node.getBoundingClientRect(), style = node => getComputedStyle(node);
	const shown = selector => all(selector).filter(node => node.checkVisibility()).length;
	const isScrolled = node => node.closest(".scroll,nav");
	const input = (node, value) => { node.value = value; node.dispatchEvent(new Event("input", {bubbles: true})); };
	say("width", innerWidth);
	say("overflow", root.scrollWidth > innerWidth);
	say("outside", all("h1,h2,h3,h4,p,article,button,label,output,.scroll,.example,.bars td").filter(node => node.checkVisibility() &&
		!isScrolled(node.parentNode) && (box(node).right > innerWidth + 0.5 || box(node).left < -0.5)).length);
	say("direction", style(root).direction);
	const first = one("#files tbody tr").cells;
	say("first-column-right", box(first[0]).left > box(first[1]).left);
	const bar = one(".rules rect"), track = bar.closest("td");
	const bars = all(".rules rect"), last = box(bars[bars.length - 1]);
	say("bars-begin", Math.abs(last.right - box(track).right) < Math.abs(last.left - box(track).left) ? "right" : "left");
	const direction = needle => all(".example p").filter(p => p.textContent.includes(needle)).map(p => style(p).direction)[0];
	say("arabic", direction("الوزارة"));
	say("french", direction("Tinzaouat"));
	say("path", style(one(".path")).direction);
	say("theme", style(root).colorScheme);
	say("contrast", style(document.body).color !== style(document.body).backgroundColor);
	one("#theme").click();
	say("switched", style(root).colorScheme);
	const rows = shown("#rules tbody tr");
	say("rows", rows > 5);
	input(one("#filter"), "FRENCH.colo");
	say("filtered", shown("#rules tbody tr"));
	say("told", one("#shown").value === "1 / " + rows);
	input(one("#filter"), "");
	const box_ = one("#choices input[value=note]");
	box_.click();
	say("no-notes", shown("#rules tr[data-level=note]"));
	say("warnings", shown("#rules tr[data-level=warning]") > 0);
	box_.click();
	input(one("#category"), "apostrophes");
	say("category", new Set(all("#rules tbody tr").filter(row => row.checkVisibility()).map(row => row.dataset.category)).size);
	input(one("#category"), "");
	say("folded", shown("#files tbody tr"));
	one("#files .unfold input")?.click();
	say("unfolded", shown("#files tbody tr"));
	const heads = all("#files thead button"), column = () => all("#files tbody tr").map(row => row.cells[1].dataset.v);
	heads[1].click();
	say("sorted", column().every((value, i, values) => !i || Number(values[i - 1]) >= Number(value)));
	heads[1].click();
	say("turned", column().every((value, i, values) => !i || Number(values[i - 1]) <= Number(value)));
	say("dots", all(".map circle").length > 3);
	say("dot-to-row", all(".map a").every(a => document.getElementById(a.getAttribute("href").slice(1))));
	say("drawings", all("svg").every(svg => svg.getAttribute("role") === "img" && svg.querySelector("title").textContent));
	dispatchEvent(new Event("beforeprint"));
	say("opened-by-print", all("details[open]").length);
	say("requests", performance.getEntriesByType("resource").length);
	say("errors", errors.length + " " + errors.join(" "));
};
addEventListener("load", () => {
	const said = [];
	try {
		look((name, value) => said.push(name + " " + value));
	} catch (error) {
		said.push("failed " + error.message);
	}
	parent.postMessage(said.join("\n") + "\n", "*");
});
</script>
END

# look WIDTH PAGE OPTION…: the page in a frame of that width, as no window is as narrow as a phone, and with a browser that remembers
# no switch; what the script says goes to "out"
look() {
	width=$1 page=$2
	shift 2
	{
		echo '<!DOCTYPE html><meta charset=utf-8><meta name=color-scheme content="light dark"><pre>'
		echo
		echo '</pre><script>addEventListener("message", event => {'
		echo 'document.querySelector("pre").textContent = event.data; document.querySelector("iframe").remove(); });</script>'
		printf '<iframe style="border:0;width:%dpx;height:900px" srcdoc="' "$width"
		sed '/<meta charset/r probe' "$page" | sed 's/&/\&amp;/g; s/"/\&quot;/g'
		echo '"></iframe>'
	} >probed.html
	rm -rf "$tmp/chromium"
	timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/chromium" --window-size=1400,900 "$@" \
		--virtual-time-budget=5000 --dump-dom "file://$PWD/probed.html" >dom 2>chromium.err
	sed -n '/<pre>/,/<\/pre>/p' dom | sed 's/.*<pre>//; s/<\/pre>.*//' >out
}

# is WHAT NAME VALUE: a case
is() {
	if grep -qx "$2 $3" out; then pass "$1"; else fail "$1: not $2 $3"; fi
}

look 1280 page.html
[ -s out ] || { echo "$chromium shows nothing: $(tail -n 1 chromium.err)"; exit 77; }
is 'no errors of the script' errors '0 '
is 'no requests' requests 0
is 'a French sentence from the left' french ltr
is 'an Arabic one from the right' arabic rtl
is 'light' theme light
is 'the switch: dark' switched dark
is 'all rules' rows true
is 'those with a text' filtered 1
is 'and how many' told true
is 'without notes' no-notes 0
is 'but with warnings' warnings true
is 'of one category' category 1
is 'fifty files' folded 50
is 'all files' unfolded 62
is 'sorted by size' sorted true
is 'and the other way round' turned true
is 'places on the map' dots true
is 'each leads to its row' dot-to-row true
is 'each drawing has a title' drawings true
is 'paper shows what is open on the screen' opened-by-print 0

languages
for width in 360 800 1280; do
	for language in en ar; do
		LANGUAGE=$language "$program" --html '<i>&"page".txt' bytes.txt f*.txt >page.html
		look "$width" page.html
		is "$language, $width: the width" width "$width"
		is "$language, $width: no overflow" overflow false
		is "$language, $width: nothing outside" outside 0
		is "$language, $width: no errors" errors '0 '
	done
done
if grep -q 'lang=ar dir=rtl' page.html; then
	is 'Arabic: from the right' direction rtl
	is 'Arabic: the first column is on the right' first-column-right true
	is 'Arabic: bars begin on the right' bars-begin right
	is 'Arabic: paths from the left' path ltr
	is 'Arabic: a French sentence from the left' french ltr
else
	skip 'the Arabic interface' 'no translations here'
fi
look 800 whole.html
is 'English: the first column is on the left' first-column-right false
is 'English: bars begin on the left' bars-begin left

look 800 whole.html --blink-settings=preferredColorScheme=0
is 'dark' theme dark
is 'dark: can be read' contrast true
is 'the switch: light' switched light
finish
