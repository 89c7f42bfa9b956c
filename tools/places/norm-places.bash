# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-places for bash: commands and options as the program itself lists them. It comes behind
# tools/common/completion.bash, which says what the functions are for.

_norm_places_commands() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  ([a-z]+)( .*|$)/\1/p'
}

# The first word of the line behind the program that is a command
_norm_places_command() {
	local word commands
	commands=$(_norm_places_commands)
	for word in $line; do
		grep -qxF -e "$word" <<<"$commands" && echo "$word" && return
	done
}

_norm_places_value() {
	case $1 in
	--format)
		case $(_norm_places_command) in
		import) _norm_places_offer "$2" $'geonames\nosm\nwikidata' ;;
		*) _norm_places_offer "$2" $'text\ntsv\njsonl\nhtml' ;;
		esac
		;;
	-s | --scheme)
		case $(_norm_places_command) in
		arabise) _norm_places_offer "$2" $'french\nbuckwalter' ;;
		*) _norm_places_offer "$2" $'french\nbgn-pcgn-1956\nungegn-2017\niso-233-2\ndin-31635\nbuckwalter' ;;
		esac
		;;
	-g | --gazetteer | -o | --output) _norm_places_offer_names "$2" -f ;;
	--jsonl | --min | -n | --count | -c | --country) COMPREPLY=() ;;
	*) return 1 ;;
	esac
}

_norm_places_argument() {
	if [[ -z $(_norm_places_command) ]]; then
		_norm_places_offer "$1" "$(_norm_places_commands)"
	else
		_norm_places_offer_names "$1" -f
	fi
}
