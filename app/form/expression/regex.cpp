#include "form/expression/regex.h"

#include <fmt/format.h>
#include <glib.h>

#include <memory>
#include <unordered_map>

namespace buurtpeil {
namespace {

struct FreeRegex {
  void operator()(GRegex* regex) const { g_regex_unref(regex); }
  void operator()(GError* error) const { g_error_free(error); }
};
using Regex = std::unique_ptr<GRegex, FreeRegex>;

// Patterns that were matched lately, compiled: a form has few, and each is matched with every draft. A
// pattern may come from an answer, so there is a limit; beyond it all are compiled anew. Forms are evaluated
// on several threads, each with patterns of its own.
constexpr std::size_t most_compiled = 64;
thread_local long compiled_so_far = 0;

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
  thread_local std::unordered_map<std::string, Regex> compiled;
  auto known = compiled.find(pattern);
  if (known == compiled.end()) {
    if (compiled.size() >= most_compiled) compiled.clear();
    known = compiled.emplace(pattern, compile(pattern, nullptr)).first;
    ++compiled_so_far;
  }
  const Regex& regex = known->second;
  const auto length = static_cast<gssize>(text.size());
  return regex && g_utf8_validate(text.data(), length, nullptr) != 0 &&
         g_regex_match_full(regex.get(), text.data(), length, 0, GRegexMatchFlags{}, nullptr, nullptr) != 0;
}

long patterns_compiled() { return compiled_so_far; }

}  // namespace buurtpeil
