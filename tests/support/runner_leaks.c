/* SPDX-License-Identifier: MIT */
/*
 * Criterion runs each test in a process of its own, where LeakSanitizer sees what the test loses. The runner itself loses 48 bytes
 * of Criterion's now and then, which is nobody's failure here. It is the process without a map for boxfort, which starts them.
 */
#include <stdlib.h>

/* Asked by LeakSanitizer, where there is one, when a process ends. */
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
	return getenv("BXFI_MAP") == NULL;
}
