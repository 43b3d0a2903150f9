// A copy of a store for another disk. That disk must never hold anything else than the copy, not even for a
// moment in a journal: rows are selected before they are written, and written once.
#include <fmt/format.h>

#include "store/database.h"
#include "store/store.h"
#include "store/sync_folder.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

/// Leaves out the visit in progress.
constexpr const char* without_drafts = " WHERE status <> 'draft'";

/// The rows in their order: it is the order in which forms were first asked.
std::expected<void, Error> copy_rows(const Database& source, const Database& copy, const std::string& quoted,
                                     const std::string& which) {
  auto select = source.prepare(fmt::format("SELECT * FROM {}{}", quoted, which));
  if (!select) return std::unexpected(select.error());
  std::string places;
  for (int i = 0; i < select->columns(); ++i) places += i == 0 ? "?" : ", ?";
  auto insert = copy.prepare(fmt::format("INSERT INTO {} VALUES ({})", quoted, places));
  if (!insert) return std::unexpected(insert.error());
  while (true) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
    for (int i = 0; i < select->columns(); ++i) insert->bind_from(i + 1, *select, i);
    if (auto done = insert->run(); !done) return done;
  }
}

std::expected<void, Error> copy_tables(const Database& source, const Database& copy) {
  auto tables = source.prepare(
      "SELECT name, printf('\"%w\"', name), sql FROM sqlite_schema "
      "WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
  if (!tables) return std::unexpected(tables.error());
  while (true) {
    const auto row = tables->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
    if (auto made = copy.run(tables->text(2)); !made) return made;
    const std::string which = tables->text(0) == "response" ? without_drafts : "";
    if (auto copied = copy_rows(source, copy, tables->text(1), which); !copied) return copied;
  }
}

/// Indexes and triggers come after the rows: triggers would count them a second time.
std::expected<void, Error> copy_the_rest(const Database& source, const Database& copy) {
  auto others = source.prepare(
      "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL ORDER BY rowid");
  if (!others) return std::unexpected(others.error());
  while (true) {
    const auto row = others->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    if (auto made = copy.run(others->text(0)); !made) return made;
  }
  for (const char* mark : {"application_id", "user_version"}) {
    const auto value = source.cell(fmt::format("PRAGMA {}", mark));
    if (!value) return std::unexpected(value.error());
    if (auto set = copy.run(fmt::format("PRAGMA {} = {}", mark, *value)); !set) return set;
  }
  return {};
}

}  // namespace

std::expected<void, Error> copy_store(const fs::path& from, const fs::path& to) {
  const auto source = Database::open(from, Access::read_only, from.string());
  if (!source) return std::unexpected(source.error());
  if (const auto begun = source->run("BEGIN"); !begun) return begun;  // one moment, however long it takes
  if (const auto identity = identify(*source, from.string()); !identity)
    return std::unexpected(identity.error());

  const auto copy = Database::open(to, Access::read_write, to.string());
  if (!copy) return std::unexpected(copy.error());
  // No journal: a copy that fails is thrown away as a whole.
  if (const auto mode = copy->cell("PRAGMA journal_mode = OFF"); !mode) return std::unexpected(mode.error());
  if (auto begun = copy->run("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE");
      !begun)
    return begun;
  if (auto copied = copy_tables(*source, *copy); !copied) return copied;
  if (auto copied = copy_the_rest(*source, *copy); !copied) return copied;
  if (auto committed = copy->run("COMMIT"); !committed) return committed;

  const auto verdict = copy->cell("PRAGMA quick_check(1)");
  if (!verdict) return std::unexpected(verdict.error());
  if (*verdict != "ok")
    return std::unexpected(Error{to.string() + ": the copy is damaged; use another disk"});
  if (!sync_folder(fs::absolute(to).parent_path()))
    return std::unexpected(Error{to.string() + ": cannot be written to its end; use another disk"});
  return {};
}

}  // namespace buurtpeil
