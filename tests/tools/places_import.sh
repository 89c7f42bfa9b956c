#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places import: small files in the form of those of GeoNames, Overpass and Wikidata. What comes out has no error.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

# clean WHAT: what was imported lints and compiles
clean() {
	cp out imported
	run lint imported
	status "$1: no error" 0
	run compile -o imported.gaz imported
	status "$1: compiles" 0
}

# --- GeoNames: 19 columns, then 10; numbers of places, not ids ---
geo() { printf '%s\t%s\t%s\t\t%s\t%s\t%s\t%s\t%s\t\t\t\t\t\t1000\t\t\tAfrica/Bamako\t2020-01-01\n' "$1" "$2" "$2" "$3" "$4" "$5" "$6" "$7"; }
{
	geo 101 Gawgaw 16.27167 -0.04472 P PPLA ML
	geo 102 'Ville-Neuve (vieille)' 12.5 3.25 P PPL NE
	geo 103 'Ouadi Exemple' 14.1 20.2 H STM TD
	geo 104 'Hôtel Exemple' 14.1 20.2 S HTL TD
	geo 105 Exempleville 1 2 P PPL FR
	geo 106 'Δοκιμή' 1 2 P PPL ML
} >places
{
	printf '1\t101\tfr\tGaogao\t1\t\t\t\t\t\n2\t101\tfr\tGogo\t1\t\t\t\t\t\n3\t101\tar\tغاوغاو\t1\t\t\t\t\t\n'
	printf '4\t101\tfr\tVieux-Gao\t\t\t\t1\t1900\t1960\n5\t101\tlink\thttps://example.org/wiki/Gao\t\t\t\t\t\t\n'
	printf '6\t102\tar\tالقرية/الجديدة\t\t\t\t\t\t\n7\t102\ten\tNewtown\t\t\t\t\t\t\n8\t999\tfr\tNulle-Part\t\t\t\t\t\t\n'
	printf '9\t103\t\tWadi Mithal\t\t\t\t\t\t\n10\t101\tru\tГао\t\t\t\t\t\t\n'
	# what is passed over, or is in other letters than the language has, is no preferred form
	printf '11\t103\tfr\tOued (Exemple)\t1\t\t\t\t\t\n12\t103\tfr\tOued Exemple\t1\t\t\t\t\t\n'
	printf '13\t103\tar\tWadi Exemple\t1\t\t\t\t\t\n14\t103\tar\tوادي مثال\t1\t\t\t\t\t\n'
} >names
run import --format=geonames --country=ML,NE,TD places names
status 'GeoNames' 0
text 'rows of GeoNames' out 'id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource
gn:101\tML\tcity\t16.27167\t-0.04472\tund-Latn\tGawgaw\tvariant\tgn
gn:103\tTD\triver\t14.1\t20.2\tund-Latn\tOuadi Exemple\tvariant\tgn
gn:101\tML\tcity\t16.27167\t-0.04472\tfr\tGaogao\tpreferred\tgn
gn:101\tML\tcity\t16.27167\t-0.04472\tfr\tGogo\tvariant\tgn
gn:101\tML\tcity\t16.27167\t-0.04472\tar\tغاوغاو\tpreferred\tgn
gn:101\tML\tcity\t16.27167\t-0.04472\tfr\tVieux-Gao\thistoric\tgn
gn:102\tNE\ttown\t12.5\t3.25\ten\tNewtown\tvariant\tgn
gn:103\tTD\triver\t14.1\t20.2\tund-Latn\tWadi Mithal\tvariant\tgn
gn:103\tTD\triver\t14.1\t20.2\tfr\tOued Exemple\tpreferred\tgn
gn:103\tTD\triver\t14.1\t20.2\tund-Latn\tWadi Exemple\tvariant\tgn
gn:103\tTD\triver\t14.1\t20.2\tar\tوادي مثال\tpreferred\tgn'
has 'what was passed over is counted' err '4 names were passed over'
clean GeoNames
run lookup --no-base -g imported.gaz غاوغاو
status 'what was imported is found' 0
has 'with its place' out 'Gaogao · غاوغاو (city, ML) gn:101 16.2717 -0.0447'

