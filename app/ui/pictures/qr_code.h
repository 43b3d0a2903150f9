// QR codes (ISO/IEC 18004), for a visitor's own telephone.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace buurtpeil {

struct QrCode {
  struct Stretch {
    int column, row, length;
  };
  int size = 0;               ///< modules (squares) in a row and in a column, without the quiet zone
  std::vector<Stretch> dark;  ///< neighbours in a row that are dark, from 0
};

/// What has to stay light around a code, in modules, as the standard asks.
inline constexpr int quiet_zone = 4;

/// Error correction of level M (15 %): a screen is clean, and fewer modules are larger. Nothing where the
/// text is too long for any code (2,331 bytes).
[[nodiscard]] std::optional<QrCode> qr_code_of(const std::string& text);

}  // namespace buurtpeil
