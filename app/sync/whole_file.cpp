#include "sync/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "store/sync_folder.h"

namespace buurtpeil::sync {
namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr std::int64_t writeback_bytes = 8 * 1024 * 1024;

Error error_at(const std::string& path, const char* what) {
  return {fmt::format("{}: cannot be {} ({}); check the disk and the folder's permissions", path, what,
                      std::strerror(errno))};
}

}  // namespace

std::expected<WholeFile, Error> WholeFile::begin(const std::filesystem::path& path) {
  // What a process that was killed left under this name has no owner any more.
  std::string temporary =
      (path.parent_path() / fmt::format(".{}.{}", path.filename().string(), ::getpid())).string();
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0) return std::unexpected(error_at(path.string(), "written"));
  return WholeFile{path, std::move(temporary), file};
}

WholeFile::WholeFile(std::filesystem::path path, std::string temporary, int file)
    : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      file_(std::exchange(other.file_, -1)),
      buffer_(std::move(other.buffer_)),
      written_bytes_(other.written_bytes_),
      begun_bytes_(other.begun_bytes_) {}

WholeFile::~WholeFile() {
  if (file_ >= 0) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::expected<void, Error> WholeFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < buffer_bytes) return {};
  return flush();
}

std::expected<void, Error> WholeFile::flush() {
  for (std::string_view left = buffer_; !left.empty();) {
    const ssize_t written = ::write(file_, left.data(), left.size());
    if (written < 0 && errno != EINTR) return std::unexpected(error("written"));
    if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
  }
  written_bytes_ += static_cast<std::int64_t>(buffer_.size());
  buffer_.clear();
  // The disk works while the rest is being made, and sync() has less to wait for. Only a hint.
  if (written_bytes_ - begun_bytes_ >= writeback_bytes) {
    ::sync_file_range(file_, begun_bytes_, written_bytes_ - begun_bytes_, SYNC_FILE_RANGE_WRITE);
    begun_bytes_ = written_bytes_;
  }
  return {};
}

std::expected<void, Error> WholeFile::sync() {
  if (auto flushed = flush(); !flushed) return flushed;
  if (::fsync(file_) != 0) return std::unexpected(error("written"));
  if (::close(std::exchange(file_, -1)) != 0) return std::unexpected(error("written"));
  return {};
}

std::expected<void, Error> WholeFile::commit() {
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return std::unexpected(error("replaced"));
  temporary_.clear();
  return {};
}

Error WholeFile::error(const char* what) const { return error_at(path_.string(), what); }

std::expected<void, Error> write_whole(const std::filesystem::path& path, std::string_view bytes) {
  auto file = WholeFile::begin(path);
  if (!file) return std::unexpected(file.error());
  if (auto written = file->write(bytes); !written) return written;
  if (auto synced = file->sync(); !synced) return synced;
  if (auto committed = file->commit(); !committed) return committed;
  return sync_folder(std::filesystem::absolute(path).parent_path());
}

std::expected<void, Error> sync_folder(const std::filesystem::path& folder) {
  if (buurtpeil::sync_folder(folder)) return {};
  return std::unexpected(error_at(folder.string(), "synced"));
}

}  // namespace buurtpeil::sync
