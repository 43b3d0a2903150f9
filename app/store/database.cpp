#include "store/database.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

namespace buurtpeil {
namespace {

// 0x42706569, as schema.sql writes it.
constexpr const char* our_application_id = "1114662249";

// A reader that recovers the journal holds its lock for milliseconds; a kiosk that waits longer than this has
// another problem.
constexpr int patience_ms = 2'000;
// One cell: a form's source or one of its attached files. Responses are far smaller.
constexpr int cell_limit_bytes = 256 * 1024 * 1024;

Error damaged(const std::string& name) {
  return {fmt::format("{}: is damaged; put it aside, with its -wal file, and start a new one", name),
          Fault::damaged};
}

// One sentence: the store, what happened in plain words, what to do. SQLite's own words never hold an answer.
Error sentence(sqlite3* handle, const std::string& name) {
  const int system = sqlite3_system_errno(handle);
  const std::string reason = system != 0 ? std::strerror(system) : sqlite3_errmsg(handle);
  const bool no_room = system == ENOSPC || system == EDQUOT || system == EFBIG;
  switch (const int code = sqlite3_errcode(handle) & 0xff;
          code == SQLITE_IOERR && no_room ? SQLITE_FULL : code) {
    case SQLITE_FULL:
      return {fmt::format("{}: the disk is full; free some space and start again", name), Fault::disk_full};
    case SQLITE_IOERR:
      return {fmt::format("{}: the disk reports an error ({}); check the disk and start again", name, reason),
              Fault::disk_fails};
    case SQLITE_CANTOPEN:
      return {fmt::format("{}: cannot be opened ({}); check the path and its permissions", name, reason),
              Fault::not_writable};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {fmt::format("{}: cannot be written; check its permissions and those of its folder", name),
              Fault::not_writable};
    case SQLITE_NOTADB:
      return {fmt::format("{}: is not a store of Buurtpeil; give another path", name), Fault::damaged};
    case SQLITE_CORRUPT:
      return damaged(name);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {fmt::format("{}: another program holds it; close that and try again", name), Fault::in_use};
    case SQLITE_TOOBIG:
      return {fmt::format("{}: a text is longer than the {} MB that a store takes; shorten it", name,
                          cell_limit_bytes >> 20)};
    case SQLITE_NOMEM:
      return {fmt::format("{}: there is not enough memory free; end other programs", name)};
    case SQLITE_ERROR:  // our statements fit every store that we made
      return {fmt::format("{}: is not as Buurtpeil made it ({}); restore the store from a copy", name,
                          sqlite3_errmsg(handle)),
              Fault::damaged};
    default:
      return {
          fmt::format("{}: cannot be used ({}); restore the store from a copy", name, sqlite3_errstr(code))};
  }
}

}  // namespace

Statement& Statement::bound(int result) {
  if (result != SQLITE_OK && !not_bound_) not_bound_ = sentence(sqlite3_db_handle(statement_.get()), name_);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  return bound(sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8));
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  return bound(sqlite3_bind_int64(statement_.get(), parameter, number));
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  // A null pointer would bind NULL, not the empty blob.
  return bound(sqlite3_bind_blob64(statement_.get(), parameter, bytes.empty() ? "" : bytes.data(),
                                   bytes.size(), SQLITE_TRANSIENT));
}

Statement& Statement::bind_null(int parameter) {
  return bound(sqlite3_bind_null(statement_.get(), parameter));
}

Statement& Statement::bind_from(int parameter, const Statement& row, int column) {
  return bound(
      sqlite3_bind_value(statement_.get(), parameter, sqlite3_column_value(row.statement_.get(), column)));
}

std::expected<bool, Error> Statement::step() {
  if (not_bound_) return std::unexpected(*std::exchange(not_bound_, std::nullopt));
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  const Error error = sentence(sqlite3_db_handle(statement_.get()), name_);
  sqlite3_reset(statement_.get());
  return std::unexpected(error);
}

