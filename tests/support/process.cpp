#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace buurtpeil {
namespace {

[[noreturn]] void give_up(const std::string& what) { throw std::runtime_error(what); }

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& changes) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry; ++entry) {
    const std::string text = *entry;
    if (!changes.contains(text.substr(0, text.find('=')))) result.push_back(text);
  }
  for (const auto& [name, value] : changes) {
    if (!value.empty()) result.push_back(name + "=" + value);
  }
  return result;
}

std::string content(int file) {
  std::string result(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
  const auto got = pread(file, result.data(), result.size(), 0);
  result.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return result;
}

}  // namespace

Process::Process(const std::vector<std::string>& command,
                 const std::map<std::string, std::string>& environment) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) give_up("no pipe");
  pipe_ = ends[0];
  out_ = memfd_create("out", MFD_CLOEXEC);
  err_ = memfd_create("err", MFD_CLOEXEC);
  std::vector<std::string> words = command, variables = environment_with(environment);
  for (std::string& word : words) {
    if (word == "{pipe}") word = std::to_string(ends[1]);
  }
  const std::vector<char*> arguments = pointers(words), entries = pointers(variables);
  id_ = fork();
  if (id_ == 0) {
    const int nowhere = open("/dev/null", O_RDONLY);
    dup2(nowhere, 0);
    dup2(out_, 1);
    dup2(err_, 2);
    fcntl(ends[1], F_SETFD, 0);
    execvpe(arguments[0], arguments.data(), entries.data());
    _exit(127);
  }
  close(ends[1]);
  if (id_ < 0) give_up("no child process");
}

Process::~Process() {
  if (runs()) {
    ::kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
  }
  for (const int file : {pipe_, out_, err_}) close(file);
}

std::optional<std::string> Process::line() {
  for (;;) {
    if (const auto end = buffer_.find('\n'); end != std::string::npos) {
      std::string result = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return result;
    }
    pollfd ready{pipe_, POLLIN, 0};
    if (poll(&ready, 1, patience_ms) == 0)
      give_up("no line came from the program; its errors so far: " + err());
    char bytes[4096];
    const auto got = read(pipe_, bytes, sizeof bytes);
    if (got <= 0) return std::nullopt;
    buffer_.append(bytes, static_cast<std::size_t>(got));
  }
}

void Process::signal(int number) {
  if (runs()) ::kill(id_, number);
}

bool Process::runs() {
  int status = 0;
  if (!ended_ && waitpid(id_, &status, WNOHANG) == id_)
    ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return !ended_;
}

int Process::wait(int at_most_ms) {
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, id_, 0));
  if (handle >= 0 && runs()) {
    pollfd ready{handle, POLLIN, 0};
    if (poll(&ready, 1, at_most_ms) == 0) give_up("the program does not end; its errors so far: " + err());
  }
  close(handle);
  if (runs()) give_up("the program does not end");
  return *ended_;
}

std::string Process::out() const { return content(out_); }
std::string Process::err() const { return content(err_); }

Run run(const std::vector<std::string>& command, const std::map<std::string, std::string>& environment) {
  Process process{command, environment};
  const int code = process.wait(10 * patience_ms);
  return {code, process.out(), process.err()};
}

VirtualDisplay::VirtualDisplay(const std::string& size, const std::vector<std::string>& options)
    : server_([&] {
        std::vector<std::string> command{"Xvfb",       "-displayfd", "{pipe}", "-screen", "0",
                                         size + "x24", "-nolisten",  "tcp",    "-noreset"};
        command.insert(command.end(), options.begin(), options.end());
        return command;
      }()) {
  const auto number = server_.line();
  if (!number) give_up("Xvfb does not start: " + server_.err());
  name_ = ":" + *number;
}

}  // namespace buurtpeil
