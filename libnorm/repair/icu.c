/* SPDX-License-Identifier: MIT */
#include "repair/icu.h"

norm_status icu_load(const char *library, struct icu *ret)
{
	static const struct library_function functions[] = {
		LIBRARY_FUNCTION(struct icu, ucnv_open),
		LIBRARY_FUNCTION(struct icu, ucnv_close),
		LIBRARY_FUNCTION(struct icu, ucnv_getStandardName),
		LIBRARY_FUNCTION(struct icu, ucnv_toUnicode),
		LIBRARY_FUNCTION(struct icu, ucnv_toUCountPending),
		LIBRARY_FUNCTION(struct icu, ucnv_setToUCallBack),
		LIBRARY_FUNCTION(struct icu, UCNV_TO_U_CALLBACK_STOP),
		LIBRARY_FUNCTION(struct icu, ucnv_fromUnicode),
		LIBRARY_FUNCTION(struct icu, ucnv_fromUChars),
		LIBRARY_FUNCTION(struct icu, ucnv_resetFromUnicode),
		LIBRARY_FUNCTION(struct icu, ucnv_setFromUCallBack),
		LIBRARY_FUNCTION(struct icu, ucnv_cbFromUWriteUChars),
		LIBRARY_FUNCTION(struct icu, UCNV_FROM_U_CALLBACK_STOP),
	};
	struct icu icu;
	if (!library_load(library, functions, sizeof functions / sizeof functions[0], &icu))
		return NORM_E_LIBRARY;
	*ret = icu;
	return NORM_OK;
}

norm_status icu_open_status(UErrorCode error)
{
	if (U_SUCCESS(error))
		return NORM_OK;
	return error == U_MEMORY_ALLOCATION_ERROR ? NORM_E_NOMEM : NORM_E_NO_ENCODING;
}
