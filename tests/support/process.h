// Child processes of tests: started with pipes, waited for with a time limit, and ended when the test is
// over, whatever happened.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace buurtpeil {

/// How long a test waits at most for what should come at once; generous, for machines are slow at times.
inline constexpr int patience_ms = 60'000;

class Process {
 public:
  /// Starts a program with stdin from nowhere. Where an argument is "{pipe}" it becomes the number of a file
  /// descriptor that the program writes lines to, which line() reads. `environment` is added to our own; an
  /// empty value takes a name away.
  explicit Process(const std::vector<std::string>& command,
                   const std::map<std::string, std::string>& environment = {});
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();  ///< kills it if it still runs

  /// The next line from the pipe, without its end; nothing when it was closed. Throws when it takes longer
  /// than patience_ms.
  [[nodiscard]] std::optional<std::string> line();

  void signal(int number);

  /// How it ended: its exit code, or minus the signal that ended it. Throws when it takes longer.
  int wait(int at_most_ms = patience_ms);
  [[nodiscard]] bool runs();

  /// What it has written so far; all of it after wait().
  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

  [[nodiscard]] pid_t id() const { return id_; }

 private:
  pid_t id_ = -1;
  int pipe_ = -1;
  int out_ = -1, err_ = -1;  // files without a name
  std::string buffer_;
  std::optional<int> ended_;
};

/// Runs a program to its end, in ten times patience_ms at most.
struct Run {
  int exit_code;
  std::string out, err;
};
[[nodiscard]] Run run(const std::vector<std::string>& command,
                      const std::map<std::string, std::string>& environment = {});

/// A virtual display of its own: Xvfb chooses a free number.
class VirtualDisplay {
 public:
  explicit VirtualDisplay(const std::string& size = "1280x800", const std::vector<std::string>& options = {});
  [[nodiscard]] const std::string& name() const { return name_; }  ///< ":7"

 private:
  Process server_;
  std::string name_;
};

}  // namespace buurtpeil
