#include "theme/load_style.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "theme/css_text.h"
#include "theme/derive.h"
#include "theme/fonts.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

constexpr std::array contrasts = {Contrast::normal, Contrast::high, Contrast::low, Contrast::dark};

/// The first of the families that is installed; else ours. With a remark when it is not the first.
void choose_font(LoadedStyle& loaded, const std::vector<std::string>& families) {
  std::string& font = loaded.style.font;
  font = built_in_style().font;
  std::vector<std::string> missing;
  for (const std::string& family : families) {
    const bool ours = family == built_in_style().font;  // the kiosk's own: no need to look for it
    const std::string installed = ours ? family : installed_family(family);
    if (!installed.empty()) font = installed;
    if (!installed.empty()) break;
    missing.push_back(family);
  }
  if (missing.empty()) return;
  loaded.remarks.push_back(fmt::format("letters are set in {}: not installed {} {}", font,
                                       missing.size() == 1 ? "is" : "are", fmt::join(missing, ", ")));
}

/// "" when the file has none for that role.
std::string token_of(const std::vector<Finding>& findings, const std::string& role) {
  const auto found = std::ranges::find(findings, role, &Finding::role);
  return found == findings.end() ? "" : found->token;
}

std::expected<LoadedStyle, std::string> load_tokens(const fs::path& file) {
  const auto tokens = read_tokens(file);
  if (!tokens) return std::unexpected(tokens.error());
  TokenStyle found = style_of(*tokens);
  if (found.empty())
    return std::unexpected(
        fmt::format("{}: has no design token that the kiosk knows, such as --utrecht-document-color or "
                    "--utrecht-button-primary-action-background-color",
                    file.string()));
  LoadedStyle loaded;
  loaded.tokens = tokens->size();
  loaded.style = built_in_style();
  loaded.findings = std::move(found.findings);
  loaded.remarks = std::move(found.remarks);
  if (found.corner_mm) {
    loaded.style.corner_mm = static_cast<float>(*found.corner_mm);
    loaded.style.hand_corner_mm = std::min(loaded.style.corner_mm, built_in_style().hand_corner_mm);
  }
  choose_font(loaded, found.families);

  Palette normal = complete(found.wishes);
  for (Move& move : hold(normal, Contrast::normal)) {
    std::string token = token_of(loaded.findings, move.role);
    if (!token.empty()) loaded.moved.push_back({Contrast::normal, std::move(token), std::move(move)});
  }
  for (const Contrast each : contrasts) {
    Palette& palette = loaded.style.shade(each).colours;
    palette = in_contrast(normal, each);
    (void)hold(palette, each);
  }
  return loaded;
}

std::expected<LoadedStyle, std::string> load_theme(const fs::path& file) {
  const auto text = css::read_file(file);
  if (!text) return std::unexpected(text.error());
  NamedRoles named;
  auto style = read_theme(*text, file, &named);
  if (!style) return std::unexpected(style.error());
  LoadedStyle loaded;
  loaded.style = std::move(*style);
  choose_font(loaded, {loaded.style.font});
  for (const Contrast each : contrasts)
    for (Move& move : hold(loaded.style.shade(each).colours, each))
      if (named.at(static_cast<std::size_t>(each)).contains(move.role))
        loaded.moved.push_back({each, "", std::move(move)});
  return loaded;
}

}  // namespace

std::expected<LoadedStyle, std::string> load_style(const fs::path& file) {
  const std::string kind = css::lowered(file.extension().string());
  if (kind != ".toml" && kind != ".css" && kind != ".json")
    return std::unexpected(fmt::format(
        "{}: a theme is a .toml file, a .css file with custom properties, or a .json file with design tokens",
        file.string()));
  auto loaded = kind == ".toml" ? load_theme(file) : load_tokens(file);
  if (!loaded) return loaded;
  const fs::path& logo = loaded->style.logo;
  if (logo.empty()) return loaded;
  if (const auto read = css::read_file(logo); !read) return std::unexpected(read.error());
  return loaded;
}

std::string to_line(const MovedColour& moved) {
  constexpr std::array<const char*, 4> in = {"", "high contrast: ", "low contrast: ", "dark contrast: "};
  const Move& move = moved.move;
  const bool too_much = move.before > move.asked.most;
  const std::string asked =
      too_much ? fmt::format("at most {}:1", move.asked.most) : fmt::format("needs {}:1", move.asked.least);
  return fmt::format("{}{}{} {} {} {} {} {:.1f}:1, {}; shown as {} ({:.1f}:1)",
                     moved.token.empty() ? "" : moved.token + ": ",
                     in.at(static_cast<std::size_t>(moved.contrast)), move.role, to_hex(move.from),
                     move.below ? "under" : "on", move.ground, to_hex(move.ground_colour), move.before, asked,
                     to_hex(move.to), move.after);
}

}  // namespace buurtpeil
