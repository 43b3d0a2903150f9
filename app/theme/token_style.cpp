#include "theme/token_style.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <expected>
#include <span>

#include "theme/css_text.h"

namespace buurtpeil {
namespace {

using Names = std::span<const char* const>;

// Families of names, by who publishes them: utrecht (components that many share), nl (candidates for all),
// basis (the starter kit: voorbeeld, ma and those made with it), rhc and rvo (ministries), ams, denhaag and
// so on. "*" is any one word, so that an own prefix is found.

constexpr std::array paper = {"utrecht-document-background-color",
                              "nl-document-background-color",
                              "utrecht-body-background-color",
                              "utrecht-page-body-background-color",
                              "utrecht-page-background-color",
                              "basis-color-default-bg-document",
                              "*-document-background-color",
                              "*-body-background-color",
                              "*-page-background-color",
                              "*-color-background-body",
                              "*-color-background-document",
                              "*-color-background-default",
                              "*-color-background",
                              "utrecht-root-background-color",
                              "*-background-color"};
constexpr std::array ink = {"utrecht-document-color",
                            "nl-document-color",
                            "utrecht-body-color",
                            "utrecht-page-body-color",
                            "utrecht-page-color",
                            "nl-paragraph-color",
                            "utrecht-paragraph-color",
                            "basis-color-default-color-document",
                            "*-document-color",
                            "*-body-color",
                            "*-page-color",
                            "*-paragraph-color",
                            "*-color-foreground-default",
                            "*-color-text-default",
                            "*-color-text",
                            "*-text-color"};
constexpr std::array heading = {"nl-heading-level-1-color", "utrecht-heading-1-color",
                                "basis-heading-color",      "utrecht-heading-color",
                                "*-heading-level-1-color",  "*-heading-1-color",
                                "*-heading-color",          "*-typography-heading-color"};
constexpr std::array accent = {"nl-button-primary-background-color",
                               "utrecht-button-primary-action-background-color",
                               "utrecht-button-primary-background-color",
                               "*-button-primary-action-background-color",
                               "*-button-primary-background-color",
                               "*-action-button-background-color",
                               "basis-color-action-1-inverse-bg-default",
                               "basis-color-accent-1-inverse-bg-default",
                               "basis-color-action-1-color-default",
                               "*-color-interactive",
                               "*-color-primary-default",
                               "*-color-primary",
                               "*-color-primary-500",
                               "*-color-brand-primary",
                               "*-color-brand",
                               "*-color-action",
                               "*-primary-color",
                               "*-color-accent",
                               "utrecht-button-background-color",
                               "*-button-background-color",
                               "nl-link-color",
                               "utrecht-link-color",
                               "*-link-color",
                               "*-links-color"};
constexpr std::array accent_pressed = {"nl-button-primary-active-background-color",
                                       "utrecht-button-primary-action-active-background-color",
                                       "nl-button-primary-hover-background-color",
                                       "utrecht-button-primary-action-hover-background-color",
                                       "*-button-primary-action-active-background-color",
                                       "*-button-primary-active-background-color",
                                       "*-button-primary-action-hover-background-color",
                                       "*-button-primary-hover-background-color",
                                       "basis-color-action-1-inverse-bg-active",
                                       "*-color-interactive-hover",
                                       "*-color-primary-active",
                                       "*-color-primary-hover",
                                       "*-button-active-background-color",
                                       "*-button-hover-background-color"};
constexpr std::array on_accent = {"nl-button-primary-color",
                                  "utrecht-button-primary-action-color",
                                  "utrecht-button-primary-color",
                                  "*-button-primary-action-color",
                                  "*-button-primary-color",
                                  "*-action-button-color",
                                  "basis-color-action-1-inverse-color-default",
                                  "utrecht-button-color",
                                  "*-button-color"};
constexpr std::array card = {"utrecht-form-control-background-color",
                             "basis-form-control-background-color",
                             "utrecht-textbox-background-color",
                             "utrecht-card-background-color",
                             "*-form-control-background-color",
                             "*-textbox-background-color",
                             "*-text-input-background-color",
                             "*-card-background-color",
                             "*-color-background-default",
                             "*-color-background"};
constexpr std::array edge = {"utrecht-form-control-border-color",
                             "basis-form-control-border-color",
                             "utrecht-textbox-border-color",
                             "*-form-control-border-color",
                             "*-textbox-border-color",
                             "*-text-input-border-color",
                             "basis-color-default-border-default",
                             "*-inputs-border-color",
                             "*-color-border-default",
                             "*-color-border",
                             "*-border-color"};
constexpr std::array line = {"basis-color-default-border-subtle",
                             "utrecht-separator-color",
                             "*-separator-color",
                             "*-color-separator",
                             "*-divider-color",
                             "*-color-border-subtle"};
constexpr std::array focus = {"utrecht-focus-outline-color",
                              "nl-focus-outline-color",
                              "basis-focus-outline-color",
                              "*-focus-outline-color",
                              "utrecht-form-control-focus-border-color",
                              "utrecht-textbox-focus-border-color",
                              "basis-form-control-focus-border-color",
                              "*-form-control-focus-border-color",
                              "*-textbox-focus-border-color",
                              "*-focus-border-color",
                              "*-focus-color",
                              "*-color-focus",
                              "utrecht-focus-background-color",
                              "*-focus-background-color",
                              "utrecht-focus-inverse-outline-color",
                              "*-focus-inverse-outline-color"};
constexpr std::array warning = {"utrecht-form-field-error-message-color",
                                "nl-form-field-error-message-color",
                                "basis-color-negative-color-default",
                                "*-form-field-error-message-color",
                                "*-error-message-color",
                                "utrecht-feedback-invalid-color",
                                "utrecht-feedback-danger-color",
                                "utrecht-feedback-error-color",
                                "*-feedback-error-color",
                                "*-form-feedback-error-color",
                                "*-color-feedback-error",
                                "*-color-negative-default",
                                "*-color-error",
                                "*-color-invalid",
                                "utrecht-form-control-invalid-border-color",
                                "utrecht-textbox-invalid-border-color",
                                "utrecht-alert-error-border-color",
                                "*-alert-error-border-color",
                                "*-error-color"};
constexpr std::array warning_card = {
    "utrecht-alert-error-background-color",    "basis-color-negative-bg-default",
    "*-alert-error-background-color",          "utrecht-feedback-danger-background-color",
    "utrecht-feedback-error-background-color", "utrecht-form-control-invalid-background-color",
    "*-feedback-error-background-color"};
constexpr std::array corner = {"nl-button-border-radius",
                               "utrecht-button-border-radius",
                               "*-button-border-radius",
                               "utrecht-form-control-border-radius",
                               "basis-form-control-border-radius",
                               "utrecht-textbox-border-radius",
                               "*-form-control-border-radius",
                               "basis-border-radius-md",
                               "*-border-radius-md",
                               "*-border-radius-default",
                               "*-border-radius"};
constexpr std::array font = {"utrecht-document-font-family",
                             "nl-document-font-family",
                             "basis-text-font-family-default",
                             "utrecht-page-font-family",
                             "nl-paragraph-font-family",
                             "utrecht-paragraph-font-family",
                             "*-document-font-family",
                             "*-body-font-family",
                             "*-typography-font-family",
                             "*-text-font-family-default",
                             "*-typography-sans-serif-font-family",
                             "*-paragraph-font-family",
                             "utrecht-button-font-family",
                             "*-font-family"};

struct Row {
  const char* role;
  std::optional<Colour> Wishes::* wish;
  Names names;
};
constexpr std::array rows = std::to_array<Row>({
    {"paper", &Wishes::paper, paper},
    {"card", &Wishes::card, card},
    {"ink", &Wishes::ink, ink},
    {"heading", &Wishes::heading, heading},
    {"accent", &Wishes::accent, accent},
    {"accent_pressed", &Wishes::accent_pressed, accent_pressed},
    {"on_accent", &Wishes::on_accent, on_accent},
    {"edge", &Wishes::edge, edge},
    {"line", &Wishes::line, line},
    {"focus", &Wishes::focus, focus},
    {"warning", &Wishes::warning, warning},
    {"warning_card", &Wishes::warning_card, warning_card},
});

/// Words that stand for no colour of their own: not a mistake of the file.
bool says_nothing(std::string_view value) {
  const std::string word = css::lowered(value);
  constexpr std::array words = {"transparent", "inherit",      "initial", "unset",
                                "revert",      "currentcolor", "none",    "auto"};
  return std::ranges::find(words, word) != words.end();
}

class Reading {
 public:
  explicit Reading(const Tokens& tokens) : tokens_(tokens) {}

