// A disk whose power fails and whose operations fail, for SQLite: a layer around the system's own file
// functions. While one exists, every store in its folder goes through it. What was written counts as safe
// only once it was synced.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace buurtpeil::test {

class FaultyDisk {
 public:
  explicit FaultyDisk(std::filesystem::path folder);
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  /// What a power failure would leave: name of each file -> its bytes.
  using Image = std::map<std::string, std::string>;
  /// Nothing that was not synced.
  [[nodiscard]] Image synced() const { return synced_; }
  /// Of what was not synced some sectors of 512 bytes, at random: disks write in any order.
  [[nodiscard]] Image torn(unsigned seed) const;
  /// The files as they are: what is left when the program is killed and the machine goes on.
  [[nodiscard]] Image files() const;
  /// All that was ever written to any file, one after the other, whatever became of it later.
  [[nodiscard]] const std::string& written() const { return written_; }
  /// The files that were ever opened.
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }
  static void write(const Image& image, const std::filesystem::path& folder);
  /// Puts an image in place of what SQLite has in the folder, as a machine finds it that starts again. No
  /// store may be open. Other files there stay as they are.
  void go_on_with(const Image& image);

  /// From now on an image is taken before each write, truncation and sync, once with nothing and once torn;
  /// `moment` goes along.
  void record() { recording_ = true; }
  struct Recorded {
    int moment = 0;
    Image image;
  };
  int moment = 0;  ///< the test's own count of what was acknowledged
  [[nodiscard]] const std::vector<Recorded>& recorded() const { return recorded_; }

  /// The n-th operation from now on (from 1) fails; `lasting`: and every one after it.
  enum class Failure { once, lasting };
  void fail_at(int n, Failure failure);
  void repair() { fail_at(0, Failure::once); }
  [[nodiscard]] bool failed() const { return failed_; }

  /// Pretends to sync, like a disk that lies: to see that the tests would notice.
  void stop_syncing() { syncing_ = false; }

 private:
  struct File;
  struct Calls;
  [[nodiscard]] bool has(const char* path) const;
  [[nodiscard]] bool fails();
  void before_change();
  std::filesystem::path folder_;
  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
  Image synced_;
  std::map<std::string, std::string> paths_;  ///< name of each file that was opened -> its path
  std::vector<Recorded> recorded_;
  std::string written_;
  std::set<std::string> names_;
  bool recording_ = false, syncing_ = true, failed_ = false;
  int until_failure_ = 0;
  Failure failure_ = Failure::once;
};

}  // namespace buurtpeil::test
