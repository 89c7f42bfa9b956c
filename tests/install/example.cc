// SPDX-License-Identifier: MIT
//
// libnorm from C++: clean the standard input, of any length, in bounded memory.
//
//     c++ -std=c++17 example.cc $(pkg-config --cflags --libs libnorm) -o example-stream
//     ./example-stream < article.txt
//
// An argument is the directory of the library's data, where that is not the installed one.
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <libnorm/norm.h>

namespace {

template <auto free> struct Deleter {
	template <typename T> void operator()(T *object) const { free(object); }
};
using Context = std::unique_ptr<norm_context, Deleter<norm_context_free>>;
using Profile = std::unique_ptr<norm_profile, Deleter<norm_profile_free>>;

void check(norm_status status, const norm_error *error = nullptr)
{
	if (status == NORM_OK)
		return;
	std::string message = norm_status_message(status);
	if (error && error->status != NORM_OK) {
		message.resize(norm_error_format(error, nullptr, 0));
		norm_error_format(error, message.data(), message.size() + 1);
	}
	throw std::runtime_error(message);
}

Context make_context(const char *datadir)
{
	norm_context *context = nullptr;
	check(norm_context_new(datadir, &context));
	return Context(context);
}

Profile get_profile(const norm_context *context, const char *name)
{
	norm_profile *profile = nullptr;
	norm_error error{};
	check(norm_profile_get(context, name, &profile, &error), &error);
	return Profile(profile);
}

// A stream that writes what comes out of it to a std::ostream.
class Cleaner {
public:
	Cleaner(const norm_profile *profile, std::ostream &out)
	{
		norm_stream *stream = nullptr;
		check(norm_stream_new(profile, NORM_PLAIN, write_block, &out, &stream));
		stream_.reset(stream);
	}

	void write(std::string_view bytes)
	{
		check(norm_stream_write(stream_.get(), bytes.data(), bytes.size()), norm_stream_error(stream_.get()));
	}

	void finish() { check(norm_stream_finish(stream_.get()), norm_stream_error(stream_.get())); }

private:
	static norm_status write_block(void *user, const norm_block *block)
	{
		auto &out = *static_cast<std::ostream *>(user);
		out.write(block->output, static_cast<std::streamsize>(block->output_len));
		return out ? NORM_OK : NORM_E_SINK;
	}

	std::unique_ptr<norm_stream, Deleter<norm_stream_free>> stream_;
};

} // namespace

int main(int argc, char **argv)
try {
	// A profile is independent of its context, which may go.
	const Profile profile = get_profile(make_context(argc > 1 ? argv[1] : nullptr).get(), "clean");
	Cleaner cleaner(profile.get(), std::cout);
	char bytes[4096];
	while (std::cin.read(bytes, sizeof bytes) || std::cin.gcount() > 0)
		cleaner.write({bytes, static_cast<std::size_t>(std::cin.gcount())});
	cleaner.finish();
	std::cout.flush();
	return std::cout ? 0 : 1;
} catch (const std::exception &error) {
	std::cerr << "example-stream: " << error.what() << '\n';
	return 1;
}
