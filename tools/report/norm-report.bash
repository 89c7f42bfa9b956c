# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-report for bash: options and sections as the program itself lists them. It comes behind
# tools/common/completion.bash, which says what the functions are for.

# A list of sections with commas: the last one is completed.
_norm_report_sections() {
	local done=${1%"${1##*,}"}
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE '/^Sections:/,/^$/ s/^  ([a-z]+) .*/\1/p' | sed "s/^/$done/"
}

_norm_report_value() {
	case $1 in
	--only) _norm_report_offer "$2" "$(_norm_report_sections "$2")" ;;
	--fail-on) _norm_report_offer "$2" $'note\nwarning\nerror\noff' ;;
	-p | --profile)
		_norm_report_offer "$2" $'clean\nfr-CA\nfr-CH\nfr-FR\nnlp\nnone\nreport\nsearch\nwire'
		[ ${#COMPREPLY[@]} -gt 0 ] || _norm_report_offer_names "$2" -f
		;;
	--baseline | --write-baseline) _norm_report_offer_names "$2" -f ;;
	--set | --jsonl | --examples | -j | --jobs) COMPREPLY=() ;;
	*) return 1 ;;
	esac
}

_norm_report_argument() {
	_norm_report_offer_names "$1" -f
}
