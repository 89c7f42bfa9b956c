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
	if ((old == "" && length(new) > 200) || (new == "" && length(old) > 200))
		return
	if (length(old) > 2000 || length(new) > 2000) { # shows nobody anything
		noise++
		return
	}
	gsub(/<U\+[0-9A-F]*>/, " ", old) # norm-compare names what nobody sees
	gsub(/<U\+[0-9A-F]*>/, " ", new)
	if (new ~ /zquarv|wexolim|jukpate|vidrolux|ozmekar|ظغخض|ذثقظر|ضخغشز/ || digits(old) != digits(new) ||
	    (old != new && bare(old) == bare(new) && length(old) > length(new) && old ~ /[,;]|،|؛/))
		news++
	else
		noise++
}

# The text in front of the end of a mark
function upto(text, end,   at)
{
	at = index(text, end)
	return at ? substr(text, 1, at - 1) : text
}

# Pieces behind "{+": the first of them may belong to what went out.
{
	pieces = split($0, piece, /\{\+/)
	next_piece = 2
	if (NR > 1) {
		old = upto(piece[1], "-]")
		new = ""
		if (pieces > 1 && piece[1] ~ /-\][[:space:]]?$/)
			new = upto(piece[next_piece++], "+}")
		count(old, new)
	}
	for (; next_piece <= pieces; next_piece++)
		count("", upto(piece[next_piece], "+}"))
}

END { print news + 0, noise + 0 }
