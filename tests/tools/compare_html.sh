#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare --html, as a browser shows it: directions, widths, colours, and the switches of the legend.
# shellcheck disable=SC1112 # quotation marks of texts
tool=norm-compare
. "$(dirname "$0")/lib.sh"
for chromium in chromium chromium-browser google-chrome ''; do
	command -v "$chromium" >/dev/null && break
done
[ -n "$chromium" ] || { echo 'no Chromium here'; exit 77; }

{
	echo 'Bamako (AFP) – 12 soldats ont été tués, selon l’armée.'
	echo 'أعلنت الوزارة أن ١٢ جنديا قتلوا.'
	for i in 1 2 3 4 5 6 7 8 9; do echo "Ligne commune numéro $i."; done
	echo 'Voir https://example.org/une/adresse/tres/longue/qui/ne/se/coupe/pas/du/tout/et/continue/encore/longtemps.html'
} >a
sed -e "s/12 soldats/13 soldats/; s/l’armée/l'armée/; s/١٢/12/; s/قتلوا/أصيبوا/; s/Voir/Lire/" a >b
run --html a b
cp out page.html

# What the page looks like, said by a script in a copy of it: a line "name value" each.
cat >probe <<'END'
<script>
addEventListener("load", () => {
	const said = [], say = (name, value) => said.push(name + " " + value);
	const root = document.documentElement, style = node => getComputedStyle(node);
	const colour = mark => style(document.querySelector(mark)).backgroundColor;
	const paragraph = text => [...document.querySelectorAll("p")].find(p => p.textContent.includes(text));
	say("width", innerWidth);
	say("overflow", root.scrollWidth > innerWidth);
	say("outside", [...document.querySelectorAll("p,del,ins,label,h2")].filter(
		node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 0.5).length);
	say("arabic", style(paragraph("الوزارة")).direction);
	say("french", style(paragraph("Bamako")).direction);
	const cells = document.querySelectorAll(".row:nth-child(2)>div");
	say("beside", cells[0].getBoundingClientRect().top === cells[1].getBoundingClientRect().top);
	say("folded", !document.querySelector("details p").checkVisibility());
	say("background", style(root).colorScheme + " " + matchMedia("(prefers-color-scheme:dark)").matches);
	say("number-on", colour("ins.number") !== "rgba(0, 0, 0, 0)");
	document.querySelector("#c-number").click();
	say("number-off", colour("ins.number") === "rgba(0, 0, 0, 0)");
	say("apostrophe-on", colour("ins.apostrophe") !== "rgba(0, 0, 0, 0)");
	say("kinds-differ", colour("ins.apostrophe") !== colour("ins.wording"));
	say("contrast", style(document.querySelector("ins.wording")).color !== colour("ins.wording"));
	document.body.replaceChildren(Object.assign(document.createElement("pre"), {textContent: said.join("\n")}));
});
</script>
END
cat page.html probe >probed.html

# look WIDTH OPTION…: what the script says goes to "seen"
look() {
	width=$1
	shift
	timeout 60 "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/chromium" "--window-size=$width,900" "$@" \
		--dump-dom "file://$PWD/probed.html" >dom 2>chromium.err
	sed -n '/<pre>/,/<\/pre>/p' dom | sed 's/.*<pre>//; s/<\/pre>.*//' >seen
}

look 390
[ -s seen ] || { echo "$chromium shows nothing: $(tail -n 1 chromium.err)"; exit 77; }
cp seen out
[ "$(sed -n 's/^width //p' seen)" -le 500 ] && pass 'as narrow as a phone' || fail 'as narrow as a phone'
has 'phone: nothing is wider than the page' out 'overflow false'
has 'phone: and nothing stands outside of it' out 'outside 0'
has 'phone: one text below the other' out 'beside false'
has 'phone: Arabic from right to left' out 'arabic rtl'
has 'phone: French from left to right' out 'french ltr'

look 1280
cp seen out
has 'desktop: nothing is wider than the page' out 'overflow false'
has 'desktop: side by side' out 'beside true'
has 'desktop: Arabic from right to left' out 'arabic rtl'
has 'desktop: French from left to right' out 'french ltr'
has 'what is the same is folded' out 'folded true'
has 'a class that is on is shown' out 'number-on true'
has 'the legend switches it off' out 'number-off true'
has 'and no other' out 'apostrophe-on true'
has 'noise looks unlike changes' out 'kinds-differ true'
has 'changes can be read' out 'contrast true'
has 'light' out 'background light dark false'

look 1280 --blink-settings=preferredColorScheme=0
cp seen out
has 'dark' out 'background light dark true'
has 'dark: changes can be read' out 'contrast true'
finish
