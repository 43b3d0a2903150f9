#include "support/faulty_disk.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <new>
#include <random>
#include <utility>

namespace buurtpeil::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_at(const std::string& path) {
  std::error_code code;
  const auto size = fs::file_size(path, code);
  std::string bytes(code ? 0 : size, '\0');
  std::ifstream{path, std::ios::binary}.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace

/// An open file; the system's own sqlite3_file lies behind it in the same memory.
struct FaultyDisk::File {
  sqlite3_file base;
  FaultyDisk* disk;
  std::string* name;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct FaultyDisk::Calls {
  static File& file(sqlite3_file* handle) { return *reinterpret_cast<File*>(handle); }
  static sqlite3_file* real(sqlite3_file* handle) { return file(handle).real(); }
  static FaultyDisk& disk(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

  static int close(sqlite3_file* handle) {
    delete file(handle).name;
    return real(handle)->pMethods->xClose(real(handle));
  }
  static int read(sqlite3_file* handle, void* to, int size, sqlite3_int64 offset) {
    if (file(handle).disk->fails()) return SQLITE_IOERR_READ;
    return real(handle)->pMethods->xRead(real(handle), to, size, offset);
  }
  static int write(sqlite3_file* handle, const void* from, int size, sqlite3_int64 offset) {
    file(handle).disk->before_change();
    if (file(handle).disk->fails()) return SQLITE_IOERR_WRITE;
    file(handle).disk->written_.append(static_cast<const char*>(from), static_cast<std::size_t>(size));
    return real(handle)->pMethods->xWrite(real(handle), from, size, offset);
  }
  static int truncate(sqlite3_file* handle, sqlite3_int64 size) {
    file(handle).disk->before_change();
    if (file(handle).disk->fails()) return SQLITE_IOERR_TRUNCATE;
    return real(handle)->pMethods->xTruncate(real(handle), size);
  }
  static int sync(sqlite3_file* handle, int) {
    FaultyDisk& disk = *file(handle).disk;
    disk.before_change();
    if (disk.fails()) return SQLITE_IOERR_FSYNC;
    const std::string& name = *file(handle).name;
    if (disk.syncing_) disk.synced_[name] = bytes_at(disk.paths_.at(name));
    return SQLITE_OK;  // the test's own disk need not sync: the image above is what counts
  }
  static int size(sqlite3_file* handle, sqlite3_int64* size) {
    return real(handle)->pMethods->xFileSize(real(handle), size);
  }
  static int lock(sqlite3_file* handle, int level) {
    return real(handle)->pMethods->xLock(real(handle), level);
  }
  static int unlock(sqlite3_file* handle, int level) {
    return real(handle)->pMethods->xUnlock(real(handle), level);
  }
  static int reserved(sqlite3_file* handle, int* result) {
    return real(handle)->pMethods->xCheckReservedLock(real(handle), result);
  }
  static int control(sqlite3_file* handle, int what, void* argument) {
    return real(handle)->pMethods->xFileControl(real(handle), what, argument);
  }
  static int sector(sqlite3_file* handle) { return real(handle)->pMethods->xSectorSize(real(handle)); }
  static int traits(sqlite3_file* handle) {
    return real(handle)->pMethods->xDeviceCharacteristics(real(handle));
  }
  static int shm_map(sqlite3_file* handle, int region, int size, int extend, void volatile** to) {
    return real(handle)->pMethods->xShmMap(real(handle), region, size, extend, to);
  }
  static int shm_lock(sqlite3_file* handle, int offset, int count, int flags) {
    return real(handle)->pMethods->xShmLock(real(handle), offset, count, flags);
  }
  static void shm_barrier(sqlite3_file* handle) { real(handle)->pMethods->xShmBarrier(real(handle)); }
  static int shm_unmap(sqlite3_file* handle, int remove) {
    return real(handle)->pMethods->xShmUnmap(real(handle), remove);
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* handle, int flags, int* out_flags) {
    static const sqlite3_io_methods methods = {
        2,       close,  read,   write,   truncate, sync,        size,      lock,    unlock, reserved,
        control, sector, traits, shm_map, shm_lock, shm_barrier, shm_unmap, nullptr, nullptr};
    FaultyDisk& disk = Calls::disk(vfs);
    handle->pMethods = nullptr;
    if (path == nullptr || !disk.has(path))
      return disk.real_->xOpen(disk.real_, path, handle, flags, out_flags);
    if (disk.fails()) return SQLITE_CANTOPEN;
    const bool existed = fs::exists(path);
    File& opened = file(handle);
    const int result = disk.real_->xOpen(disk.real_, path, opened.real(), flags, out_flags);
    if (result != SQLITE_OK) return result;
    opened.disk = &disk;
    opened.name = new std::string{fs::path{path}.filename().string()};
    opened.base.pMethods = &methods;
    disk.names_.insert(*opened.name);
    const bool known = disk.paths_.contains(*opened.name);
    disk.paths_[*opened.name] = path;
    if (existed && !known) disk.synced_[*opened.name] = bytes_at(path);  // it was there before the test
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    FaultyDisk& disk = Calls::disk(vfs);
    if (!disk.has(path)) return disk.real_->xDelete(disk.real_, path, sync_folder);
    disk.before_change();
    if (disk.fails()) return SQLITE_IOERR_DELETE;
    const std::string name = fs::path{path}.filename().string();
    disk.synced_.erase(name);
    disk.paths_.erase(name);
    return disk.real_->xDelete(disk.real_, path, sync_folder);
  }
};

FaultyDisk::FaultyDisk(fs::path folder)
    : folder_(std::move(folder)), real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_.zName = "faulty disk";
  vfs_.pAppData = this;
  vfs_.pNext = nullptr;
  vfs_.xOpen = Calls::open;
  vfs_.xDelete = Calls::remove;
  const int registered = sqlite3_vfs_register(&vfs_, 1);
  assert(registered == SQLITE_OK);
  static_cast<void>(registered);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
}

bool FaultyDisk::has(const char* path) const { return fs::path{path}.parent_path() == folder_; }

bool FaultyDisk::fails() {
  if (failed_ && failure_ == Failure::lasting) return true;
  if (until_failure_ == 0 || --until_failure_ > 0) return false;
  failed_ = true;
  return true;
}

void FaultyDisk::fail_at(int n, Failure failure) {
  until_failure_ = n;
  failure_ = failure;
  failed_ = false;
}

void FaultyDisk::before_change() {
  if (!recording_) return;
  recorded_.push_back({moment, synced_});
  recorded_.push_back({moment, torn(static_cast<unsigned>(recorded_.size()))});
}

FaultyDisk::Image FaultyDisk::torn(unsigned seed) const {
  constexpr std::size_t sector = 512;
  std::mt19937 random{seed};
  Image image = synced_;
  for (const auto& [name, path] : paths_) {
    const std::string now = bytes_at(path);
    std::string& safe = image[name];
    for (std::size_t at = 0; at < now.size(); at += sector) {
      if (random() % 2 == 0) continue;
      const std::string part = now.substr(at, sector);
      if (safe.size() < at + part.size()) safe.resize(at + part.size(), '\0');
      safe.replace(at, part.size(), part);
    }
  }
  return image;
}

FaultyDisk::Image FaultyDisk::files() const {
  Image image;
  for (const auto& [name, path] : paths_) image[name] = bytes_at(path);
  return image;
}

void FaultyDisk::go_on_with(const Image& image) {
  std::vector<fs::path> old;
  for (const auto& entry : fs::directory_iterator{folder_})
    for (const char* end : {".db", ".db-wal", ".db-shm", ".db-journal"})
      if (entry.path().filename().string().ends_with(end)) old.push_back(entry.path());
  for (const fs::path& path : old) fs::remove(path);
  paths_.clear();
  for (const auto& [name, bytes] : image) {
    std::ofstream{folder_ / name, std::ios::binary} << bytes;
    paths_[name] = (folder_ / name).string();
  }
  synced_ = image;
}

void FaultyDisk::write(const Image& image, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& [name, bytes] : image) std::ofstream{folder / name, std::ios::binary} << bytes;
}

}  // namespace buurtpeil::test
