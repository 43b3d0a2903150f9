// The tags and the named letters that markup may have, for markup.cpp: what each says of the words in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/styled_text.h"

namespace buurtpeil {

/// "<name attributes>" taken apart.
struct Tag {
  std::string name;  ///< in small letters; "" for none
  bool closes = false;
  std::string attributes;

  /// The value of an attribute in quotation marks, or without any up to a space; "" for none.
  [[nodiscard]] std::string attribute(std::string_view wanted) const;
};

/// `inside` is what stands between < and >. Quotation marks may be typographic: spreadsheet programs make
/// them so.
[[nodiscard]] Tag tag_of(std::string_view inside);

/// Whether HTML has such a tag, understood here or not.
[[nodiscard]] bool is_of_html(const std::string& tag_name);
/// Its words have lines of their own.
[[nodiscard]] bool is_block(std::string_view tag_name);

struct TagMeaning {
  bool known = true;
  RunStyle style;
  std::string address;                  ///< of a link
  std::vector<std::string> complaints;  ///< about colours, sides and properties that are passed over
};
[[nodiscard]] TagMeaning meaning_of(const Tag& tag);

/// The letter for what stands between & and ;, such as "lt" or "#233"; "" for no such thing.
[[nodiscard]] std::string letter_named(std::string_view name);

/// Without spaces, tabs and line breaks at both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace buurtpeil
