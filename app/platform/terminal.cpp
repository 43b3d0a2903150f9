#include "platform/terminal.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace buurtpeil {

bool reads_from_terminal() { return ::isatty(STDIN_FILENO) == 1; }

std::optional<std::string> read_secret(const std::string& question) {
  termios before{};
  const bool hides = reads_from_terminal() && ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (hides) {
    fmt::print(stderr, "{}", question);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string line;
  const bool read = static_cast<bool>(std::getline(std::cin, line));
  if (hides) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    fmt::print(stderr, "\n");
  }
  if (!read) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace buurtpeil
