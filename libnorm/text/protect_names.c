/* SPDX-License-Identifier: MIT */
/*
 * Top-level domains and suffixes of file names by which a name without a scheme or a slash is known. Scraped news is
 * full of sentences without a space between them ("fin.Le"), so this is no list of all: it holds the domains of the
 * French- and Arabic-speaking countries, of their neighbours, and the oldest generic ones. All are in the Public Suffix
 * List.
 */
#include <string.h>

#include "text/protect_kinds.h"
#include "text/step.h"

static const char *const sure_domains[] = {
	"com", "org", "net", "edu", "gov", "biz", "io", "co", /* generic, or used like that */
	"fr",  "be",  "ch",  "nc",  "pf",                     /* French-speaking */
	"sn",  "bf",  "tg",  "bj",  "ga",  "cg",  "td", "mg", "gn", "ht",
	"dz",  "tn",  "ly",  "eg",  "lb",  "sy",  "iq", "kw", "qa", "bh", "ye", "ae", "sd", "mr", "dj",
	"uk",  "nl",  "pt",  "tr",  "ru",  "cn",
};

/* Words, without accents ("ça"), names and abbreviations with which a sentence may begin: "fin.Il", "fin.OM". */
static const char *const word_domains[] = {
	"info", "tv", "eu", "lu", "ca", "ma", "sa", "ne", "ci", "de", "es", "il", "me", "it",
	"jo",   "om", "ps", "cd", "re", "cm", "ml", "mc",
};

static const char *const file_suffixes[] = {
	"pdf", "doc", "docx", "odt", "xls", "xlsx", "csv", "ppt", "pptx", "txt", "rtf", "epub", "jpg", "jpeg", "png",
	"gif", "svg", "webp", "mp3", "mp4", "avi", "mkv", "zip", "rar", "html", "htm", "php", "json", "xml", "js", "exe",
	"apk",
};

static bool is_one_of(struct lexer *lexer, size_t start, size_t end, const char *const *words, size_t count)
{
	char first = (char)lexer_at(lexer, start);
	for (size_t i = 0; i < count; i++)
		if (words[i][0] == first && lexer_has(lexer, start, words[i]) && strlen(words[i]) == end - start)
			return true;
	return false;
}

enum domain domain_of(struct lexer *lexer, size_t start, size_t end)
{
	if (is_one_of(lexer, start, end, sure_domains, COUNT_OF(sure_domains)))
		return DOMAIN_SURE;
	return is_one_of(lexer, start, end, word_domains, COUNT_OF(word_domains)) ? DOMAIN_WORD : DOMAIN_NONE;
}

bool is_file_suffix(struct lexer *lexer, size_t start, size_t end)
{
	return is_one_of(lexer, start, end, file_suffixes, COUNT_OF(file_suffixes));
}
