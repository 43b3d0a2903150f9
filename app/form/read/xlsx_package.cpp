#include "form/read/xlsx_package.h"

#include <fmt/format.h>

#include "form/limits.h"

namespace buurtpeil {

std::expected<XlsxPackage, std::string> XlsxPackage::open(std::string_view bytes) {
  if (bytes.size() > limits::file_bytes)
    return std::unexpected(fmt::format("the file is larger than {} MB", limits::file_bytes >> 20));
  const std::string damaged =
      "this is not a complete .xlsx workbook; open it in a spreadsheet program and save it again as .xlsx";
  if (bytes.empty()) return std::unexpected(damaged);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::unexpected(damaged);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip == nullptr) {
    zip_source_free(source);
    return std::unexpected(damaged);
  }
  XlsxPackage package(zip);
  if (zip_get_num_entries(zip, 0) > static_cast<zip_int64_t>(limits::zip_entries))
    return std::unexpected(fmt::format("the workbook has more than {} parts inside", limits::zip_entries));
  return package;
}

std::expected<std::string, std::string> XlsxPackage::part(const std::string& name) {
  const zip_int64_t index = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::string();
  const std::string damaged =
      fmt::format("the part {} of the workbook is damaged; save the file again as .xlsx", name);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0 ||
      (stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0)
    return std::unexpected(damaged);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return std::unexpected("the workbook is protected by a password; save it without one");
  if (stat.size > limits::inflated_bytes - inflated_)
    return std::unexpected(
        fmt::format("the workbook holds more than {} MB when unpacked", limits::inflated_bytes >> 20));
  if (stat.size > limits::ratio_from_bytes && stat.size / limits::inflation_ratio > stat.comp_size)
    return std::unexpected(
        fmt::format("the part {} unpacks to more than {} times its size, as no real sheet does", name,
                    limits::inflation_ratio));

  // The sizes were the zip's own words: nothing beyond them is read, and the checksum is compared at the end.
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
  if (!file) return std::unexpected(damaged);
  std::string bytes(stat.size, '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const zip_int64_t count = zip_fread(file.get(), bytes.data() + read, bytes.size() - read);
    if (count <= 0) return std::unexpected(damaged);
    read += static_cast<std::size_t>(count);
  }
  char beyond = 0;
  if (zip_fread(file.get(), &beyond, 1) != 0) return std::unexpected(damaged);
  inflated_ += bytes.size();
  if (bytes.find("<!DOCTYPE") != std::string::npos)
    return std::unexpected(
        fmt::format("the part {} has a DOCTYPE, which no spreadsheet program writes", name));
  return bytes;
}

}  // namespace buurtpeil
