/* SPDX-License-Identifier: MIT */
/*
 * For protect_names.c and gen_triggers.c only: top-level domains and suffixes of file names by which a name without a
 * scheme or a slash is known. Scraped news is full of sentences without a space between them ("fin.Le"), so this is no
 * list of all: it holds the domains of the French- and Arabic-speaking countries, of their neighbours, and the oldest
 * generic ones. All are in the Public Suffix List.
 */
#ifndef TEXT_PROTECT_NAMES_H
#define TEXT_PROTECT_NAMES_H

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

#endif
