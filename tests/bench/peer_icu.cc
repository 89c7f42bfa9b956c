/* SPDX-License-Identifier: MIT */
/*
 * peer_icu NFC|NFKC_Casefold plain|edits|latency FILE [RUNS]
 * peer_icu version
 * ICU's Normalizer2::normalizeUTF8() with each of two sinks: a string that keeps its memory, and an array that is large
 * enough. The figures are those of the sink with the better best run.
 */
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "measure.h"

namespace {

/* U+FDFA has 3 bytes, and 33 once it is decomposed. */
const size_t GROWTH_MAX = 11;

struct Job {
	const icu::Normalizer2 *form;
	texts input;
	bool with_edits;
	icu::Edits edits;
	std::string string;
	std::unique_ptr<char[]> array;
	size_t array_len;
};

void check(UErrorCode status)
{
	if (U_FAILURE(status))
		die("%s", u_errorName(status));
}

void normalize(Job &job, const text &text, icu::ByteSink &sink)
{
	UErrorCode status = U_ZERO_ERROR;
	icu::StringPiece piece(text.at, static_cast<int32_t>(text.len));
	job.edits.reset();
	job.form->normalizeUTF8(0, piece, sink, job.with_edits ? &job.edits : nullptr, status);
	check(status);
}

void run_string(void *user)
{
	Job &job = *static_cast<Job *>(user);
	for (size_t i = 0; i < job.input.len; i++) {
		job.string.clear();
		icu::StringByteSink<std::string> sink(&job.string, static_cast<int32_t>(job.input.at[i].len));
		normalize(job, job.input.at[i], sink);
	}
}

void run_array(void *user)
{
	Job &job = *static_cast<Job *>(user);
	for (size_t i = 0; i < job.input.len; i++) {
		icu::CheckedArrayByteSink sink(job.array.get(), static_cast<int32_t>(job.array_len));
		normalize(job, job.input.at[i], sink);
		if (sink.Overflowed())
			die("the array is too small");
	}
}

const icu::Normalizer2 *form_of(const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	const icu::Normalizer2 *form = !strcmp(name, "NFC") ? icu::Normalizer2::getNFCInstance(status)
	                               : !strcmp(name, "NFKC_Casefold")
	                                   ? icu::Normalizer2::getNFKCCasefoldInstance(status)
	                                   : nullptr;
	check(status);
	if (!form)
		die("%s: unknown form", name);
	return form;
}

/* The runs of the better sink. */
const runs &measure(Job &job, unsigned long count)
{
	static runs string, array;
	runs_repeat(&string, count, run_string, &job);
	runs_repeat(&array, count, run_array, &job);
	return runs_best(&string) < runs_best(&array) ? string : array;
}

} // namespace

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "version")) {
		printf("ICU %s, Unicode %s\n", U_ICU_VERSION, U_UNICODE_VERSION);
		return 0;
	}
	if (argc < 4)
		die("NFC|NFKC_Casefold plain|edits|latency FILE [RUNS]; version");
	text whole = read_text(argv[3]);
	bool latency = !strcmp(argv[2], "latency");
	Job job{};
	job.form = form_of(argv[1]);
	job.with_edits = !strcmp(argv[2], "edits");
	job.input = latency ? headlines_of(whole) : texts{&whole, 1};
	job.array_len = GROWTH_MAX * whole.len;
	job.array.reset(new char[job.array_len]);
	const runs &best = measure(job, argc > 4 ? read_number(argv[4], 1) : 7);
	if (latency)
		print_latency(&best, job.input.len);
	else
		print_speed(&best, static_cast<double>(whole.len));
	return 0;
}
