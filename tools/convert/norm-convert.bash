# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-convert for bash: options, profiles, rules and their values as the program itself lists them.
# Works with and without the package bash-completion.

# Sets COMPREPLY to those lines of a list that start with $1.
_norm_convert_offer() {
	local IFS=$'\n'
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# The same with the names of files (-f) or directories (-d).
_norm_convert_offer_names() {
	mapfile -t COMPREPLY < <(compgen "$2" -- "$1")
	compopt -o filenames 2>/dev/null || true
}

_norm_convert_options() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  (-.,|   ) (--[a-z-]+).*/\2/p'
}

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

# _norm_convert_value OPTION VALUE: offers values of an option, whose name ends with "=" if only that can stand before
# its value. False when it has none of its own.
_norm_convert_value() {
	case $1 in
	-p | --profile)
		_norm_convert_offer "$2" "$(_norm_convert_profiles)"
		[ ${#COMPREPLY[@]} -gt 0 ] || _norm_convert_offer_names "$2" -f
		;;
	--set) _norm_convert_offer "$2" "$(_norm_convert_settings "$2")" ;;
	--on-error) _norm_convert_offer "$2" $'replace\nstrict\ndrop' ;;
	-f | --from) _norm_convert_offer "$2" $'auto\nUTF-8\nwindows-1252\nwindows-1256\nISO-8859-6\nmacintosh\nUTF-16' ;;
	-t | --to) _norm_convert_offer "$2" $'UTF-8\nwindows-1252\nwindows-1256\nISO-8859-6\nmacintosh\nUTF-16' ;;
	--show-levels=) _norm_convert_offer "$2" $'text\njson' ;;
	--color) _norm_convert_offer "$2" $'auto\nalways\nnever' ;;
	--jsonl) _norm_convert_offer "$2" "$(_norm_convert_jsonl "$2")" ;;
	--data-dir) _norm_convert_offer_names "$2" -d ;;
	-o | --output) _norm_convert_offer_names "$2" -f ;;
	*) return 1 ;;
	esac
	[ "${COMPREPLY[0]}" = "${COMPREPLY[0]%=}" ] || compopt -o nospace 2>/dev/null || true
}

_norm_convert() {
	local program=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} word previous
	# bash parts words at "=" and ":", which stand within our values
	word=${line##*[[:space:]]}
	line=${line%"$word"}
	previous=${line%"${line##*[![:space:]]}"}
	previous=${previous##*[[:space:]]}
	COMPREPLY=()
	case $word in
	--*=*)
		_norm_convert_value "${word%%=*}" "${word#*=}" || _norm_convert_value "${word%%=*}=" "${word#*=}"
		word=${word#*=}
		;;
	*)
		if _norm_convert_value "$previous" "$word"; then
			:
		elif [[ $word == -* ]]; then
			_norm_convert_offer "$word" "$(_norm_convert_options)"
		else
			_norm_convert_offer_names "$word" -f
		fi
		;;
	esac
	# what bash takes for another word is already there
	local cut=${word%"${word##*[=:]}"}
	COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

complete -F _norm_convert norm-convert
