// GLib takes case and accents off. ICU's string search would do the same with one library more, and still not
// find "ı" for "i": two letters are by hand.
#include "ui/text/search.h"

#include <glib.h>

#include <memory>

namespace buurtpeil {
namespace {

struct Free {
  void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, Free>;

}  // namespace

std::string folded(std::string_view text) {
  const Text valid{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()))};
  const Text small{g_utf8_casefold(valid.get(), -1)};
  const Text apart{g_utf8_normalize(small.get(), -1, G_NORMALIZE_ALL)};  // letters and their marks
  std::string plain;
  for (const char* at = apart.get(); *at != '\0'; at = g_utf8_next_char(at)) {
    const gunichar character = g_utf8_get_char(at);
    if (g_unichar_ismark(character)) continue;
    if (character == U'ı')  // letters of their own, which have no mark to take off
      plain += 'i';
    else if (character == U'ł')
      plain += 'l';
    else
      plain.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  return plain;
}

std::vector<std::size_t> found_options(const ChoiceField& field, std::string_view words) {
  const std::string wanted = folded(words);
  std::vector<std::size_t> found;
  for (std::size_t index = 0; index < field.options.size(); ++index)
    if (wanted.empty() || folded(field.options[index].label.words).find(wanted) != std::string::npos)
      found.push_back(index);
  return found;
}

}  // namespace buurtpeil
