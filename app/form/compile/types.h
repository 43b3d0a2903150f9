// What stands in the "type" column: a type or one of its aliases, the list of a select, the beginning or end
// of a group. The aliases are those of the reference converter, read with spaces or underscores and whatever
// the case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"

namespace buurtpeil {

struct TypeCell {
  enum class Kind { question, begin, end, begin_loop, end_loop };
  Kind kind = Kind::question;
  Type type = Type::text;  ///< group or repeat at their beginning and end
  std::string word{};      ///< the type's name in XLSForm, for messages and rules: "select_one", "geopoint"
  std::string list{};      ///< of a select or rank; of a loop; the file of a ..._from_file
  bool from_file = false;
  bool external = false;  ///< select_one_external: its list is in the sheet external_choices
  bool or_other = false;
};

/// Nothing for an unknown type.
[[nodiscard]] std::optional<TypeCell> read_type(std::string_view cell);
/// The constraint that some old types bring along ("percentage"), "" for the others.
[[nodiscard]] std::string_view implied_constraint(std::string_view cell);
/// "; did you mean 'integer'?", or "".
[[nodiscard]] std::string suggest_type(std::string_view cell);

/// Every type once, without aliases: "select_one", "geopoint", "group".
[[nodiscard]] std::vector<std::string_view> type_words();
/// Why a kiosk passes this type over ("a kiosk has no camera"), "" for one that it asks, shows or fills in.
/// By the type's word, since several share a Type.
[[nodiscard]] std::string_view why_passed_over(std::string_view word);
/// Answered by a visitor: text to acknowledge. Notes, calculations, metadata and what is passed over are not.
[[nodiscard]] bool is_asked(Type type);
[[nodiscard]] bool is_select(Type type);

}  // namespace buurtpeil
