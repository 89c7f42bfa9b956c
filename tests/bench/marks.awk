# SPDX-License-Identifier: MIT
# What a word diff shows of a pair of print_pair: prints how many of its differences are news (a word or a number that has really
# been changed, a mark of punctuation that has gone) and how many are not. [-what went out-] and {+what came in+}
# behind it are one difference. What is long and only on one side has moved, and counts as neither.

BEGIN { RS = "\\[-" }

function digits(text)
{
	gsub(/٠/, "0", text); gsub(/١/, "1", text); gsub(/٢/, "2", text); gsub(/٣/, "3", text); gsub(/٤/, "4", text)
	gsub(/٥/, "5", text); gsub(/٦/, "6", text); gsub(/٧/, "7", text); gsub(/٨/, "8", text); gsub(/٩/, "9", text)
	gsub(/[^0-9]/, "", text)
	return text
}

# Without the marks that print_pair takes out
function bare(text)
{
	gsub(/[,;[:space:]]|،|؛/, "", text)
	return text
}

function count(old, new)
{
	gsub(/<U\+[0-9A-F]*>/, " ", old) # norm-compare names what nobody sees
	gsub(/<U\+[0-9A-F]*>/, " ", new)
	if ((old == "" && length(new) > 200) || (new == "" && length(old) > 200))
		return
	if (new ~ /zquarv|wexolim|jukpate|vidrolux|ozmekar|ظغخض|ذثقظر|ضخغشز/ || digits(old) != digits(new) ||
	    (old != new && bare(old) == bare(new) && length(old) > length(new) && old ~ /[,;]|،|؛/))
		news++
	else
		noise++
}

# The text up to where a mark ends; what is behind it stays in `rest`.
function take(end,   at, text)
{
	at = index(rest, end)
	text = at ? substr(rest, 1, at - 1) : rest
	rest = at ? substr(rest, at + 2) : ""
	return text
}

{
	rest = $0
	if (NR > 1) {
		old = take("-]")
		new = ""
		if (rest ~ /^[[:space:]]?\{\+/) {
			take("{+")
			new = take("+}")
		}
		count(old, new)
	}
	while (index(rest, "{+")) {
		take("{+")
		count("", take("+}"))
	}
}

END { print news + 0, noise + 0 }
