/* SPDX-License-Identifier: MIT */
/* Profiles as the user asks for them: a name or path, and single rules that options set on top. */
#ifndef COMMON_PROFILES_H
#define COMMON_PROFILES_H

#include <stdbool.h>
#include <stddef.h>

#include <libnorm/norm.h>

/* One rule set by an option. */
struct setting {
	char *shown; /* the option as the user knows it: "--set arabic.alef=fold" */
	char *rule;  /* "arabic.alef" */
	char *value;
};

struct settings {
	struct setting *at;
	size_t count;
};

/*
 * Add what an option sets; `assignment` is "section.key=value", `shown` names option and argument in
 * messages. The later of two settings of a rule wins. @return false after a message.
 */
bool settings_add(struct settings *settings, const char *shown, const char *assignment);
void settings_release(struct settings *settings);

/* The directory of the data: `data_dir`, else $LIBNORM_DATA; NULL: the installed one. */
const char *profiles_data_dir(const char *data_dir);
/*
 * A context with the user's own profiles. The data is that of `data_dir`, else of $LIBNORM_DATA, else the
 * installed one. @return NULL after a message.
 */
norm_context *profiles_context(const char *data_dir);

/*
 * The gazetteers of a context, for tools that need none: NULL in `ret` where the file of libnorm is missing. But one that is
 * there has to be good, and one that $LIBNORM_GAZETTEER names has to be there. @return false after a message.
 */
bool profiles_gazetteer(const norm_context *context, norm_gazetteer **ret);

/* Find and compile a profile with these settings. @return NULL after a message. */
norm_profile *profiles_get(const norm_context *context, const char *name, const struct settings *settings);

/* The profile that decodes input of any encoding, and changes nothing else. */
norm_profile *profiles_reading(void);

/* The summary of a profile in the user's language, if it is that of a profile of ours; else as it is. */
const char *profiles_summary(const char *summary);

#endif