  TokenStyle run() {
    for (const Row& row : rows) {
      const auto take = [&](const std::string& value) { return colour(row, value); };
      least_focus_ = 3;  // another name is preferred to a colour that has to be moved
      if (row.wish == &Wishes::focus && found(row.names, row.role, take)) continue;
      least_focus_ = 1;
      first(row.names, row.role, take);
    }
    first(corner, "corner", [&](const std::string& value) -> Taken {
      const auto length = parse_length_mm(value);
      if (!length || *length < 0) return std::unexpected(fmt::format("'{}' is no length", value));
      style_.corner_mm = std::min(*length, most_corner_mm);
      return fmt::format("{:.1f} mm", *style_.corner_mm);
    });
    first(font, "font", [&](const std::string& value) -> Taken {
      style_.families = parse_families(value);
      if (style_.families.empty()) return std::unexpected("");
      return fmt::format("{}", fmt::join(style_.families, ", "));
    });
    return std::move(style_);
  }

 private:
  static constexpr double most_corner_mm = 12;
  /// What was taken, as text; else why not, "" when it is no mistake of the file.
  using Taken = std::expected<std::string, std::string>;

  /// The first of the names that is there and makes sense to `take`.
  template <typename Take>
  bool found(Names names, const char* role, Take take) {
    for (const char* name : names) {
      const Token* token = tokens_.find(name);
      if (token == nullptr) continue;
      const auto value = tokens_.value_of(*token);
      const Taken taken = value ? take(*value) : std::unexpected(value.error());
      if (taken) style_.findings.push_back({role, token->name, *taken});
      if (taken) return true;
      if (!taken.error().empty()) remark(*token, taken.error());
    }
    return false;
  }

