#include "kiosk/kept_look.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 4> sizes = {"smaller", "normal", "larger", "largest"};  // by TextScale
constexpr std::array<const char*, 4> contrasts = {"normal", "high", "low", "dark"};       // by Contrast

struct Switch {
  const char* name;
  bool Look::* part;
};
constexpr std::array<Switch, 3> switches = {
    {{"lower_half", &Look::lower_half}, {"silent", &Look::silent}, {"still", &Look::still}}};

template <class Part>
void take(const std::array<const char*, 4>& names, const std::string& word, Part& part) {
  const auto found = std::ranges::find(names, word);
  if (found != names.end() && word != "normal") part = static_cast<Part>(found - names.begin());
}

}  // namespace

std::string to_text(const Look& look) {
  std::string text;
  const auto add = [&text](const char* word) { text += (text.empty() ? "" : " ") + std::string(word); };
  if (look.text != TextScale::normal) add(sizes.at(static_cast<std::size_t>(look.text)));
  if (look.contrast != Contrast::normal) add(contrasts.at(static_cast<std::size_t>(look.contrast)));
  for (const Switch& each : switches)
    if (look.*each.part) add(each.name);
  return text;
}

Look look_from(const std::string& text) {
  Look look;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    take(sizes, word, look.text);
    take(contrasts, word, look.contrast);
    for (const Switch& each : switches)
      if (word == each.name) look.*each.part = true;
  }
  return look;
}

}  // namespace buurtpeil
