# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-convert for bash: options, profiles, rules and their values as the program itself lists them.
# It comes behind tools/common/completion.bash, which says what the functions are for.

_norm_convert_profiles() {
	LC_ALL=C "$program" --list-profiles 2>/dev/null | awk '/^[^ ]/ { print $1 }'
}

# "section.key=value" of every rule; of one section only what is needed to choose it, to keep the list short.
_norm_convert_settings() {
	LC_ALL=C "$program" --list-rules 2>/dev/null | awk -v current="$1" '
	{
		if (index(current, $1 "=") == 1) {
			count = split($2, values, "|")
			for (i = 1; i <= count; i++) print $1 "=" values[i]
		} else if (current !~ /=/) {
			print $1 "="
		}
	}'
}

# FIELD=PROFILE: the profile; field names are not ours to know.
_norm_convert_jsonl() {
	local profile
	case $1 in
	*=*:*) ;;
	*=*) for profile in $(_norm_convert_profiles); do echo "${1%%=*}=$profile"; done ;;
	esac
}

_norm_convert_value() {
	case $1 in
	-p | --profile)
		_norm_convert_offer "$2" "$(_norm_convert_profiles)"
		[ ${#COMPREPLY[@]} -gt 0 ] || _norm_convert_offer_names "$2" -f
		;;
	--set) _norm_convert_offer "$2" "$(_norm_convert_settings "$2")" ;;
	--on-error) _norm_convert_offer "$2" $'replace\nstrict\ndrop' ;;
	-t | --to) _norm_convert_offer "$2" $'UTF-8\nwindows-1252\nwindows-1256\nISO-8859-6\nmacintosh\nUTF-16' ;;
	--show-levels=) _norm_convert_offer "$2" $'text\njson' ;;
	--jsonl) _norm_convert_offer "$2" "$(_norm_convert_jsonl "$2")" ;;
	-o | --output) _norm_convert_offer_names "$2" -f ;;
	*) return 1 ;;
	esac
	[ "${COMPREPLY[0]}" = "${COMPREPLY[0]%=}" ] || compopt -o nospace 2>/dev/null || true
}

_norm_convert_argument() {
	_norm_convert_offer_names "$1" -f
}