  template <typename Take>
  void first(Names names, const char* role, Take take) {
    if (!found(names, role, take)) style_.findings.push_back({role, "", ""});
  }

  Taken colour(const Row& row, const std::string& value) {
    if (says_nothing(value)) return std::unexpected("");
    auto colour = parse_colour(value);
    if (!colour) return std::unexpected(fmt::format("'{}' is no colour", value));
    if (colour->alpha == 0) return std::unexpected("");
    if (colour->alpha != 255) colour = laid_on(*colour, page());
    if (!makes_sense(row, *colour)) return std::unexpected("");
    style_.wishes.*row.wish = colour;
    return to_hex(*colour);
  }

  [[nodiscard]] Colour page() const { return style_.wishes.paper.value_or(Colour{255, 255, 255}); }

  /// A button of the page's own colour is no accent, a field in which nothing can be read no card.
  [[nodiscard]] bool makes_sense(const Row& row, Colour colour) const {
    const Wishes& wishes = style_.wishes;
    const auto is = [&](std::optional<Colour> Wishes::* wish) { return row.wish == wish; };
    if (is(&Wishes::card)) return is_light(colour) == is_light(page());
    if (is(&Wishes::warning_card))  // some name the sign's own colour
      return is_light(colour) == is_light(page()) && contrast(colour, page()) < 2 &&
             (!wishes.warning || differs(colour, *wishes.warning));
    if (is(&Wishes::on_accent)) return !wishes.accent || differs(colour, *wishes.accent);
    if (is(&Wishes::focus) && contrast(colour, page()) < least_focus_) return false;
    return is(&Wishes::paper) || is(&Wishes::line) || !wishes.paper || differs(colour, page());
  }

  static bool differs(Colour first, Colour second) {
    constexpr int seen = 20;
    return std::abs(first.red - second.red) >= seen || std::abs(first.green - second.green) >= seen ||
           std::abs(first.blue - second.blue) >= seen;
  }

  void remark(const Token& token, const std::string& why) {
    std::string text = why.starts_with(token.name) ? why : fmt::format("{}: {}", token.name, why);
    if (std::ranges::find(style_.remarks, text) == style_.remarks.end())
      style_.remarks.push_back(std::move(text));
  }

  const Tokens& tokens_;
  TokenStyle style_;
  double least_focus_ = 1;
};

}  // namespace

bool TokenStyle::empty() const {
  return std::ranges::all_of(findings, [](const Finding& finding) { return finding.token.empty(); });
}

TokenStyle style_of(const Tokens& tokens) { return Reading{tokens}.run(); }

}  // namespace buurtpeil
