#include "simulation/ledger.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "simulation/invariants.h"
#include "sync/export.h"

namespace buurtpeil::simulation {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};

/// Asks past the disk that fails, with the system's own file functions.
std::vector<Row> ask(const fs::path& store, const std::string& sql) {
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open_v2(store.c_str(), &handle, SQLITE_OPEN_READONLY, "unix");
  const std::unique_ptr<sqlite3, Close> closes{handle};
  require(opened == SQLITE_OK, "the store cannot be opened");
  std::vector<Row> rows;
  const auto take = [](void* into, int count, char** cells, char**) {
    Row& row = static_cast<std::vector<Row>*>(into)->emplace_back();
    for (int cell = 0; cell < count; ++cell) row.emplace_back(cells[cell] == nullptr ? "" : cells[cell]);
    return 0;
  };
  const int asked = sqlite3_exec(handle, sql.c_str(), take, &rows, nullptr);
  require(asked == SQLITE_OK, std::string{"the store cannot be read: "} + sqlite3_errmsg(handle));
  return rows;
}

/// The column `answers` as answers_text() says it.
std::string text_of_answers(const std::string& json) {
  std::string text;
  const auto answers = nlohmann::ordered_json::parse(json);
  for (const auto& [path, answer] : answers.items())
    text +=
        path +
        (answer.is_string() ? "=" + answer.get<std::string>() : ":" + answer.at("none").get<std::string>()) +
        "\n";
  return text;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// Of a file as RFC 4180 says; Broken when it is none.
std::vector<Row> parsed_csv(const std::string& text) {
  std::vector<Row> rows{{""}};
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
      rows.back().back() += text[++at];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
      rows.push_back({""}), ++at;
    else
      rows.back().back() += c;
  }
  require(!quoted && rows.back() == Row{""}, "the export does not parse");
  rows.pop_back();
  for (const Row& row : rows) require(row.size() == rows.front().size(), "a row of the export is too short");
  return rows;
}

std::string cell_of(const std::vector<Row>& rows, const Row& row, const std::string& column) {
  const auto found = std::ranges::find(rows.front(), column);
  require(found != rows.front().end(), "the export has no column " + column);
  return row[static_cast<std::size_t>(found - rows.front().begin())];
}

/// Whether the text of answers, after a first line, has "path=text".
bool has_line(const std::string& lines, const std::pair<std::string, std::string>& typed) {
  return lines.find("\n" + typed.first + "=" + typed.second + "\n") != std::string::npos;
}

}  // namespace

std::string Ledger::left(const Response& response) { return "left\n" + answers_text(response); }
std::string Ledger::ended(const Response& response) { return "finished\n" + answers_text(response); }

void Ledger::begin() {
  open_ = true;
  possible_ = {absent};
  typed_.clear();
  ever_typed_.clear();
}

void Ledger::typed(const std::string& path, const std::string& text) {
  if (text.empty()) {
    typed_.erase(path);
    return;
  }
  typed_[path] = text;
  ever_typed_.insert(text);
}

void Ledger::untyped(const std::string& repeat) {
  std::erase_if(typed_, [&](const auto& each) { return each.first.starts_with(repeat + "["); });
}

void Ledger::wrote(const std::string& row, Outcome outcome) {
  if (outcome == Outcome::acknowledged) possible_.clear();
  possible_.insert(row);
}

void Ledger::deleted() {
  deleted_texts_.insert(ever_typed_.begin(), ever_typed_.end());
  possible_ = {absent};
}

void Ledger::taken_back() {
  for (const std::string& text : ever_typed_) deleted_texts_.erase(text);
  open_ = true;
}

std::map<std::string, Kept> Ledger::rows(const fs::path& store) const {
  std::map<std::string, Kept> all;
  for (const Row& row : ask(store, "SELECT id, form_id, status, answers, doubt FROM response")) {
    all[row[0]] = {row[1], row[2], text_of_answers(row[3])};
    require(row[4] != "hasty", "a visitor who touches no sooner than after 0.7 s is taken for hasty");
  }
  return all;
}

void Ledger::check_ended(const std::map<std::string, Kept>& rows) const {
  for (const auto& [id, kept] : rows)
    require(ended_.contains(id),
            fmt::format("a response that must not be there, {}:\n{}", kept.status, kept.answers));
  for (const auto& [id, kept] : ended_) {
    const auto found = rows.find(id);
    require(found != rows.end(), "a response is lost:\n" + kept.answers);
    const Kept& row = found->second;
    require(row.form_id == kept.form_id && row.status == kept.status && row.answers == kept.answers,
            fmt::format("a response changed from {}\n{}to {}\n{}", kept.status, kept.answers, row.status,
                        row.answers));
  }
}

