#include "sync/ideas_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "form/limits.h"
#include "form/read/csv_records.h"
#include "form/read/grid.h"
#include "form/strings.h"
#include "sync/cells.h"
#include "sync/csv.h"
#include "sync/whole_file.h"

namespace buurtpeil::sync {
namespace {

namespace fs = std::filesystem;

/// Beyond what may be read by one byte, so that the reader says so.
std::string bytes_in(const fs::path& path) {
  std::error_code error;
  const auto size = std::min<std::uintmax_t>(fs::file_size(path, error), limits::file_bytes + 1);
  std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// As the reader gives it back, so that a file read and written again is the same.
std::string as_read(std::string_view text) {
  return std::string(trimmed(replace_all(replace_all(text, "\r\n", "\n"), "\u00a0", " ")));
}

}  // namespace

std::string label_of_idea(std::string_view text) {
  std::string line;
  for (const std::string& word : words_of(as_read(text))) line += (line.empty() ? "" : " ") + word;
  const std::size_t begin = line.find_first_not_of("=+-@ ");
  return begin == std::string::npos ? line : line.substr(begin);
}

std::expected<IdeasFile, Error> IdeasFile::read(const fs::path& path, char separator_of_new) {
  IdeasFile file;
  file.path_ = path;
  file.separator_ = separator_of_new;
  std::error_code error;
  if (!fs::exists(path, error)) return file;
  const auto failed = [&](const std::string& why) {
    return std::unexpected(Error{fmt::format("{}: {}", path.string(), why)});
  };
  if (!fs::is_regular_file(path, error) || !std::ifstream(path))
    return failed("cannot be read; is it a file, and may it be read?");
  const std::string bytes = bytes_in(path);
  if (trimmed(bytes).empty()) return file;
  const auto csv = read_plain_csv(bytes);
  if (!csv) return failed(csv.error().message);
  if (csv->rows.empty()) return file;
  file.headings_ = csv->rows.front().cells;
  if (std::ranges::find(file.headings_, "name") == file.headings_.end())
    return failed(
        "is there already and has no column 'name', so it was not written by ideas; name another "
        "file");
  const std::string text = utf8_of(bytes)->utf8;
  file.separator_ = CsvRecords(text, separator_of_table(text)).separator();
  for (std::size_t i = 1; i < csv->rows.size(); ++i) {
    Cells& cells = file.rows_.emplace_back(csv->rows[i].cells);
    cells.resize(std::max(cells.size(), file.headings_.size()));
    file.names_.insert(file.at(cells, "name"));
    if (const std::size_t release = file.column("release");
        release < file.headings_.size() && lower_case(cells[release]) == "yes")
      cells[release] = "yes";
  }
  return file;
}

std::size_t IdeasFile::column(std::string_view heading) const {
  return static_cast<std::size_t>(std::ranges::find(headings_, heading) - headings_.begin());
}

const std::string& IdeasFile::at(const Cells& row, std::string_view heading) const {
  static const std::string nothing;
  const std::size_t place = column(heading);
  return place < row.size() && place < headings_.size() ? row[place] : nothing;
}

void IdeasFile::want_columns(bool with_place) {
  for (const char* heading : {"name", "label", "release", "language", "place", "text"})
    if (column(heading) == headings_.size() && (with_place || std::string_view(heading) != "place"))
      headings_.emplace_back(heading);
  for (Cells& row : rows_) row.resize(std::max(row.size(), headings_.size()));
}

void IdeasFile::add(const Idea& idea) {
  Cells row(headings_.size());
  const auto put = [&](const char* heading, std::string text) {
    if (const std::size_t place = column(heading); place < row.size()) row[place] = std::move(text);
  };
  put("name", idea.name);
  put("label", label_of_idea(idea.text));
  put("language", idea.language);
  put("place", idea.place);
  put("text", as_read(idea.text));
  names_.insert(idea.name);
  rows_.push_back(std::move(row));
}

std::expected<void, Error> IdeasFile::write() const {
  if (rows_.size() + 1 > limits::rows)
    return std::unexpected(Error{fmt::format("{}: there are more than {} ideas, which no form can ask about",
                                             path_.string(), limits::rows - 1)});
  auto file = WholeFile::begin(path_);
  if (!file) return std::unexpected(file.error());
  const auto line = [&](const Cells& cells) {
    Cells guarded;
    for (const std::string& cell : cells)
      guarded.push_back(is_plain_number(cell) ? cell : text_cell(cell, {}));
    return csv_line(guarded, separator_);
  };
  if (auto written = file->write(byte_order_mark + line(headings_)); !written) return written;
  for (const Cells& row : rows_)
    if (auto written = file->write(line(row)); !written) return written;
  if (auto synced = file->sync(); !synced) return synced;
  if (auto named = file->commit(); !named) return named;
  return sync_folder(path_.has_parent_path() ? path_.parent_path() : fs::path("."));
}

std::int64_t IdeasFile::released() const {
  return std::ranges::count_if(rows_, [&](const Cells& row) { return at(row, "release") == "yes"; });
}

std::vector<std::string> IdeasFile::doubts() const {
  std::vector<std::string> all;
  for (const Cells& row : rows_) {
    const std::string &release = at(row, "release"), &name = at(row, "name");
    if (release == "yes" && at(row, "label").empty())
      all.push_back(fmt::format("{}: '{}' is released and has no label to be read by", path_.string(), name));
    if (!release.empty() && release != "yes" && yes_or_no(release) != false)
      all.push_back(fmt::format("{}: the release of '{}' is '{}', which releases nothing; write yes",
                                path_.string(), name, release));
  }
  return all;
}

}  // namespace buurtpeil::sync
