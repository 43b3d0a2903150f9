// The parts inside an .xlsx (a zip of XML files), each taken out whole and held to form/limits.h before and
// while it is inflated. For app/form/read/grid_xlsx.cpp.
#pragma once

#include <zip.h>

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace buurtpeil {

class XlsxPackage {
 public:
  /// Opens the zip in `bytes`, which must outlive the package. The error is a sentence about the file.
  [[nodiscard]] static std::expected<XlsxPackage, std::string> open(std::string_view bytes);

  /// The bytes of the part with this name ("xl/workbook.xml", whatever the case); "" when there is none. The
  /// error is a sentence: a limit was passed, the zip is damaged, or the part has a DOCTYPE, which no
  /// spreadsheet program writes.
  [[nodiscard]] std::expected<std::string, std::string> part(const std::string& name);

 private:
  struct Closer {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };
  explicit XlsxPackage(zip_t* zip) : zip_(zip) {}
  std::unique_ptr<zip_t, Closer> zip_;
  std::size_t inflated_ = 0;
};

}  // namespace buurtpeil