// What was typed last is there, unless it is not asked or its instance of a repeat is gone.
void Ledger::remember_texts(const std::string& id, const std::string& answers, bool certain) {
  const std::string lines = "\n" + answers;
  for (const auto& [path, text] : typed_) {
    const bool there = has_line(lines, {path, text});
    if (there) typed_by_id_[id].insert(text);
    const bool asked = (lines.find("\n" + path + "=") != std::string::npos ||
                        lines.find("\n" + path + ":") != std::string::npos) &&
                       lines.find("\n" + path + ":not_asked\n") == std::string::npos;
    require(there || !certain || !asked, path + " is stored without " + text + ", which was typed there");
  }
}

void Ledger::check(Visit visit) {
  std::map<std::string, Kept> all = rows(store_);
  if (is_open()) {
    const auto found =  // at most one has not ended before
        std::ranges::find_if(all, [&](const auto& each) { return !ended_.contains(each.first); });
    std::string row = absent;
    if (found != all.end())
      row = (found->second.status == "finished" ? "finished\n" : "left\n") + found->second.answers;
    if (!possible_.contains(row)) {
      std::string expected;
      for (const std::string& each : possible_) expected += "[" + each + "]\n";
      throw Broken{fmt::format("the store has {}\n[{}]\nand should have\n{}",
                               found == all.end() ? "nothing" : found->second.status, row, expected)};
    }
    const bool certain = !in_doubt();
    possible_ = {row};
    if (!certain) std::erase_if(typed_, [&](const auto& each) { return !has_line(row, each); });
    if (found != all.end() && visit == Visit::is_over) {
      require(found->second.status != "draft", "the visit is over and still a draft");
      ended_[found->first] = found->second;
      remember_texts(found->first, found->second.answers, certain);
    }
    if (visit == Visit::is_over) open_ = false;
    if (found != all.end() && visit == Visit::goes_on) {
      require(found->second.status == "draft", "a visit that goes on is no draft");
      all.erase(found);
    }
  }
  check_ended(all);
}

void Ledger::check_bytes() const {
  if (deleted_texts_.empty()) return;
  for (const auto& entry : fs::directory_iterator{store_.parent_path()}) {
    const std::string bytes = bytes_of(entry.path());
    for (const std::string& text : deleted_texts_)
      require(bytes.find(text) == std::string::npos,
              "the deleted text " + text + " is in " + entry.path().filename().string());
  }
}

void Ledger::check_copy(const fs::path& copy) const {
  const std::string bytes = bytes_of(copy);
  std::set<std::string> unwanted = deleted_texts_;
  if (is_open()) unwanted.insert(ever_typed_.begin(), ever_typed_.end());
  for (const std::string& text : unwanted)
    require(bytes.find(text) == std::string::npos,
            "the text " + text + ", deleted or not yet given, is in the copy");
  check_ended(rows(copy));
}

void Ledger::check_export(const fs::path& folder) const {
  const auto report =
      sync::export_stores({.stores = {store_}, .folder = folder, .style = {}}, sync::load_kept_form);
  require(report.has_value(), report ? "" : "there is no export: " + report.error().message);
  require(report->warnings.empty(),
          "the export warns: " + (report->warnings.empty() ? "" : report->warnings[0]));
  std::set<std::string> keys, cells;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const auto rows = parsed_csv(bytes_of(entry.path()));
    const std::string name = entry.path().filename().string();
    for (const Row& row : rows) cells.insert(row.begin(), row.end());
    if (name.ends_with(".codebook.csv") || name.find("-r") != std::string::npos) continue;
    for (const Row& row : std::vector<Row>{rows.begin() + 1, rows.end()}) {
      const std::string key = cell_of(rows, row, "KEY");
      require(keys.insert(key).second, "the export has a response twice");
      require(ended_.contains(key), "the export has a response that did not end");
      require(ended_.at(key).status == cell_of(rows, row, "buurtpeil-status"),
              "the export has another status");
      require(ended_.at(key).form_id + ".csv" == name, "the export has a response in another form's file");
    }
  }
  require(keys.size() == ended_.size(), "the export lacks a response");
  for (const auto& [id, texts] : typed_by_id_)
    for (const std::string& text : texts) require(cells.contains(text), "the export lacks the text " + text);
  for (const std::string& text : deleted_texts_)
    require(!cells.contains(text), "the export has the deleted text " + text);
}

std::string Ledger::setting(const std::string& name) const {
  const auto rows = ask(store_, "SELECT value FROM setting WHERE name = '" + name + "'");
  return rows.empty() ? "" : rows[0][0];
}

long Ledger::finished() const {
  return std::ranges::count_if(ended_, [](const auto& each) { return each.second.status == "finished"; });
}

long Ledger::abandoned() const { return static_cast<long>(ended_.size()) - finished(); }

}  // namespace buurtpeil::simulation
