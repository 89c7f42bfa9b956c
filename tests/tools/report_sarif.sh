#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report --sarif. $SARIF_SCHEMA may name the schema of SARIF 2.1.0, which npm has in the package @microsoft/jest-sarif.
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"
command -v python3 >/dev/null || { echo 'no python3 here'; exit 77; }

cat >check.py <<'END'
"""check.py LOG: what the schema cannot say. check.py apply LOG FILE: the file with all fixes, to standard output."""
import json, re, sys, urllib.parse

def offset(text, line, column):
    """The index of a place in a text: columns are code points, and lines end with LF."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1

def span(text, region):
    return [offset(text, region[end + "Line"], region[end + "Column"]) for end in ("start", "end")]

def check_rules(rules):
    ids = [rule["id"] for rule in rules]
    assert ids and len(set(ids)) == len(ids), "rules twice"
    for rule in rules:
        for member in ("shortDescription", "fullDescription", "help"):
            assert rule[member]["text"].strip(), (rule["id"], member)
        assert "{" not in json.dumps([rule["shortDescription"]["text"]]), rule["id"]  # a place for an argument
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert len(rule["properties"]["tags"]) == 1

def check_result(result, rules, seen):
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("note", "warning", "error")
    location = result["locations"][0]["physicalLocation"]
    uri, region = location["artifactLocation"]["uri"], location["region"]
    assert re.fullmatch(r"(?:file://)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
    if uri != "-":
        data = open(urllib.parse.unquote_to_bytes(uri.removeprefix("file://")), "rb").read()
        start, end = span(data.decode(), region)
        if "byteOffset" in region:
            found = data[region["byteOffset"]:][:region["byteLength"]].decode()
            assert data.decode()[start:end] == found, (region, found)
    [name], [value] = zip(*result["partialFingerprints"].items())
    assert name == "libnorm/v1" and re.fullmatch("[0-9a-f]{16}:[1-9][0-9]*", value)
    assert (uri, result["ruleId"], value) not in seen, "a fingerprint twice"
    seen.add((uri, result["ruleId"], value))

def check(log):
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    run, seen = log["runs"][0], set()
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    check_rules(rules)
    for result in run["results"]:
        check_result(result, rules, seen)

def apply(log, file):
    text, at, out = open(file, "rb").read().decode(), 0, []
    for result in log["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            [change] = fix["artifactChanges"]
            [replacement] = change["replacements"]
            start, end = span(text, replacement["deletedRegion"])
            out += [text[at:start], replacement["insertedContent"]["text"]]
            at = end
    sys.stdout.buffer.write(("".join(out) + text[at:]).encode())

if sys.argv[1] == "apply":
    apply(json.load(open(sys.argv[2])), sys.argv[3])
else:
    check(json.load(open(sys.argv[1])))
END
# shellcheck disable=SC2317 # called by holds
checked() { python3 check.py "$1" >checked 2>&1 || { tail -n 3 checked; false; }; }
# member LOG EXPRESSION: of the log, as JSON
member() { python3 -c 'import json, sys; log = json.load(open(sys.argv[1])); run = log["runs"][0]; print(json.dumps(eval(sys.argv[2])))' "$@"; }
says() { holds "$1" [ "$(member out "$2")" = "$3" ]; }

mkdir 'dépêches du 3'
cat >'dépêches du 3/a#b%.txt' <<'END'
Il a dit "oui" à l'Etat , selon les 12500 habitants , dont 50% d'accord.
قال الوزيـر : « Bonjour » ، و رحل .
"𝒳" l'eau  l'eau
END
cp 'dépêches du 3/a#b%.txt' page
run --sarif 'dépêches du 3/a#b%.txt'
status 'findings' 1
cp out log
holds 'the log is as it should be' checked log
says 'name' 'run["tool"]["driver"]["name"]' '"norm-report"'
says 'language' 'run["language"]' '"en"'
says 'a run that went well' 'run["invocations"]' '[{"executionSuccessful": true}]'
says 'the name of the file is a URI' 'run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]' \
	'"d%C3%A9p%C3%AAches%20du%203/a%23b%25.txt"'
holds 'the version of the library' sh -c '"$1" --version | grep -qF "(libnorm) $2"' sh "$program" \
	"$(member log 'run["tool"]["driver"]["version"]' | tr -d '"')"
"$program" --rules | cut -d ' ' -f 1 >rules
member log '"\n".join(rule["id"] for rule in run["tool"]["driver"]["rules"])' | xargs -0 printf '%b' | tr -d '"' | grep . >ids
same 'all rules of the registry, in its order' ids rules

"$program" --lint page | sed 's/^page:\([0-9:]*\) \([a-z]*\): .*/\1 \2/' >lines
run --sarif page
python3 -c 'import json, sys
for result in json.load(sys.stdin)["runs"][0]["results"]:
    region = result["locations"][0]["physicalLocation"]["region"]
    print("%d:%d: %s" % (region["startLine"], region["startColumn"], result["level"]))' <out >results
same 'the places and levels of --lint' results lines
holds 'which are some' [ "$(wc -l <lines)" -gt 15 ]
python3 check.py apply out page >fixed
"$NORM_CONVERT" -p report page >converted
same 'all fixes together are what norm-convert does' fixed converted
holds 'which is something' sh -c '! cmp -s page converted'
says 'a place where several rules have met names them all' \
	'[result["properties"]["rules"] for result in run["results"] if "properties" in result][0]' \
	'["french.quotes", "french.missing-spaces", "french.quote-spaces"]'
says 'what is only reported has no fix' '["fixes" in result for result in run["results"] if result["ruleId"] == "arabic.detached-waw"]' '[false]'
cp out first
run --sarif page
same 'the same again' out first
if languages; then
	LANGUAGE=fr run --sarif page
	has 'the language of the messages' out '"language":"fr"'
	hasnt 'messages in the language of the user' out '"mark that stands for an apostrophe'
else
	skip 'messages in the language of the user' 'no catalogues, built without them, or no locale for them'
fi
member out '[[result["ruleId"], result["locations"], result["partialFingerprints"]] for result in run["results"]]' >french
member first '[[result["ruleId"], result["locations"], result["partialFingerprints"]] for result in run["results"]]' >english
same 'no language changes what programs read' french english

# Records
python3 - >lines.jsonl <<'END'
import json
for number, text in enumerate(["L'eau \"a\" l'eau", "Dit \\ : \"é\t𝒳\" d'ici", "l’un"]):
    print(json.dumps({"n": number, "t": text}, ensure_ascii=number % 2 == 0))
END
run --sarif --jsonl t lines.jsonl
holds 'records: the log' checked out
hasnt 'no bytes of lines, which are no files' out byteOffset
python3 check.py apply out lines.jsonl | python3 -c 'import json, sys; print([json.loads(line) for line in sys.stdin])' >fixed
"$NORM_CONVERT" -p report --jsonl t lines.jsonl | python3 -c 'import json, sys; print([json.loads(line) for line in sys.stdin])' >converted
same 'records: the fixes are what norm-convert does' fixed converted
cp out first
run -j 2 --sarif --jsonl t lines.jsonl
same 'records with two threads' out first

# Many files with threads
for i in 1 2 3 4 5 6 7 8 9; do { printf "L'eau %s\n" $i; cat page; } >many$i; done
run --sarif many?
holds 'several files: the log' checked out
cp out first
run -j 3 --sarif ./many?
same 'several threads; "./" in front of a name says nothing' out first

# Trouble, odd names, odd input
run --sarif page nowhere
status 'a file that is not there' 2
holds 'the log nevertheless' checked out
says 'says that not all went well' 'run["invocations"]' '[{"executionSuccessful": false}]'
printf 'Un texte propre.\n' >clean
run --sarif clean
status 'no findings' 0
holds 'an empty log' checked out
says 'has no results' 'run["results"]' '[]'
run --sarif "$PWD/page"
holds 'an absolute name' checked out
has 'is a URI' out "\"uri\":\"file:///"
odd=$(printf 'a:b\n\377"\\%%?é')
if cp page "$odd" 2>/dev/null; then
	run --sarif "$odd"
	holds 'a name of any bytes' checked out
	has 'is written by them' out '"a%3Ab%0A%FF%22%5C%25%3F%C3%A9"'
else
	skip 'a name of any bytes' 'the file system has none'
fi
"$program" --sarif <page >out
holds 'standard input' checked out
# shellcheck disable=SC2059 # formats
for byte in 000 001 033 042 134 177 200 302 355 377; do
	printf "l'eau \\$byte\"x\\$byte\\n"
	printf "قال \\$byte\\$byte : \\357\\277\\276\\342\\200\\256x\\n"
done >bytes
run --sarif --set input.encoding=utf-8 bytes
holds 'any bytes are valid JSON' python3 -m json.tool out json
run --sarif -f windows-1256 bytes
holds 'in another encoding, too' python3 -m json.tool out json

# Whom rules follow is what the profile says, in whatever bytes
run --sarif -p fr-CA page
has 'the authority of the profile' out 'OQLF'
printf '[french]\nauthority = caf\351\nordinals = fix\n' >mine.ini
run --sarif -p ./mine.ini page
has 'which may be no UTF-8' out '[caf�]'

# Mistakes of usage
for other in --json --tsv --lint --text --rules --merge; do
	run --sarif $other page
	status "--sarif $other" 2
done

# The schema
cat >validate.py <<'END'
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
for file in sys.argv[2:]:
    validator(schema, format_checker=jsonschema.FormatChecker()).validate(json.load(open(file)))
END
if [ ! -f "${SARIF_SCHEMA:-}" ]; then
	skip 'valid by the schema' "SARIF_SCHEMA names no file"
elif ! python3 -c 'import jsonschema' 2>/dev/null; then
	skip 'valid by the schema' 'python3 has no jsonschema'
else
	"$program" --sarif --jsonl t lines.jsonl >log2
	"$program" --sarif bytes clean nowhere >log3 2>/dev/null
	"$program" --write-baseline base page >/dev/null
	"$program" --baseline base --sarif page many1 >log4
	holds 'valid by the schema' python3 validate.py "$SARIF_SCHEMA" log log2 log3 log4
fi
finish
