// Another program that runs beside this one.
#pragma once

#include <sys/types.h>

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace buurtpeil {

struct ProgramEnd {
  int code = 0;      ///< 128 and more: ended by a signal
  std::string said;  ///< what it wrote to stderr, at most 4 kB of it
};

class Program {
 public:
  /// Starts `words` (a path and arguments), with no input and its output thrown away. The error says why it
  /// did not start.
  [[nodiscard]] static std::expected<Program, std::string> start(const std::vector<std::string>& words);
  Program(Program&& other) noexcept;
  Program& operator=(Program&&) = delete;
  /// Ends it, where it still runs, with all that it has started. Waits for that a tenth of a second and no
  /// longer: a program that the kernel holds, for a disk that hangs, ends when the kernel lets go of it.
  ~Program();

  /// How it ended, once; nothing while it runs. Never waits.
  [[nodiscard]] std::optional<ProgramEnd> ended();

 private:
  Program(pid_t id, int errors) : id_(id), errors_(errors) {}
  void read_errors();
  pid_t id_ = -1;    ///< -1: has ended, or was moved away
  int errors_ = -1;  ///< never waited for
  std::string said_;
};

}  // namespace buurtpeil
