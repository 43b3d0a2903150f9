// Any bytes as .xlsx. Bytes changed at random are hardly ever a zip any more, so half of the time one part of
// the package is unpacked, changed and packed again: then the XML is what is tried.
#include <zip.h>

#include <memory>
#include <random>
#include <utility>
#include <vector>

#include "form/read/grid.h"
#include "fuzz.h"

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;
constexpr std::size_t largest_part = 1u << 18;

Parts unpack(std::string_view bytes) {
  Parts parts;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip == nullptr) {
    zip_source_free(source);
    return parts;
  }
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0) && i < 30; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0 || stat.size > largest_part)
      continue;
    zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    if (file == nullptr) continue;
    std::string text(stat.size, '\0');
    if (zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()))
      parts.emplace_back(stat.name, std::move(text));
    zip_fclose(file);
  }
  zip_discard(zip);
  return parts;
}

std::string pack(const Parts& parts) {
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(buffer);
  zip_t* zip = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0),
                 ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
  std::string bytes;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_close(zip) != 0)
    zip_discard(zip);
  else if (zip_source_stat(buffer, &stat) == 0 && zip_source_open(buffer) == 0) {
    bytes.resize(stat.size);
    zip_source_read(buffer, bytes.data(), bytes.size());
    zip_source_close(buffer);
  }
  zip_source_free(buffer);
  return bytes;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  Parts parts = random() % 2 == 0 ? Parts{} : unpack(buurtpeil::fuzz::text_of(data, size));
  if (parts.empty()) return LLVMFuzzerMutate(data, size, max_size);
  std::string& text = parts[random() % parts.size()].second;
  const std::size_t before = text.size();
  text.resize(before + 1'000);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), before, text.size()));
  const std::string bytes = pack(parts);
  if (bytes.empty() || bytes.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  bytes.copy(reinterpret_cast<char*>(data), bytes.size());
  return bytes.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view wanted[] = {"survey", "choices", "settings"};
  std::vector<buurtpeil::Problem> problems;
  (void)buurtpeil::read_xlsx(buurtpeil::fuzz::text_of(data, size), wanted, problems);
  return 0;
}
