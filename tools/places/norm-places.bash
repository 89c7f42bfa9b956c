# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of norm-places for bash: commands and options as the program itself lists them.
# Works with and without the package bash-completion.

# Sets COMPREPLY to those lines of a list that start with $1.
_norm_places_offer() {
	local IFS=$'\n'
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# The same with the names of files (-f) or directories (-d).
_norm_places_offer_names() {
	mapfile -t COMPREPLY < <(compgen "$2" -- "$1")
	compopt -o filenames 2>/dev/null || true
}

_norm_places_options() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  (-.,|   ) (--[a-z-]+).*/\2/p'
}

_norm_places_commands() {
	LC_ALL=C "$program" --help 2>/dev/null | sed -nE 's/^  ([a-z]+)( .*|$)/\1/p'
}

# The first word of the line behind the program that is a command
_norm_places_command() {
	local word
	for word in $line; do
		grep -qxF -e "$word" <<<"$commands" && echo "$word" && return
	done
}

# _norm_places_value OPTION VALUE: offers values of an option. False when it has none of its own.
_norm_places_value() {
	case $1 in
	--format)
		case $command in
		import) _norm_places_offer "$2" $'geonames\nosm\nwikidata' ;;
		*) _norm_places_offer "$2" $'text\ntsv\njsonl\nhtml' ;;
		esac
		;;
	-s | --scheme)
		case $command in
		arabise) _norm_places_offer "$2" $'french\nbuckwalter' ;;
		*) _norm_places_offer "$2" $'french\nbgn-pcgn-1956\nungegn-2017\niso-233-2\ndin-31635\nbuckwalter' ;;
		esac
		;;
	--color) _norm_places_offer "$2" $'auto\nalways\nnever' ;;
	--data-dir) _norm_places_offer_names "$2" -d ;;
	-g | --gazetteer | -o | --output) _norm_places_offer_names "$2" -f ;;
	--jsonl | --min | -n | --count | -c | --country) COMPREPLY=() ;;
	*) return 1 ;;
	esac
}

_norm_places() {
	local program=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} word previous commands command
	# bash parts words at "=", which stands between an option and its value
	word=${line##*[[:space:]]}
	line=${line%"$word"}
	previous=${line%"${line##*[![:space:]]}"}
	previous=${previous##*[[:space:]]}
	commands=$(_norm_places_commands)
	command=$(_norm_places_command)
	COMPREPLY=()
	case $word in
	--*=*) _norm_places_value "${word%%=*}" "${word#*=}" ;;
	*)
		if _norm_places_value "$previous" "$word"; then
			:
		elif [[ $word == -* ]]; then
			_norm_places_offer "$word" "$(_norm_places_options)"
		elif [[ -z $command ]]; then
			_norm_places_offer "$word" "$commands"
		else
			_norm_places_offer_names "$word" -f
		fi
		;;
	esac
}

complete -F _norm_places norm-places
