// Regular expressions of regex(): Perl's, by GLib. The whole text has to match.
#pragma once

#include <string>
#include <string_view>

namespace buurtpeil {

/// "the regular expression is not valid: ...", or "" when it is.
[[nodiscard]] std::string complaint_about_pattern(const std::string& pattern);

/// False also for an invalid pattern, and when finding out takes too long (PCRE's own limit).
[[nodiscard]] bool matches_whole(const std::string& text, const std::string& pattern);
/// So many patterns this thread has compiled to match with them: each once, as long as they are few.
[[nodiscard]] long patterns_compiled();

}  // namespace buurtpeil
