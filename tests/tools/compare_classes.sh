#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare: what each class of differences is, by example, in both languages.
# shellcheck disable=SC1112 # quotation marks of texts
tool=norm-compare
. "$(dirname "$0")/lib.sh"

# classes TEXT TEXT: the classes of all differences, as for printf(1), go to "told"
classes() {
	# shellcheck disable=SC2059 # the texts are formats
	printf "$1\n" >a
	# shellcheck disable=SC2059
	printf "$2\n" >b
	run --json a b
	sed -n 's/^{"classes":\[\([^]]*\)\].*/\1/p' out | tr -d '"' | tr ',' '\n' | sort -u | tr '\n' ' ' | sed 's/ $//' >told
}

# is CLASSES TEXT TEXT: these differ in exactly that, and so they do the other way round
is() {
	shown=$(printf '%s / %s' "$2" "$3" | tr '\n' ' ')
	for turn in 1 2; do
		if [ "$turn" = 1 ]; then classes "$2" "$3"; else classes "$3" "$2"; fi
		if [ "$(cat told)" = "$1" ] && [ "$status" = "$([ -z "$1" ] && echo 0 || echo 1)" ]; then
			pass "${1:-nothing}: $shown"
		else
			fail "${1:-nothing}: $shown, but: $(cat told)"
		fi
	done
}

is '' 'la même phrase' 'la même phrase'
is '' 'une ligne\nbrisée' 'une\nligne brisée'
is '' 'وقال الناطق\nاليوم' 'وقال\nالناطق اليوم'
is space 'soit 12 %%' 'soit 12\302\240%%'
is space 'deux  mots' 'deux mots'
is space 'Tin Zaouatine' 'TinZaouatine'
is space 'عبد الله' 'عبدالله'
is space 'où ?' 'où?'
is invisible 'cœur' 'cœ\302\255ur'
is invisible 'في مالي' 'في \342\200\217مالي'
is quote '«oui»' '"oui"'
is quote '«نعم»' '“نعم”'
is quote '«oui ‘non’»' '“oui «non»”'
is quote "un 'expert'" 'un «expert»'
is apostrophe "l'armée" 'l’armée'
is apostrophe 'l′armée' 'l’armée'
is dash 'porte-parole' 'porte‑parole'
is dash 'rendez - vous' 'rendez – vous'
is dash 'le porte-parole dit' 'le porte parole dit'
is dash 'le porte-parole dit' 'le porteparole dit'
is dash 'oui -- dit-il -- non' 'oui – dit-il – non'
is case 'le Président' 'le président'
is accent "l'État" "l'Etat"
is accent 'operation' 'opération'
is ligature 'la sœur' 'la soeur'
is marks 'كتب' 'كَتَبَ'
is hamza 'الأفريقي' 'الإفريقي'
is hamza 'أعلن' 'اعلن'
is hamza 'قال مسؤول' 'قال مسئول'
is tatweel 'مالي' 'مــالي'
is tatweel 'ـ قال الناطق' 'قال الناطق'
is marks 'قال ّ الناطق' 'قال الناطق'
is space 'قال الناطق. .' 'قال الناطق..'
is digit-shape '١٢ جنديا' '12 جنديا'
is digit-shape '1 250,5 km' '1 250.5 km'
is digit-shape '12 000 morts' '12.000 morts'
is digit-shape '١٢٬٠٠٠ قتيل' '12 000 قتيل'
is digit-shape '1 250 000,5 km' '1.250.000,5 km'
is form 'لا' 'ﻻ'
is form 'la 6ème fois' 'la 6e fois'
is form 'la 1ère fois' 'la 1re fois'
is form 'le 1er mai' 'le 1ᵉʳ mai'
is form 'le XXème siècle' 'le XXe siècle'
is form 'le XXième siècle' 'le XXe siècle'
is form 'le IIIème siècle' 'le IIIe siècle'
is form 'é' 'e\314\201'
is name 'à Tinzaouatène hier' 'à Tin Zaouatine hier'
is name 'selon Sergueï Lavrov' 'selon سيرغي Lavrov'
is wording 'Michel Dupont' 'Michèle Dupont'
is punctuation 'hier, il a dit' 'hier il a dit'
is punctuation "à 5' près" 'à 5" près'
is punctuation 'de 2010-2012 à' 'de 2010 2012 à'
is punctuation 'قال اليوم، إنه' 'قال اليوم إنه'
is number '12 morts' '13 morts'
is number '١٢ قتيلا' '١٣ قتيلا'
is number '١٢ قتيلا' '13 قتيلا'
is number '1,5 million' '15 million'
is number 'le 3 mai' 'le 30 mai'
is number 'la 6ème fois' 'la 7e fois'
is number 'le XXième siècle' 'le XXIe siècle'
is wording 'Me Dupont' 'De Dupont'
is wording 'la vie' 'la ville'
is number '12 000 morts' '13.500 morts'
is number 'en 2024 300 morts' 'en 2024.300 morts'
is wording 'il a refusé' 'il a accepté'
is wording 'رفض العرض' 'قبل العرض'
is wording 'قال سائل' 'قال سؤال'
is wording 'il parle' 'il parle encore'
is 'hamza wording' 'الأفريقي رفض العرض' 'الإفريقي قبل العرض'
is 'apostrophe case' "L'armée a dit" 'l’armée a dit'

# damage is told where it is, and only there
classes "L'armée a quitté la région, a-t-il déclaré à la presse." "L'armÃ©e a quittÃ© la rÃ©gion, a-t-il dÃ©clarÃ© Ã\302\240 la presse."
holds 'encoding: mojibake' [ "$(cat told)" = encoding ]
# windows-1256 read as windows-1252
printf 'أعلنت الوزارة اليوم عن مقتل جنود' >a
printf 'ÃÚáäÊ ÇáæÒÇÑÉ Çáíæã Úä ãÞÊá ÌäæÏ' >b
run --json a b
hasnt 'mojibake of Arabic is no wording' out wording
has 'it is encoding' out encoding

passage='Le porte-parole du gouvernement a confirmé jeudi soir que les discussions se poursuivaient à Alger avec tous les signataires.'
other='Aucune date nouvelle ne fut annoncée pour la suite des pourparlers, et plusieurs diplomates disent leur inquiétude devant cette lenteur. Les marchés, eux, restent calmes depuis une semaine entière.'
is moved "$passage\\n$other" "$other\\n$passage"

# ends of lines count where it is asked for
printf 'une ligne\nbrisée\n' >a
printf 'une\nligne brisée\n' >b
run --line-breaks --stat a b
status '--line-breaks' 1
has 'it is a class of its own' out '  line-break '
run --line-breaks --ignore=line-break a b
status '--ignore=line-break' 0
finish
