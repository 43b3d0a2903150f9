#include "e2e/kiosk_run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

namespace buurtpeil {
namespace {

constexpr const char* programs = BUURTPEIL_PROGRAMS;

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string replaced(const std::string& text, const char* pattern, const std::string& by) {
  return std::regex_replace(text, std::regex(pattern), by);
}

/// All texts in `text` that match.
std::vector<std::string> found(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> result;
  for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match) {
    result.push_back(match->str());
  }
  return result;
}

constexpr const char* key_pattern =
    "uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
constexpr const char* utc_pattern = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
constexpr const char* local_pattern = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\+0[12]:00";  // Europe/Amsterdam

/// A row with what differs from run to run checked and replaced.
std::string normalised(const std::string& row) {
  const auto keys = found(row, key_pattern);
  REQUIRE_MESSAGE(keys.size() == 2, row);
  CHECK_MESSAGE(keys[0] == keys[1], row);
  const auto local = found(row, local_pattern);
  REQUIRE_MESSAGE(local.size() == 2, row);
  CHECK_MESSAGE(local[0] <= local[1], row);
  std::string result = replaced(row, key_pattern, "KEY");
  result = replaced(result, utc_pattern, "UTC");
  result = replaced(result, local_pattern, "LOCAL");
  return replaced(result, ",\\d+,(hasty)?\\r$", ",SECONDS,\r");  // no reader is as fast as a test
}

}  // namespace

Machine::Machine(const std::string& form, int idle_s, int warning_s, const std::string& size)
    : display(size) {
  const bool own = form.find('/') == std::string::npos;
  const std::string path = own ? std::string(BUURTPEIL_TESTS) + "/e2e/" + form : form;
  std::ostringstream config;
  config << "form = \"" << path << "\"\nstore = \"" << store() << "\"\nkiosk = \"hall\"\nidle_s = " << idle_s
         << "\nwarning_s = " << warning_s << "\n";
  write_file(folder / "kiosk.toml", config.str());
}

std::map<std::string, std::string> Machine::environment() const {
  return {{"DISPLAY", display.name()},
          {"TZ", "Europe/Amsterdam"},
          {"XDG_CONFIG_HOME", folder / "config"},
          {"XDG_DATA_HOME", folder / "data"}};
}

void Machine::export_now() const {
  const Run sync = run({programs + std::string("/buurtpeil-sync"), "export", store(), "--to", folder / "csv"},
                       environment());
  REQUIRE_MESSAGE(sync.exit_code == 0, sync.err);
}

void Machine::configure(const std::string& line) const {
  write_file(folder / "kiosk.toml", read_file(folder.path() / "kiosk.toml") + line + "\n");
}

std::string Machine::exported_raw() const {
  export_now();
  return read_file(folder.path() / "csv/street.csv");
}

std::string Machine::exported() const {
  export_now();
  std::string result;
  std::set<std::filesystem::path> files;  // by name
  for (const auto& file : std::filesystem::directory_iterator(folder.path() / "csv"))
    files.insert(file.path());
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    if (name.ends_with(".codebook.csv")) continue;
    std::istringstream lines(read_file(file));
    std::string header, row, last_utc;
    std::getline(lines, header);
    result += name + "\n" + header + "\n";
    while (std::getline(lines, row)) {
      std::string rest;  // of a cell with line breaks
      while (std::ranges::count(row, '"') % 2 == 1 && std::getline(lines, rest)) row += "\n" + rest;
      if (!header.starts_with("SubmissionDate")) {  // of a repeat
        result += replaced(row, key_pattern, "KEY") + "\n";
        continue;
      }
      const auto utc = found(row, utc_pattern);
      REQUIRE_MESSAGE(!utc.empty(), row);
      CHECK_MESSAGE(last_utc <= utc[0], row);
      last_utc = utc[0];
      result += normalised(row) + "\n";
    }
  }
  return replaced(result, "\\r", "");
}

KioskRun::KioskRun(const Machine& machine, const std::vector<std::string>& options,
                   const std::vector<std::string>& prefix)
    : finger_(machine.display.name()),
      process_(
          [&] {
            std::vector<std::string> command = prefix;
            command.push_back(programs + std::string("/buurtpeil"));
            command.insert(command.end(), {"--config", machine.folder / "kiosk.toml", "--trace", "{pipe}"});
            command.insert(command.end(), options.begin(), options.end());
            return command;
          }(),
          machine.environment()) {}

bool KioskRun::read_line() {
  const auto line = process_.line();
  if (!line) throw std::runtime_error("the kiosk ended after" + history_ + "; its errors: " + process_.err());
  const auto words = words_of(*line);
  if (words.empty()) return false;
  if (words[0] == "end") return true;
  if (words[0] == "listens") {
    listens_ = true;
  } else if (words[0] == "view" && words.size() == 4) {
    shown_ = {};
    listens_ = false;
    shown_.view = words[1];
    shown_.path = words[2].substr(words[2].find('=') + 1);
    shown_.frame = std::stol(words[3].substr(words[3].find('=') + 1));
    history_ += " " + shown_.view + (shown_.path.empty() ? "" : ":" + shown_.path);
  } else if (words[0] == "target" && words.size() == 6) {
    shown_.targets[words[1]] = {std::stof(words[2]), std::stof(words[3]), std::stof(words[4]),
                                std::stof(words[5])};
  } else {
    throw std::runtime_error("a line that is no trace: " + *line);
  }
  return false;
}

void KioskRun::read_block() {
  while (!read_line()) {
  }
}

KioskRun& KioskRun::listens() {
  while (!listens_) read_line();
  return *this;
}

KioskRun& KioskRun::at(const std::string& view, const std::string& path) {
  const auto reached = [&] { return shown_.view == view && (path.empty() || shown_.path == path); };
  while (!reached()) {
    try {
      read_block();
    } catch (const std::exception& error) {
      throw std::runtime_error("waiting for " + view + " " + path + " after" + history_ + ": " +
                               error.what());
    }
  }
  return *this;
}

KioskRun& KioskRun::next() {
  read_block();
  return *this;
}

KioskRun& KioskRun::tap(const std::string& target) {
  const auto found_target = shown_.targets.find(target);
  if (found_target == shown_.targets.end()) {
    std::string names;
    for (const auto& [name, box] : shown_.targets) names += " " + name;
    throw std::runtime_error("on " + shown_.view + " " + shown_.path + " there is no " + target + ", but" +
                             names);
  }
  const Shown::Box box = found_target->second;
  if (target == "next") listens();  // it may skip something
  wait_to_be_heard(box.x + box.width / 2, box.y + box.height / 2);
  finger_.tap(box.x + box.width / 2, box.y + box.height / 2);
  read_block();
  return *this;
}

void KioskRun::wait_to_be_heard(float x, float y) {
  constexpr float apart_px = 60;  // more than a double tap's at any size of pixels in these tests
  if (std::hypot(x - tapped_x_, y - tapped_y_) < apart_px) listens();
  listens_ = false;
  tapped_x_ = x;
  tapped_y_ = y;
}

KioskRun& KioskRun::tap_again() {
  wait_to_be_heard(tapped_x_, tapped_y_);
  finger_.tap_again();
  read_block();
  return *this;
}

KioskRun& KioskRun::type(const std::string& letters) {
  for (const char letter : letters) {
    const std::string key = letter == ' ' ? "key:space" : std::string("key:") + letter;
    if (!shown_.targets.contains(key)) tap("field:" + shown_.path);  // brings the keyboard up
    tap(key);
  }
  return *this;
}

}  // namespace buurtpeil