std::expected<void, Error> Statement::run() {
  const auto row = step();
  if (!row) return std::unexpected(row.error());
  return {};
}

std::string_view Statement::view(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr && sqlite3_errcode(sqlite3_db_handle(statement_.get())) == SQLITE_NOMEM)
    throw std::bad_alloc{};  // not an empty answer
  return bytes == nullptr ? std::string_view{}
                          : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string Statement::text(int column) const { return std::string(view(column)); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::expected<Database, Error> Database::open(const std::filesystem::path& path, Access access,
                                              std::string name) {
  sqlite3* handle = nullptr;
  const int flags =
      access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int result =
      sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Database database{handle, std::move(name)};
  if (result != SQLITE_OK) return std::unexpected(database.error());
  sqlite3_busy_timeout(handle, patience_ms);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, cell_limit_bytes);
  return database;
}

std::expected<Statement, Error> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) !=
      SQLITE_OK)
    return std::unexpected(error());
  return Statement{statement, name_};
}

std::expected<void, Error> Database::run(const std::string& sql) const {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return std::unexpected(error());
  return {};
}

std::expected<std::string, Error> Database::cell(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  return *row ? statement->text(0) : "";
}

std::expected<bool, Error> Database::move_journal() const {
  sqlite3_busy_timeout(handle_.get(), 0);  // a visitor does not wait for somebody's export
  const int result =
      sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  const Error failure = result == SQLITE_OK ? Error{} : error();
  sqlite3_busy_timeout(handle_.get(), patience_ms);
  if (result == SQLITE_OK) return true;
  if ((result & 0xff) == SQLITE_BUSY) return false;
  return std::unexpected(failure);
}

Error Database::error() const { return sentence(handle_.get(), name_); }

std::expected<void, Error> verify(const Database& database) {
  const auto verdict = database.cell("PRAGMA quick_check(1)");
  if (!verdict) return std::unexpected(verdict.error());
  if (*verdict != "ok") return std::unexpected(damaged(database.name_));
  return {};
}

namespace {

std::expected<int, Error> version_of(const Database& database, const std::string& name) {
  auto select = database.prepare("PRAGMA user_version");
  if (!select) return std::unexpected(select.error());
  if (const auto row = select->step(); !row) return std::unexpected(row.error());
  const std::int64_t version = select->integer(0);
  if (version > schema_version)
    return std::unexpected(
        Error{fmt::format("{}: was written by a newer Buurtpeil (store version {}, this program knows {}); "
                          "update Buurtpeil",
                          name, version, schema_version)});
  if (version < 1)
    return std::unexpected(
        Error{fmt::format("{}: says that its version is {}, which no Buurtpeil wrote; restore the store from "
                          "a copy",
                          name, version),
              Fault::damaged});
  return static_cast<int>(version);
}

}  // namespace

std::expected<Identity, Error> identify(const Database& database, const std::string& name) {
  const auto application_id = database.cell("PRAGMA application_id");
  if (!application_id) return std::unexpected(application_id.error());
  const auto tables = database.cell("SELECT count(*) FROM sqlite_master");
  if (!tables) return std::unexpected(tables.error());
  if (*application_id == "0" && *tables == "0") return Identity{.empty = true};
  if (*application_id != our_application_id)
    return std::unexpected(
        Error{fmt::format("{}: is not a store of Buurtpeil; give another path", name), Fault::damaged});

  const auto version = version_of(database, name);
  if (!version) return std::unexpected(version.error());
  const auto kind = database.cell("SELECT kind FROM store");
  if (!kind) return std::unexpected(kind.error());
  if (*kind != "trial" && *kind != "real")
    return std::unexpected(
        Error{fmt::format("{}: does not say whether it is a trial; restore the store from a copy", name),
              Fault::damaged});
  return Identity{.version = *version, .kind = *kind == "trial" ? StoreKind::trial : StoreKind::real};
}

}  // namespace buurtpeil
