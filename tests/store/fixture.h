// What the store's tests share: a folder of their own, a form in code, responses that differ in what matters.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "form/form.h"
#include "store/store.h"

namespace buurtpeil::test {

/// A temporary folder, gone at the end of the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "buurtpeil-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code code;
    std::filesystem::remove_all(path_, code);
  }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::error_code code;
  const auto size = std::filesystem::file_size(path, code);
  std::string bytes(code ? 0 : size, '\0');
  std::ifstream{path, std::ios::binary}.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

/// 2026-03-01T19:04:07.123+01:00, and `seconds` later.
inline Moment at(std::int64_t seconds) { return {1'772'388'247'123 + seconds * 1'000, 60, 0}; }

inline Form street_form() {
  Form form;
  form.id = "street";
  form.version = "3";
  form.hash = std::string(64, 'a');
  form.file = "street.md";
  form.source = "| survey |";
  form.attachments = {{"trees.csv", "name,label\noak,Eik\n"}};
  return form;
}

inline std::string id_of(int number) {
  std::string digits = std::to_string(number);
  return "uuid:00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

inline Response response_to(const Form& form, int number, Status status = Status::finished) {
  Response response;
  response.id = id_of(number);
  response.form_id = form.id;
  response.form_version = form.version;
  response.form_hash = form.hash;
  response.status = status;
  response.language = "nl";
  response.kiosk = "town-hall";
  response.started = at(number * 100);
  response.ended = at(number * 100 + 60);
  response.seconds = 60;
  response.answers = {{"street/greenery", {"oak elm", Absence::none}},
                      {"street/trees", {"12", Absence::none}},
                      {"idea", {"", Absence::skipped}}};
  return response;
}

inline Draft draft_of(const Form& form, int number) {
  return {response_to(form, number, Status::draft), "the place", "the working values"};
}

/// Everything that a response says, one line an item, for comparing whole responses.
inline std::string text_of(const Response& response) {
  std::string text = response.id + " " + response.form_id + " " + response.form_version + " " +
                     response.form_hash.substr(0, 4) + " " + to_name(response.status) + " " +
                     response.language + " " + response.kiosk + " [" + response.occasion + "] " +
                     to_iso_local(response.started) + " " + to_iso_local(response.ended) + " " +
                     std::to_string(response.seconds) + "\n";
  for (const auto& [path, answer] : response.answers)
    text += path + "=" + answer.value +
            (answer.absence == Absence::none ? "" : "(" + to_name(answer.absence) + ")") + "\n";
  return text;
}

inline Store opened(const std::filesystem::path& path, StoreKind kind = StoreKind::real) {
  auto store = Store::open(path, kind);
  if (!store) FAIL(store.error().message);
  return std::move(*store);
}

/// All responses of a form as one text.
inline std::string stored(const std::filesystem::path& path, const std::string& form_id = "street") {
  const auto reader = StoreReader::open(path);
  if (!reader) return reader.error().message;
  std::string text;
  const auto done = reader->responses(form_id, [&](const Response& response) { text += text_of(response); });
  return done ? text : done.error().message;
}

#define REQUIRE_OK(expression)                     \
  do {                                             \
    const auto& outcome_ = (expression);           \
    if (!outcome_) FAIL(outcome_.error().message); \
  } while (false)

}  // namespace buurtpeil::test
