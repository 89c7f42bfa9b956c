# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-compare for bash: options and classes as the program itself lists them. It comes behind
# tools/common/completion.bash, which says what the functions are for.

# A list of classes with commas: the last one is completed.
_norm_compare_classes() {
	local done=${1%"${1##*,}"}
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE '/^Classes of/,/^$/ s/^  ([a-z-]+) .*/\1/p; $ a noise' | sed "s/^/$done/"
}

_norm_compare_value() {
	case $1 in
	-i | --ignore | --fail-on) _norm_compare_offer "$2" "$(_norm_compare_classes "$2")" ;;
	-U | --context | --width) COMPREPLY=() ;;
	--against) _norm_compare_offer_names "$2" -f ;;
	*) return 1 ;;
	esac
}

_norm_compare_argument() {
	_norm_compare_offer_names "$1" -f
}
