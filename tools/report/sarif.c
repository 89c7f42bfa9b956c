/* SPDX-License-Identifier: MIT */
#include "report/sarif.h"

#include <string.h>

#include "common/i18n.h"
#include "common/json.h"
#include "report/file_name.h"

static void append_text(struct bytes *out, const char *text)
{
	json_append_string(out, text, strlen(text));
}

/* "level" of SARIF: what is off has another name there. */
static const char *level_name(norm_severity severity)
{
	return severity == NORM_SEVERITY_OFF ? "none" : norm_severity_name(severity);
}

/* ---- Rules ---- */

/* What the rule can do, a line for each value of a profile. */
static void append_help(struct bytes *out, const norm_rule *rule)
{
	struct bytes help = {0};
	for (size_t i = 0; i < rule->value_count; i++) {
		const norm_rule_value *value = &rule->values[i];
		bytes_format(&help, "%s%s = %s (%s): %s", i ? "\n" : "", rule->id, value->name, i18n_text(norm_loss_name(value->loss)),
			     i18n_text(value->summary));
	}
	json_append_string(out, help.at, help.len);
	bytes_release(&help);
}

/* The authority may be one that a profile names, in any bytes. */
static void append_description(struct bytes *out, const norm_rule *rule, const norm_profile *profile)
{
	struct bytes text = {0};
	const char *authority = norm_profile_authority(profile, rule);
	bytes_append_text(&text, i18n_text(rule->message));
	if (*authority)
		bytes_format(&text, " [%s]", i18n_text(authority));
	json_append_any(out, text.at, text.len);
	bytes_release(&text);
}

static void append_rule(struct bytes *out, const norm_rule *rule, const norm_profile *profile)
{
	bytes_format(out, "{\"id\":\"%s\",\"shortDescription\":{\"text\":", rule->id);
	append_text(out, i18n_text(rule->message));
	bytes_append_text(out, "},\"fullDescription\":{\"text\":");
	append_description(out, rule, profile);
	bytes_append_text(out, "},\"help\":{\"text\":");
	append_help(out, rule);
	bytes_format(out, "},\"defaultConfiguration\":{\"level\":\"%s\"},\"properties\":{\"tags\":[", level_name(rule->level));
	append_text(out, rule->category);
	bytes_append_text(out, "]}}");
}

/* The place of a rule in the list. */
static size_t rule_index(const norm_rule *rule)
{
	size_t index = 0;
	while (norm_rule_at(index) != rule)
		index++;
	return index;
}

static void begin(struct bytes *out, const norm_profile *profile)
{
	bytes_append_text(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
			       "\"tool\":{\"driver\":{\"name\":\"norm-report\",\"version\":");
	append_text(out, norm_version());
	bytes_append_text(out, ",\"rules\":[\n");
	for (size_t i = 0; i < norm_rule_count(); i++) {
		bytes_append_text(out, i ? ",\n" : "");
		append_rule(out, norm_rule_at(i), profile);
	}
	bytes_append_text(out, "\n]}},\n\"language\":");
	append_text(out, i18n_language());
	bytes_append_text(out, ",\"columnKind\":\"unicodeCodePoints\",\"results\":[\n");
}

static void end(struct bytes *out, bool failed)
{
	bytes_format(out, "\n],\"invocations\":[{\"executionSuccessful\":%s}]}]}\n", failed ? "false" : "true");
}

/* ---- Results ---- */

static void append_file(struct bytes *out, const struct finding *finding)
{
	bytes_append_text(out, "\"artifactLocation\":{\"uri\":\"");
	file_name_append_uri(out, finding->file);
	bytes_append_text(out, "\"}");
}

static void append_region(struct bytes *out, const struct finding *finding)
{
	bytes_format(out, "{\"startLine\":%llu,\"startColumn\":%llu,\"endLine\":%llu,\"endColumn\":%llu",
		     (unsigned long long)finding->line, (unsigned long long)finding->column, (unsigned long long)finding->end_line,
		     (unsigned long long)finding->end_column);
	/* bytes of records are those of their line, which is no artifact */
	if (!finding->record)
		bytes_format(out, ",\"byteOffset\":%llu,\"byteLength\":%llu", (unsigned long long)finding->start,
			     (unsigned long long)(finding->end - finding->start));
	bytes_append_char(out, '}');
}

/* What would stand there. In a record it stands in a string of JSON. */
static void append_replacement(struct bytes *out, const struct finding *finding)
{
	struct bytes quoted = {0};
	const char *text = finding->after;
	size_t len = finding->after_len;
	if (finding->record) {
		json_append_string(&quoted, text, len);
		text = quoted.at + 1;
		len = quoted.len - 2;
	}
	json_append_string(out, text, len);
	bytes_release(&quoted);
}

static void append_fix(struct bytes *out, const struct finding *finding)
{
	bytes_append_text(out, ",\"fixes\":[{\"artifactChanges\":[{");
	append_file(out, finding);
	bytes_append_text(out, ",\"replacements\":[{\"deletedRegion\":");
	append_region(out, finding);
	bytes_append_text(out, ",\"insertedContent\":{\"text\":");
	append_replacement(out, finding);
	bytes_append_text(out, "}}]}]}]");
}

static void append_message(struct bytes *out, const struct finding *finding)
{
	struct bytes message = {0};
	finding_append_message(&message, finding);
	json_append_string(out, message.at, message.len);
	bytes_release(&message);
}

/* A result has one rule; where several have met, the others stand in its properties. */
static void append_rules(struct bytes *out, const struct finding *finding)
{
	bytes_append_text(out, ",\"properties\":{\"rules\":[");
	for (size_t i = 0; i < finding->rule_count; i++)
		bytes_format(out, "%s\"%s\"", i ? "," : "", finding->rules[i]->id);
	bytes_append_text(out, "]}");
}

static void take(const struct finding *finding, struct bytes *out)
{
	bytes_format(out, "{\"ruleId\":\"%s\",\"ruleIndex\":%zu,\"level\":\"%s\",\"message\":{\"text\":", finding->rules[0]->id,
		     rule_index(finding->rules[0]), level_name(finding->severity));
	append_message(out, finding);
	bytes_append_text(out, "},\"locations\":[{\"physicalLocation\":{");
	append_file(out, finding);
	bytes_append_text(out, ",\"region\":");
	append_region(out, finding);
	bytes_format(out, "}}],\"partialFingerprints\":{\"libnorm/v1\":\"%s\"}", finding->fingerprint);
	if (finding->is_new)
		bytes_append_text(out, ",\"baselineState\":\"new\"");
	if (finding->rule_count > 1)
		append_rules(out, finding);
	if (finding->after)
		append_fix(out, finding);
	bytes_append_char(out, '}');
}

const struct finding_sink sarif_sink = {.begin = begin, .end = end, .take = take, .between = ",\n"};
