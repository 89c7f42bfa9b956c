# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Shared by the tests of the tools. A test runs the tool as a user does, in a directory of its own:
#
#     run ARGUMENT…            runs the tool; its output is then in the files "out" and "err", its status in $status
#     status WHAT NUMBER       a case: the status of the last run
#     same WHAT FILE FILE      a case: both files have the same bytes
#     text WHAT FILE STRING    a case: the file is exactly this, written as for printf(1), with a newline at its end
#     has WHAT FILE STRING     a case: the string stands in the file;  hasnt: it does not
#     holds WHAT COMMAND…      a case: the command succeeds
#     skip WHAT WHY            a case that cannot be tried here
#     languages                succeeds if messages come in French and Arabic, with LANGUAGE=fr or ar
#     finish                   says how it went
#
# The tool is norm-convert, or what $tool says before this file is read: the name of one of ours, or a path. $NORM_CONVERT,
# $NORM_COMPARE, $NORM_PLACES and $NORM_REPORT are where these are (default: in $PATH), $LIBNORM_DATA the data.

set -u
top=$(cd "${top_srcdir:-$(dirname "$0")/../..}" && pwd)
: "${NORM_CONVERT:=norm-convert}"
: "${LIBNORM_DATA:=$top/data}"

# absolute PROGRAM: where it is, for tests change their directory
absolute() {
	found=$(command -v "$1") || return
	case $found in /*) echo "$found" ;; *) echo "$PWD/$found" ;; esac
}
NORM_CONVERT=$(absolute "$NORM_CONVERT")
NORM_COMPARE=$(absolute "${NORM_COMPARE:-norm-compare}")
NORM_PLACES=$(absolute "${NORM_PLACES:-norm-places}")
NORM_REPORT=$(absolute "${NORM_REPORT:-norm-report}")
# program_of TOOL: the path of one of ours, or of another
program_of() {
	case $1 in
	norm-convert) echo "$NORM_CONVERT" ;;
	norm-compare) echo "$NORM_COMPARE" ;;
	norm-places) echo "$NORM_PLACES" ;;
	norm-report) echo "$NORM_REPORT" ;;
	*) absolute "$1" ;;
	esac
}
program=$(program_of "${tool:=norm-convert}")
[ -n "$program" ] || { echo "$tool: not there"; exit 77; }
tool=$program
passed=0 failed=0 skipped=0 status=none

tmp=$(mktemp -d)
trap 'chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$tmp/work" "$tmp/home"
cd "$tmp/work" || exit 1

# Nothing of whoever runs the tests comes in.
HOME=$tmp/home LC_ALL=C.UTF-8 TERM=xterm
export LIBNORM_DATA HOME LC_ALL TERM
unset LANGUAGE NO_COLOR XDG_CONFIG_HOME

# The catalogues are those of the build, or made here. gettext needs a locale in which it translates: "C" never is one, and
# C.UTF-8 is none with newer C libraries, so a copy of that by another name is taken.
languages() {
	: "${LIBNORM_LOCALEDIR:=$tmp/catalogues}"
	export LIBNORM_LOCALEDIR
	for language in fr ar; do
		catalogue=$LIBNORM_LOCALEDIR/$language/LC_MESSAGES
		[ -f "$catalogue/libnorm.mo" ] && continue
		command -v msgfmt >/dev/null && mkdir -p "$catalogue" && msgfmt -o "$catalogue/libnorm.mo" "$top/po/$language.po"
	done
	if [ -d /usr/lib/locale/C.utf8 ]; then
		mkdir -p "$tmp/locales"
		cp -R /usr/lib/locale/C.utf8 "$tmp/locales/und.UTF-8"
		LOCPATH=$tmp/locales LC_ALL=und.UTF-8
		export LOCPATH
	fi
	LANGUAGE='fr' "$program" --help 2>/dev/null | grep -qF Utilisation
}

run() {
	"$program" "$@" >out 2>err
	status=$?
}

pass() {
	passed=$((passed + 1))
	echo "ok - $1"
}

# fail WHAT: and what there is to see
fail() {
	failed=$((failed + 1))
	echo "NOT OK - $1 (status $status)"
	head -n 20 out err 2>/dev/null | cut -c1-300
}

skip() {
	skipped=$((skipped + 1))
	echo "skipped - $1: $2"
}

status() {
	if [ "$status" -eq "$2" ]; then pass "$1"; else fail "$1: not $2"; fi
}

same() {
	if cmp "$2" "$3"; then pass "$1"; else fail "$1: $2 and $3"; fi
}

text() {
	# shellcheck disable=SC2059 # the string is a format
	printf -- "$3\\n" >"$tmp/expected"
	if cmp -s "$2" "$tmp/expected"; then
		pass "$1"
	else
		fail "$1"
		diff "$tmp/expected" "$2" | head -n 20
	fi
}

has() {
	if grep -qF -e "$3" "$2"; then pass "$1"; else fail "$1: no \"$3\" in $2"; fi
}

hasnt() {
	if [ -f "$2" ] && ! grep -qF -e "$3" "$2"; then pass "$1"; else fail "$1: \"$3\" in $2"; fi
}

holds() {
	what=$1
	shift
	if "$@"; then pass "$what"; else fail "$what: $*"; fi
}

finish() {
	if [ "$skipped" -gt 0 ]; then
		echo "$passed passed, $failed failed, $skipped skipped"
	else
		echo "$passed passed, $failed failed"
	fi
	[ "$failed" -eq 0 ]
	exit
}
