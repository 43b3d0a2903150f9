// Reads the "type" column: a type or one of its aliases, the list of a select, the beginning or end of a
// group. The aliases are those of the reference converter, read with spaces or underscores and whatever the
// case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "form/form.h"

namespace buurtpeil {

struct TypeCell {
  enum class Kind { question, begin, end, begin_loop, end_loop };
  Kind kind = Kind::question;
  Type type = Type::text;    ///< group or repeat at their beginning and end
  std::string word{};        ///< the type's name in XLSForm, for messages and rules: "select_one", "geopoint"
  std::string_view lacks{};  ///< why a kiosk passes it over, or ""
  std::string list{};        ///< of a select or rank; of a loop; the file of a ..._from_file
  bool from_file = false;
  bool external = false;  ///< select_one_external: its list is in the sheet external_choices
  bool or_other = false;
  /// The type is unknown and this is the nearest: the row is there for what refers to it, and is held to no
  /// rules of a type.
  bool guessed = false;
};

/// Nothing for an unknown type.
[[nodiscard]] std::optional<TypeCell> read_type(std::string_view cell);
/// The constraint that some old types bring along ("percentage"), "" for the others.
[[nodiscard]] std::string_view implied_constraint(std::string_view cell);
/// type_words.cpp: what an unknown type may mean, "integer" or "select_one towns" for "keuze towns", or "".
[[nodiscard]] std::string meant_type(std::string_view cell);
/// "; did you mean 'integer'?", or "".
[[nodiscard]] std::string suggest_type(std::string_view cell);

}  // namespace buurtpeil
