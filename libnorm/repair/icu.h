/* SPDX-License-Identifier: MIT */
/* ICU's converters, which are loaded when a text is decoded or encoded. Nothing else of the library needs ICU at run time. */
#ifndef REPAIR_ICU_H
#define REPAIR_ICU_H

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "base/library.h"
#include "libnorm/status.h"

/* The name that the library of the headers has on systems with ELF: its functions have its version in their names. */
#define ICU_LIBRARY "libicuuc.so." LIBRARY_TEXT(U_ICU_VERSION_MAJOR_NUM)

/* Its functions, under the names of its manual. Whoever calls them has a table of his own. */
struct icu {
	__typeof__(ucnv_open) *ucnv_open;
	__typeof__(ucnv_close) *ucnv_close;
	__typeof__(ucnv_getStandardName) *ucnv_getStandardName;
	__typeof__(ucnv_toUnicode) *ucnv_toUnicode;
	__typeof__(ucnv_toUCountPending) *ucnv_toUCountPending;
	__typeof__(ucnv_setToUCallBack) *ucnv_setToUCallBack;
	__typeof__(UCNV_TO_U_CALLBACK_STOP) *UCNV_TO_U_CALLBACK_STOP;
	__typeof__(ucnv_fromUnicode) *ucnv_fromUnicode;
	__typeof__(ucnv_fromUChars) *ucnv_fromUChars;
	__typeof__(ucnv_resetFromUnicode) *ucnv_resetFromUnicode;
	__typeof__(ucnv_setFromUCallBack) *ucnv_setFromUCallBack;
	__typeof__(ucnv_cbFromUWriteUChars) *ucnv_cbFromUWriteUChars;
	__typeof__(UCNV_FROM_U_CALLBACK_STOP) *UCNV_FROM_U_CALLBACK_STOP;
};

/* Load `library`: ICU_LIBRARY, but for tests. NORM_OK, or NORM_E_LIBRARY where it is not there. Thread-safe. */
norm_status icu_load(const char *library, struct icu *ret);

/* What an error of ICU is to us when a converter is opened. */
norm_status icu_open_status(UErrorCode error);

#endif
