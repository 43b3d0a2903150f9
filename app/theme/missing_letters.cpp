#include "theme/missing_letters.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>

namespace buurtpeil {
namespace {

/// Of fonts-noto-core, without which no kiosk starts, up to the Arabic of Unicode's first plane.
constexpr char32_t first_in_doubt = 0x0700;
constexpr std::size_t most_shown = 12;

struct Range {
  char32_t from, to;
  const char* package;
};
// What fonts-noto-core has not; anything else that is missing is a rare sign.
constexpr std::array packages = std::to_array<Range>({
    {0x1100, 0x11FF, "fonts-noto-cjk"},            // Korean
    {0x2E80, 0xA4CF, "fonts-noto-cjk"},            // Chinese, Japanese, Korean, Yi
    {0xA960, 0xD7FF, "fonts-noto-cjk"},            // Korean
    {0xF900, 0xFAFF, "fonts-noto-cjk"},            // Chinese
    {0xFE30, 0xFFEF, "fonts-noto-cjk"},            // forms of these
    {0x1F000, 0x1FAFF, "fonts-noto-color-emoji"},  // pictures
    {0x20000, 0x3FFFF, "fonts-noto-cjk"},          // Chinese
});

const char* package_of(char32_t letter) {
  const auto range = std::ranges::find_if(
      packages, [&](const Range& each) { return letter >= each.from && letter <= each.to; });
  return range == packages.end() ? "fonts-noto-core, or fonts-noto-extra" : range->package;
}

std::string utf8_of(char32_t letter) {
  std::array<FcChar8, FC_UTF8_MAX_LEN> bytes{};
  const int length = FcUcs4ToUtf8(letter, bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(std::max(length, 0))};
}

}  // namespace

std::vector<MissingLetters> letters_without_font(const std::filesystem::path& fonts_conf,
                                                 const std::set<char32_t>& letters) {
  std::vector<MissingLetters> missing;
  if (letters.lower_bound(first_in_doubt) == letters.end()) return missing;
  const std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> config(FcConfigCreate(), &FcConfigDestroy);
  const auto* file = reinterpret_cast<const FcChar8*>(fonts_conf.c_str());
  if (FcConfigParseAndLoad(config.get(), file, FcTrue) != FcTrue ||
      FcConfigBuildFonts(config.get()) != FcTrue)
    return missing;  // the kiosk itself says what is wrong with its fonts
  const std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)> known(FcCharSetCreate(), &FcCharSetDestroy);
  if (const FcFontSet* fonts = FcConfigGetFonts(config.get(), FcSetSystem))
    for (int index = 0; index < fonts->nfont; ++index) {
      FcCharSet* has = nullptr;
      if (FcPatternGetCharSet(fonts->fonts[index], FC_CHARSET, 0, &has) == FcResultMatch)
        FcCharSetMerge(known.get(), has, nullptr);
    }
  for (auto letter = letters.lower_bound(first_in_doubt); letter != letters.end(); ++letter) {
    const bool shown = FcCharSetHasChar(known.get(), *letter) == FcTrue;
    const bool has_no_shape =
        (*letter >= 0x2000 && *letter <= 0x206F) || (*letter >= 0xFE00 && *letter <= 0xFE0F);
    if (shown || has_no_shape) continue;
    const std::string package = package_of(*letter);
    auto group = std::ranges::find(missing, package, &MissingLetters::package);
    if (group == missing.end())
      group = missing.insert(group, {.letters = "", .count = 0, .package = package});
    if (++group->count <= most_shown) group->letters += utf8_of(*letter);
  }
  return missing;
}

std::string to_sentence(const MissingLetters& missing) {
  const std::size_t more = missing.count - std::min(missing.count, most_shown);
  return fmt::format("no font on this machine has {}{}, shown as empty boxes; install the package {}",
                     missing.letters, more == 0 ? "" : fmt::format(" and {} letters more", more),
                     missing.package);
}

}  // namespace buurtpeil
