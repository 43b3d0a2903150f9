// A file that appears whole or not at all: written under another name in the same folder, synced, then
// renamed.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "form/error.h"

namespace buurtpeil::sync {

class WholeFile {
 public:
  /// Begins to write what is to become `path`. What is there now stays until commit().
  [[nodiscard]] static std::expected<WholeFile, Error> begin(const std::filesystem::path& path);
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  ~WholeFile();  ///< without commit(): nothing is left

  [[nodiscard]] std::expected<void, Error> write(std::string_view bytes);
  /// What was written is on the disk, still under its temporary name. To be called before commit().
  [[nodiscard]] std::expected<void, Error> sync();
  /// Gives the file its name, in place of what was there.
  [[nodiscard]] std::expected<void, Error> commit();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  WholeFile(std::filesystem::path path, std::string temporary, int file);
  [[nodiscard]] std::expected<void, Error> flush();
  [[nodiscard]] Error error(const char* what) const;
  std::filesystem::path path_;
  std::string temporary_;  ///< "" once it has its name
  int file_ = -1;
  std::string buffer_;
  std::int64_t written_bytes_ = 0, begun_bytes_ = 0;  ///< to the file, and on their way to the disk
};

/// One such file, durable when it is there.
[[nodiscard]] std::expected<void, Error> write_whole(const std::filesystem::path& path,
                                                     std::string_view bytes);

/// Makes the names in a folder durable, after the last commit().
[[nodiscard]] std::expected<void, Error> sync_folder(const std::filesystem::path& folder);

}  // namespace buurtpeil::sync
