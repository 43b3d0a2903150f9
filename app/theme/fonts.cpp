#include "theme/fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "theme/css_text.h"

namespace buurtpeil {
namespace {

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Config = std::unique_ptr<FcConfig, Destroy<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using Objects = std::unique_ptr<FcObjectSet, Destroy<FcObjectSetDestroy>>;
using Fonts = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

/// What the system itself has set up, whatever FONTCONFIG_FILE says. Read once.
FcConfig* system_fonts() {
  static const Config config = [] {
    Config made{FcConfigCreate()};
    const auto* file = reinterpret_cast<const FcChar8*>("/etc/fonts/fonts.conf");
    if (FcConfigParseAndLoad(made.get(), file, FcFalse) == FcTrue) FcConfigBuildFonts(made.get());
    return made;
  }();
  return config.get();
}

int number(const FcPattern* font, const char* object, int otherwise) {
  int value = otherwise;
  return FcPatternGetInteger(font, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is_variable(const FcPattern* font) {
  FcBool variable = FcFalse;
  return FcPatternGetBool(font, FC_VARIABLE, 0, &variable) == FcResultMatch && variable == FcTrue;
}

/// The file of the upright letters that are nearest to a weight; "" when there is none within reach.
std::filesystem::path nearest(const FcFontSet& fonts, int weight, int reach) {
  std::filesystem::path best;
  int least = reach + 1;
  for (int index = 0; index < fonts.nfont; ++index) {
    const FcPattern* font = fonts.fonts[index];
    const bool plain = number(font, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN &&
                       number(font, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL && !is_variable(font);
    const int off = std::abs(number(font, FC_WEIGHT, FC_WEIGHT_REGULAR) - weight);
    FcChar8* file = nullptr;
    if (!plain || off >= least || FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch) continue;
    best = reinterpret_cast<const char*>(file);
    least = off;
  }
  return best;
}

std::vector<std::filesystem::path> exactly(const std::string& family) {
  if (family.empty()) return {};
  const Pattern wanted{FcPatternCreate()};
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
  const Objects asked{
      FcObjectSetBuild(FC_FILE, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_VARIABLE, static_cast<char*>(nullptr))};
  const Fonts found{FcFontList(system_fonts(), wanted.get(), asked.get())};
  if (!found) return {};
  std::vector<std::filesystem::path> files;
  for (const auto& [weight, reach] : {std::pair{FC_WEIGHT_REGULAR, 40}, std::pair{FC_WEIGHT_BOLD, 25}}) {
    const auto file = nearest(*found, weight, reach);
    if (!file.empty() && std::ranges::find(files, file) == files.end()) files.push_back(file);
  }
  return files;
}

}  // namespace

std::string installed_family(const std::string& family) {
  if (!exactly(family).empty()) return family;
  const std::string_view variable = " variable";
  if (!css::lowered(family).ends_with(variable)) return "";
  std::string plain = family.substr(0, family.size() - variable.size());
  return exactly(plain).empty() ? "" : plain;
}

std::vector<std::filesystem::path> font_files(const std::string& family) {
  return exactly(installed_family(family));
}

}  // namespace buurtpeil
