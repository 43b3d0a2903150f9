// Design tokens: names with values, as municipalities publish their house style. Read from a style sheet's
// custom properties or from JSON; what they mean to us is in token_style.h.
//
// Of several definitions of a name the later one counts, as in CSS, unless the earlier one is better placed:
// :root and the class of a theme before other selectors. What a style sheet says for dark screens, for print
// or for windows of some width counts only when it says nothing else.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace buurtpeil {

/// How well a definition is placed, the best last.
enum class Priority : std::uint8_t { initial, sometimes, somewhere, everywhere };

struct Token {
  std::string name;   ///< as the file writes it: "--utrecht-document-color", "utrechtDocumentColor"
  std::string value;  ///< its references as var(--name)
  Priority priority = Priority::everywhere;
};

class Tokens {
 public:
  /// Does nothing when there are too many, or the name has a better definition.
  void define(std::string_view name, std::string_view value, Priority priority);
  /// Forgets what counts only sometimes, if there is anything that counts always. Call after the last
  /// define().
  void settle();

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool too_many() const { return too_many_; }

  /// The token with this name, in any spelling: "utrecht-document-color" is also "--utrecht-document-color",
  /// "utrechtDocumentColor" and "utrecht.document.color". A pattern that begins with "*-" has any one word
  /// there; of several tokens the last.
  [[nodiscard]] const Token* find(std::string_view pattern) const;

  /// Its value, with every reference replaced by what it stands for, or by its fallback. The error says what
  /// does not work: "--a is not defined", "--a refers to itself".
  [[nodiscard]] std::expected<std::string, std::string> value_of(const Token& token) const;

 private:
  friend class Resolving;
  std::vector<Token> tokens_;                            ///< as they were first defined
  std::unordered_map<std::string, std::size_t> places_;  ///< by plain name
  std::unordered_map<std::string, std::vector<std::size_t>>
      families_;  ///< by plain name, first word left out
  bool too_many_ = false;
};

/// "utrechtHeading1Color", "--utrecht-heading-1-color" and "utrecht.heading-1.color" are all
/// "utrecht-heading-1-color".
[[nodiscard]] std::string plain_name(std::string_view name);

/// The text of a style sheet beside this one, for @import; nothing when it is not to be had.
using Imports = std::function<std::optional<std::string>(const std::string& name)>;

/// Reads CSS as browsers do: what makes no sense is passed over. Imports of other places than the folder of
/// the file itself and those in it are left out.
void read_css(std::string_view css, const Imports& imports, Tokens& into);

/// Reads a flat map from name to value, a list of objects with name (or path) and value, or nested tokens
/// (W3C's, Style Dictionary's, Tokens Studio's, with references in braces). The error is one sentence without
/// the file's name.
[[nodiscard]] std::expected<void, std::string> read_json(std::string_view json, Tokens& into);

/// A file of either kind, by its extension, with what it imports. The error names the file.
[[nodiscard]] std::expected<Tokens, std::string> read_tokens(const std::filesystem::path& file);

/// A length in millimetres, as CSS writes it: px (0.2646 mm), rem and em (16 px). Nothing for everything
/// else.
[[nodiscard]] std::optional<double> parse_length_mm(std::string_view css);

/// "'Noto Sans', Arial, sans-serif" as its families, without the generic ones.
[[nodiscard]] std::vector<std::string> parse_families(std::string_view css);

}  // namespace buurtpeil
