#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare as git calls it, in a real repository, as the manual page tells to set it up.
tool=norm-compare
. "$(dirname "$0")/lib.sh"
command -v git >/dev/null || { echo 'no git here'; exit 77; }

GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=Test
GIT_COMMITTER_EMAIL=test@example.org GIT_PAGER=cat
export GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_PAGER
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_EXTERNAL_DIFF

# in_git ARGUMENT…: as run
in_git() {
	git "$@" >out 2>err
	status=$?
}

git init -q . || exit 1
printf 'out\nerr\n' >.git/info/exclude
printf 'Un deux trois\n' >changed.txt
printf 'قال الناطق إن ١٢ جنديا\n' >noise.txt
printf 'la fin\n' >gone.txt
printf 'Le porte-parole a parlé hier soir à la presse.\nIl a dit 12 fois la même chose.\n' >before.txt
printf 'x\000y\n' >data.bin
git add . && git commit -qm first || exit 1
printf 'Un deux quatre\n' >changed.txt
printf 'قال الناطق إن 12 جنديا\n' >noise.txt
printf 'x\000z\n' >data.bin
printf 'tout neuf\n' >new.txt
rm gone.txt
git mv before.txt after.txt
printf 'Le porte-parole a parlé hier soir à la presse.\nIl a dit 13 fois la même chose.\n' >after.txt
git add -A

# --- as an external diff ---
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git --ignore=noise" in_git diff --cached -M -- '*.txt'
status 'GIT_EXTERNAL_DIFF: differences are no failure to git' 0
has 'the file is named' out 'changed.txt'
has 'a change' out 'deux [-trois-]{+quatre+}'
has 'a new file' out '{+tout neuf+}'
has 'a deleted file' out '[-la fin-]'
has 'a renamed file has both names' out 'before.txt → after.txt'
has 'and its change' out '[-12-]{+13+}'
hasnt 'noise is left out' out '[-١٢-]'
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git" in_git diff --cached -- noise.txt
has 'or shown' out '[-١٢-]{+12+}'
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git --json" in_git diff --cached -- changed.txt
holds 'with --json nothing else is written' [ "$(grep -c '^{' out)" -eq "$(wc -l <out)" ]

# --- as a driver for some files ---
printf '*.txt diff=norm\n' >.gitattributes
git config diff.norm.command "$NORM_COMPARE --git"
in_git diff --cached -- changed.txt data.bin
has 'a driver of gitattributes' out '{+quatre+}'
has 'other files are left to git' out 'Binary files'
git config --unset diff.norm.command

# --- norm-convert as textconv: git's own diff of normalised text ---
if [ -n "$NORM_CONVERT" ]; then
	git config diff.norm.textconv "$NORM_CONVERT -p search"
	in_git diff --cached -- noise.txt changed.txt
	hasnt 'textconv: noise is gone' out noise.txt
	has 'textconv: changes stay' out '+un deux quatre'
else
	skip 'textconv' 'no norm-convert here'
fi

# --- what is no text, and what is not merged: git ends at the first file of which it is told that there is trouble ---
git init -q second && cd second || exit 1
printf 'Un deux trois\n' >a.txt
head -c 4096 "$NORM_COMPARE" >data.bin
printf 'avant\n' >z.txt
git add . && git commit -qm first || exit 1
printf 'Un deux quatre\n' >a.txt
head -c 2000 "$NORM_COMPARE" >data.bin
printf 'après\n' >z.txt
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git" in_git diff
status 'a binary file among others' 0
has 'it is named' out 'data.bin: a binary file'
has 'and the next file is compared' out '{+après+}'
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git --json" in_git diff
has '--json: which file it is' out '{"classes":["wording"],"a":{"file":"a.txt","start":8,'
holds '--json: nothing else' [ "$(grep -c '^{' out)" -eq "$(wc -l <out)" ]
git commit -qam second && git checkout -q -b other HEAD^ && printf 'Un deux cinq\n' >a.txt && git commit -qam third
git merge -q - >/dev/null 2>&1
GIT_EXTERNAL_DIFF="$NORM_COMPARE --git" in_git diff --ours
status 'a path that is not merged' 0
has 'is named' out 'a.txt: not merged'
finish
