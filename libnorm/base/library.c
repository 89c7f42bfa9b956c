/* SPDX-License-Identifier: MIT */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_load(const char *name, const struct library_function *functions, size_t count, void *table)
{
	void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	if (!library)
		return false;
	size_t found = 0;
	while (found < count) {
		void *address = dlsym(library, functions[found].name);
		if (!address)
			break;
		/* POSIX: a pointer to a function has the bytes of this one. C knows no cast for it. */
		memcpy((char *)table + functions[found].at, &address, sizeof address);
		found++;
	}
	dlclose(library);
	return found == count;
}
