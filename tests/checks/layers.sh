#!/bin/sh
# SPDX-License-Identifier: MIT
# Which room may include what. Rooms of the library, from left to right:
#     base → unicode → text → {arabic, french, repair, places} → engine
# A room includes itself, rooms to its left and public headers; the four language rooms never include each other.
# Tools include public headers, tools/common and their own folder. Each outside library has its rooms, too.
. "$(dirname "$0")/lib.sh"

# Prints "file:line: what is wrong" for each include that breaks a rule.
broken_includes() {
	(cd "$top" && xargs awk '
	BEGIN {
		rank["base"] = 1; rank["unicode"] = 2; rank["text"] = 3; rank["engine"] = 5
		rank["arabic"] = rank["french"] = rank["repair"] = rank["places"] = 4
		# header: the rooms that may include it
		home["utf8proc.h"] = "unicode"
		home["unicode/"] = "unicode repair places" # ICU
		home["dlfcn.h"] = "base"
		home["ini.h"] = "engine"
		home["zlib.h"] = "places"
		home["yajl/"] = home["popt.h"] = ""
	}
	function wrong(why) { printf "  %s:%d: %s: %s\n", FILENAME, FNR, header, why }
	function in_list(word, list) { return index(" " list " ", " " word " ") }
	function library(room,   other, key) {
		if (!(room in rank)) { wrong("unknown room " room); return }
		if (quoted) {
			if (header ~ /^libnorm\//) return
			other = header; sub(/\/.*/, "", other)
			if (header !~ /\//) wrong("write \"room/file.h\"")
			else if (!(other in rank)) wrong("no such room")
			else if (other != room && rank[other] >= rank[room]) wrong(room " may not include " other)
			return
		}
		for (key in home)
			if (index(header, key) == 1 && !in_list(room, home[key])) wrong("not in " room)
		if (header ~ /^unicode\// && room == "unicode" && FILENAME !~ /\/gen_[a-z_]*\.c$/)
			wrong("ICU is for the generator only")
	}
	function public() {
		if (quoted && header ~ /\//) wrong("public headers include their siblings")
		if (!quoted && header !~ /^std[a-z]*\.h$/) wrong("public headers include the C standard only")
	}
	function tool(folder,   other) {
		if (!quoted || header ~ /^libnorm\//) return
		other = header; sub(/\/.*/, "", other)
		if (other != folder && other != "common") wrong("a tool includes common and itself")
	}
	/^[ \t]*#[ \t]*include[ \t]*["<]/ {
		quoted = /include[ \t]*"/
		header = $0; sub(/^[^"<]*["<]/, "", header); sub(/[">].*/, "", header)
		split(FILENAME, part, "/")
		if (part[1] == "tools") tool(part[2])
		else if (part[2] == "include") public()
		else library(part[2])
	}')
}

for folder in "$top"/libnorm/*/ "$top"/tools/*/; do
	folder=${folder#"$top"/}
	files=$(tree '*.[ch]' | grep "^$folder") || continue
	none "Includes of $folder that break the layers" "$(printf '%s\n' "$files" | broken_includes)"
done
finish