# --- OpenStreetMap ---
cat >overpass <<'END'
@type	@id	@lat	@lon	place	name	name:fr	name:ar	alt_name:fr	alt_name:ar	int_name	name:en
node	11	12.5	-8.1	town	Exemple مثال	Exemple	مثال	Exampel; Exampil;Exemple		Example	Example
way	11	12.6	-8.2	hamlet	Petit Exemple	Petit Exemple;Exemple-le-Petit
node	12			locality
node
node	13	13.5	-7.1	suburb	<script>
END
run import --format=osm overpass
status 'OpenStreetMap without a country' 2
has 'why' err 'needs --country=CODE'
run import --format=osm --country=ML overpass
status OpenStreetMap 0
text 'rows of OpenStreetMap' out 'id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource
osm:n11\tML\ttown\t12.5\t-8.1\tfr\tExemple\tpreferred\tosm
osm:n11\tML\ttown\t12.5\t-8.1\tar\tمثال\tpreferred\tosm
osm:n11\tML\ttown\t12.5\t-8.1\tfr\tExampel\tvariant\tosm
osm:n11\tML\ttown\t12.5\t-8.1\tfr\tExampil\tvariant\tosm
osm:n11\tML\ttown\t12.5\t-8.1\tund-Latn\tExample\tvariant\tosm
osm:n11\tML\ttown\t12.5\t-8.1\ten\tExample\tvariant\tosm
osm:w11\tML\tlocality\t12.6\t-8.2\tfr\tPetit Exemple\tpreferred\tosm
osm:w11\tML\tlocality\t12.6\t-8.2\tfr\tExemple-le-Petit\tvariant\tosm
osm:w11\tML\tlocality\t12.6\t-8.2\tund-Latn\tPetit Exemple\tvariant\tosm'
has 'what was passed over' err '3 names were passed over'
clean OpenStreetMap

# --- Wikidata: terms of SPARQL; a name that comes twice, a place with two positions ---
cat >query <<'END'
?item	?country	?lat	?lon	?feature	?name	?preferred
<http://www.wikidata.org/entity/Q900001>	"TD"	"13.5"^^<http://www.w3.org/2001/XMLSchema#double>	20.25	"town"	"Exempleville"@fr	true
<http://www.wikidata.org/entity/Q900001>	"TD"	"13.75"^^<http://www.w3.org/2001/XMLSchema#double>	20.25	"town"	"Exempleville"@fr	true
<http://www.wikidata.org/entity/Q900001>	"TD"	13.5	20.25	"town"	"مدينة مثال"@ar	"true"^^<http://www.w3.org/2001/XMLSchema#boolean>
<http://www.wikidata.org/entity/Q900001>	"TD"	13.5	20.25	"town"	"Exemple (ville)"@fr	false
<http://www.wikidata.org/entity/Q900001>	"TD"	13.5	20.25	"town"	"Examplecity"@en	false
<http://www.wikidata.org/entity/P17>	"TD"	13.5	20.25	"town"	"Rien"@fr	true
<http://www.wikidata.org/entity/Q900002>	"ML"	1	2	"burg"	"Ailleurs"@fr	true
END
run import --format=wikidata query
status Wikidata 0
text 'rows of Wikidata' out 'id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource
wd:Q900001\tTD\ttown\t13.5\t20.25\tfr\tExempleville\tpreferred\twd
wd:Q900001\tTD\ttown\t13.5\t20.25\tar\tمدينة مثال\tpreferred\twd
wd:Q900001\tTD\ttown\t13.5\t20.25\ten\tExamplecity\tvariant\twd
wd:Q900002\tML\tother\t1\t2\tfr\tAilleurs\tpreferred\twd'
has 'what was passed over' err '2 names were passed over'
clean Wikidata
run import --format=wikidata --country=ML query
hasnt 'other countries are left out' out Q900001
has 'this one is there' out Q900002

# --- Files that are something else ---
run import --format=wikidata overpass
status 'another format' 0
has 'a warning' err 'no row came out; is that the right format?'
: >empty
run import --format=geonames empty
status 'an empty file' 0
run import --format=geonames missing
status 'a file that is not there' 2
printf '\377\376\000\t\t\t\t\n' >binary
run import --format=geonames binary
status 'bytes that are no text' 0
has 'no row' err 'no row came out'
finish
