# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-compare for bash: options and classes as the program itself lists them. Works with and without the
# package bash-completion.

# Sets COMPREPLY to those words of a list that start with $1.
_norm_compare_offer() {
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# The same with the names of files (-f) or directories (-d).
_norm_compare_offer_names() {
	mapfile -t COMPREPLY < <(compgen "$2" -- "$1")
	compopt -o filenames 2>/dev/null || true
}

_norm_compare_options() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  (-.,|   ) (--[a-z-]+).*/\2/p'
}

# A list of classes with commas: the last one is completed.
_norm_compare_classes() {
	local done=${1%"${1##*,}"}
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE '/^Classes of/,/^$/ s/^  ([a-z-]+) .*/\1/p; $ a noise' | sed "s/^/$done/"
}

# _norm_compare_value OPTION VALUE: offers values of an option. False when it has none of its own.
_norm_compare_value() {
	case $1 in
	-i | --ignore | --fail-on) _norm_compare_offer "$2" "$(_norm_compare_classes "$2")" ;;
	-f | --from) _norm_compare_offer "$2" 'auto UTF-8 windows-1252 windows-1256 ISO-8859-6 macintosh UTF-16' ;;
	--color) _norm_compare_offer "$2" 'auto always never' ;;
	-U | --context | --width) COMPREPLY=() ;;
	--data-dir) _norm_compare_offer_names "$2" -d ;;
	--against) _norm_compare_offer_names "$2" -f ;;
	*) return 1 ;;
	esac
}

_norm_compare() {
	local program=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} word previous
	# bash parts words at "="
	word=${line##*[[:space:]]}
	line=${line%"$word"}
	previous=${line%"${line##*[![:space:]]}"}
	previous=${previous##*[[:space:]]}
	COMPREPLY=()
	case $word in
	--*=*)
		_norm_compare_value "${word%%=*}" "${word#*=}"
		word=${word#*=}
		;;
	*)
		if _norm_compare_value "$previous" "$word"; then
			:
		elif [[ $word == -* ]]; then
			_norm_compare_offer "$word" "$(_norm_compare_options)"
		else
			_norm_compare_offer_names "$word" -f
		fi
		;;
	esac
	# what bash takes for another word is already there
	local cut=${word%"${word##*[=:]}"}
	COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

complete -F _norm_compare norm-compare
