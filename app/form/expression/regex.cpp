#include "form/expression/regex.h"

#include <fmt/format.h>
#include <glib.h>

#include <memory>

namespace buurtpeil {
namespace {

struct FreeRegex {
  void operator()(GRegex* regex) const { g_regex_unref(regex); }
  void operator()(GError* error) const { g_error_free(error); }
};
using Regex = std::unique_ptr<GRegex, FreeRegex>;

Regex compile(const std::string& pattern, GError** error) {
  return Regex(
      g_regex_new(("\\A(?:" + pattern + ")\\z").c_str(), GRegexCompileFlags{}, GRegexMatchFlags{}, error));
}

}  // namespace

std::string complaint_about_pattern(const std::string& pattern) {
  GError* raw = nullptr;
  const Regex regex = compile(pattern, &raw);
  if (regex) return {};
  // GLib's message repeats our pattern with what we put around it: only its last part says why.
  const std::unique_ptr<GError, FreeRegex> error(raw);
  const std::string message = error->message;
  const std::size_t reason = message.rfind(": ");
  return fmt::format("the regular expression is not valid: {}",
                     reason == std::string::npos ? message : message.substr(reason + 2));
}

bool matches_whole(const std::string& text, const std::string& pattern) {
  const Regex regex = compile(pattern, nullptr);
  const auto length = static_cast<gssize>(text.size());
  return regex && g_utf8_validate(text.data(), length, nullptr) != 0 &&
         g_regex_match_full(regex.get(), text.data(), length, 0, GRegexMatchFlags{}, nullptr, nullptr) != 0;
}

}  // namespace buurtpeil
