/* SPDX-License-Identifier: MIT */
/*
 * Writes function_words.c to the standard output: see function_words.h.
 *
 * Frequent words of up to eight letters that tell languages apart, most of them from published lists of stop words (see
 * data/SOURCES). A word that several languages have stands in the list of each, so that it tells
 * nothing between them. Marks and capitals do not count, as keys have none.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/function_words.h"

static const struct {
	enum word_language language;
	const char *words;
} lists[] = {
	{WORD_FRENCH, "au aux avec ce ces dans de des du elle en et eux il je la le les leur leurs lui ma mais me meme mes "
		      "moi mon ne nos notre nous on ou par pas pour qu que qui sa se ses son sur ta te tes toi ton tu un "
		      "une vos votre vous c d j l m n s t y a etait sont sera serait fut soit furent ont avait avaient eu "
		      "ait cela ceci cet cette ici ils quel quelle sans est ete etre plus comme tout ni non entre si chaque "
		      "aucun aucune deux bien tous toute tres apres avant selon contre chez car donc fait"},
	{WORD_ENGLISH, "the of and to in is was that for it with as on be at by this are from or have has had not but were "
		       "which their they his her its an will would been who what when there all we you he she if about "
		       "into than them these those do does did my your our"},
	{WORD_SPANISH, "de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este "
		       "si porque esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante "
		       "todos uno les ni contra otros ese eso ante ellos e esto es son fue ha han ser"},
	{WORD_GERMAN, "der die das den dem des und in im ist von mit zu zum zur fur auf ein eine einem einen einer eines "
		      "nicht auch als an am aus bei bis nach noch nur oder sich sie sind so uber um unter vom vor war wie "
		      "wird wir ich er es hat haben aber durch dass"},
	{WORD_ITALIAN, "di il la le lo gli i un una uno che non per con del della dello dei degli delle nel nella nei nelle "
		       "al alla alle allo ai agli dal dalla dai sul sulla su da in a e ed ma si se come piu anche sono ha "
		       "hanno questo questa quello quella tra"},
	{WORD_PORTUGUESE, "de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua "
			  "ou quando muito nos ja tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas "
			  "esse eles foi sao tem ser esta foram"},
	{WORD_TURKISH, "ve bir bu da de icin ile olarak daha cok gibi sonra kadar olan ama ancak en her ise var yok mi o ne "
		       "ya veya oldu diye gore tum hem fakat bunun onun"},
	{WORD_ARABIC, "في الى عن هذا هذه التي الذي الذين كان كانت قد لم وقد ذلك تلك كما حيث خلال وفي ولا الا انه انها وهو وهي"},
	{WORD_PERSIAN, "از است این را برای های می شد کرد که در با تا شده کرده بود باید ای اند خود شود کند نیز دیگر آنها"},
	{WORD_URDU, "کے میں ہے سے اور نے کہ کو پر ہیں بھی نہیں ایک یہ تھا گیا وہ جس ہوئے لیے اپنے تک ہونے کچھ خود"},
	{WORD_ABBREVIATION, "dr mr mrs ms mm pr prof st ste gen col lt cdt capt maj sgt adj av apr ap anc art bull chap coll "
			    "comm conf dept dir doc ed env ex fig ill mgr nos op pp publ ref sr jr symb syst tel univ vol "
			    "vs janv fevr avr juil sept oct nov dec"},
};

static struct function_word table[WORD_SLOTS];

/* The key of a word of these lists, which have letters only. */
static uint64_t key_of(const uint8_t *at, const uint8_t *end)
{
	uint64_t key = 0;
	unsigned count = 0;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		key = word_key_add(key, count++, letter_find_key(cp));
	}
	return key;
}

static void add_word(uint64_t key, enum word_language language)
{
	uint32_t slot = function_words_slot(key);
	while (table[slot].key && table[slot].key != key)
		slot = (slot + 1) % WORD_SLOTS;
	table[slot].key = key;
	table[slot].languages |= (uint16_t)(1u << language);
}

static void add_list(const char *at, enum word_language language)
{
	while (*at) {
		size_t length = strcspn(at, " ");
		add_word(key_of((const uint8_t *)at, (const uint8_t *)at + length), language);
		at += length + strspn(at + length, " ");
	}
}

int main(void)
{
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
		add_list(lists[i].words, lists[i].language);
	puts("/* Written by gen_function_words.c: do not edit. */\n#include \"text/function_words.h\"\n");
	puts("const struct function_word function_words[WORD_SLOTS] = {");
	for (size_t i = 0; i < WORD_SLOTS; i++)
		if (table[i].key)
			printf("\t[%zu] = {UINT64_C(%" PRIu64 "), %u},\n", i, table[i].key, table[i].languages);
	puts("};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
