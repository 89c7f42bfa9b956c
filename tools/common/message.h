/* SPDX-License-Identifier: MIT */
/* What the tools say to people, on standard error: "norm-convert: page.txt: No such file or directory". */
#ifndef COMMON_MESSAGE_H
#define COMMON_MESSAGE_H

/* The exit statuses of all tools. */
enum { STATUS_OK = 0, STATUS_FOUND = 1, STATUS_TROUBLE = 2 };

/* Take the name of the tool from argv[0]; also makes sure that descriptors 0, 1 and 2 are taken. */
void message_init(const char *argv0);
/* The name of the tool. */
const char *message_program(void);

/* Formats come already translated; no final newline. */
void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* "SUBJECT: reason of errno" */
void message_errno(const char *subject);
/* Says so and ends the tool with STATUS_TROUBLE. */
_Noreturn void message_out_of_memory(void);

#endif
