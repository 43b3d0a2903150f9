#include "ui/pictures/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

namespace buurtpeil {
namespace {

qrcodegen::QrCode encoded(const std::string& text) {
  return qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
}

}  // namespace

std::optional<QrCode> qr_code_of(const std::string& text) try {
  const qrcodegen::QrCode code = encoded(text);
  QrCode result{.size = code.getSize(), .dark = {}};
  for (int row = 0; row < result.size; ++row)
    for (int column = 0; column < result.size; ++column) {
      const int start = column;
      while (column < result.size && code.getModule(column, row)) ++column;
      if (column > start) result.dark.push_back({start, row, column - start});
    }
  return result;
} catch (const qrcodegen::data_too_long&) {
  return std::nullopt;
}

}  // namespace buurtpeil
