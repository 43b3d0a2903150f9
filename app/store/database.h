// A thin layer over SQLite for this folder alone: handles that close themselves, and every failure as one
// sentence with its remedy.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "form/error.h"
#include "store/store.h"

namespace buurtpeil {

/// A prepared statement, used by the thread that uses its database. Parameters count from 1, columns from 0,
/// as SQLite counts them.
class Statement {
 public:
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);
  Statement& bind_from(int parameter, const Statement& row, int column);  ///< whatever is in that cell

  /// True: there is a row to read. False: done; it is reset and can run again with new parameters. A
  /// parameter that could not be bound is an error here.
  [[nodiscard]] std::expected<bool, Error> step();
  /// For statements that give no rows.
  [[nodiscard]] std::expected<void, Error> run();

  [[nodiscard]] std::string text(int column) const;       ///< also of blobs; "" for NULL
  [[nodiscard]] std::string_view view(int column) const;  ///< the same, in place until the next step
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_.get()); }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Statement(sqlite3_stmt* statement, std::string name) : statement_(statement), name_(std::move(name)) {}
  Statement& bound(int result);
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string name_;  ///< of the store, for messages
  std::optional<Error> not_bound_;
};

enum class Access { read_write, read_only };

/// Used by one thread at a time, whoever that is: SQLite takes no locks of its own for it. interrupt() is for
/// any thread.
class Database {
 public:
  /// Opens the file, creating it when it is to be written. `name` is what messages call it.
  [[nodiscard]] static std::expected<Database, Error> open(const std::filesystem::path& path, Access access,
                                                           std::string name);

  [[nodiscard]] std::expected<Statement, Error> prepare(std::string_view sql) const;
  /// Runs any number of statements that give no rows.
  [[nodiscard]] std::expected<void, Error> run(const std::string& sql) const;
  /// The first cell of the first row, "" when there is none.
  [[nodiscard]] std::expected<std::string, Error> cell(std::string_view sql) const;

  /// Moves the journal into the file and makes it empty. True when done, false when a reader keeps it in use
  /// (try again later).
  [[nodiscard]] std::expected<bool, Error> move_journal() const;

  /// Ends what runs on another thread, with an error there.
  void interrupt() const { sqlite3_interrupt(handle_.get()); }

  /// Rows that the last statement changed.
  [[nodiscard]] int changes() const { return sqlite3_changes(handle_.get()); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  Database(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}
  friend std::expected<void, Error> verify(const Database& database);
  [[nodiscard]] Error error() const;
  std::unique_ptr<sqlite3, Close> handle_;
  std::string name_;
};

/// Reads the whole file; an error when it is damaged.
[[nodiscard]] std::expected<void, Error> verify(const Database& database);

/// The version that schema.sql is.
inline constexpr int schema_version = 5;

/// What a store says of itself; an error when it is no store, or of a version that this program does not
/// know. `empty`: a file without any table yet.
struct Identity {
  bool empty = false;
  int version = 0;
  StoreKind kind = StoreKind::real;
};
[[nodiscard]] std::expected<Identity, Error> identify(const Database& database, const std::string& name);

}  // namespace buurtpeil
