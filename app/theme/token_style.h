// What NL Design System's tokens mean to a kiosk: for each of our roles the names under which municipalities
// and ministries publish it, the first that is there counts. No package has them all; what is missing is made
// of the rest (derive.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "theme/derive.h"
#include "theme/tokens.h"

namespace buurtpeil {

/// A role, or a length or font, and the token that it comes from.
struct Finding {
  std::string role;   ///< "accent", "corner", "font"
  std::string token;  ///< as the file writes its name; "" when the file has none
  std::string value;  ///< "#06474C", "2.1 mm", "Noto Sans"
};

struct TokenStyle {
  Wishes wishes;
  std::optional<double> corner_mm;    ///< 0 to 12
  std::vector<std::string> families;  ///< the first that is installed counts
  std::vector<Finding> findings;      ///< a line for each that was looked for
  std::vector<std::string> remarks;   ///< "--a: --b is not defined", of tokens that would have counted

  [[nodiscard]] bool empty() const;  ///< not one was found
};

[[nodiscard]] TokenStyle style_of(const Tokens& tokens);

}  // namespace buurtpeil
