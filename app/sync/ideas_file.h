// The file that `ideas` writes, read back with what a person did in it. For ideas.cpp.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "form/error.h"

namespace buurtpeil::sync {

struct Idea {
  std::string name, text, language, place;
};

class IdeasFile {
 public:
  /// One that is not there is empty. The error is a sentence about it: it is no text, or has no column name.
  [[nodiscard]] static std::expected<IdeasFile, Error> read(const std::filesystem::path& path,
                                                            char separator_of_new);

  /// Adds those of our columns that are not there yet.
  void want_columns(bool with_place);
  [[nodiscard]] bool has(std::string_view name) const { return names_.contains(name); }
  void add(const Idea& idea);

  /// Replaces what is there, whole or not at all.
  [[nodiscard]] std::expected<void, Error> write() const;

  [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(rows_.size()); }
  [[nodiscard]] std::int64_t released() const;
  /// What a person wrote and may not have meant: sentences that name the idea.
  [[nodiscard]] std::vector<std::string> doubts() const;

 private:
  using Cells = std::vector<std::string>;
  [[nodiscard]] std::size_t column(std::string_view heading) const;  ///< the number of headings for none
  [[nodiscard]] const std::string& at(const Cells& row, std::string_view heading) const;
  std::filesystem::path path_;
  char separator_ = ',';
  Cells headings_;
  std::vector<Cells> rows_;
  std::set<std::string, std::less<>> names_;
};

/// A label to begin with: the text in one line, without signs at its beginning by which a spreadsheet program
/// would run it.
[[nodiscard]] std::string label_of_idea(std::string_view text);

}  // namespace buurtpeil::sync
