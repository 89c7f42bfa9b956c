# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What the completions of all tools do. Each must work by itself, so `make' writes this, with the name of the tool in it, in
# front of what that tool has of its own: two functions.
#     _norm_tool_value OPTION VALUE   offers values of an option, whose name ends with "=" if only that can stand before its
#                                     value; false when it has none of its own
#     _norm_tool_argument WORD        offers what is no option; $line is what stands before it
# Works with and without the package bash-completion.

# Sets COMPREPLY to those lines of a list that start with $1.
_norm_tool_offer() {
	local IFS=$'\n'
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# The same with the names of files (-f) or directories (-d).
_norm_tool_offer_names() {
	mapfile -t COMPREPLY < <(compgen "$2" -- "$1")
	compopt -o filenames 2>/dev/null || true
}

_norm_tool_options() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  (-.,|   ) (--[a-z-]+).*/\2/p'
}

# Values of options that several tools have
_norm_tool_any_value() {
	_norm_tool_value "$1" "$2" && return
	case $1 in
	-f | --from) _norm_tool_offer "$2" $'auto\nUTF-8\nwindows-1252\nwindows-1256\nISO-8859-6\nmacintosh\nUTF-16' ;;
	--color) _norm_tool_offer "$2" $'auto\nalways\nnever' ;;
	--data-dir) _norm_tool_offer_names "$2" -d ;;
	*) return 1 ;;
	esac
}

_norm_tool() {
	local program=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} word previous
	# bash parts words at "=" and ":", which stand within our values
	word=${line##*[[:space:]]}
	line=${line%"$word"}
	previous=${line%"${line##*[![:space:]]}"}
	previous=${previous##*[[:space:]]}
	COMPREPLY=()
	case $word in
	--*=*)
		_norm_tool_any_value "${word%%=*}" "${word#*=}" || _norm_tool_any_value "${word%%=*}=" "${word#*=}"
		word=${word#*=}
		;;
	*)
		if _norm_tool_any_value "$previous" "$word"; then
			:
		elif [[ $word == -* ]]; then
			_norm_tool_offer "$word" "$(_norm_tool_options)"
		else
			_norm_tool_argument "$word"
		fi
		;;
	esac
	# what bash takes for another word is already there
	local cut=${word%"${word##*[=:]}"}
	COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

complete -F _norm_tool norm-tool
