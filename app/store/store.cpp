#include "store/store.h"

#include <fmt/format.h>

#include <utility>

#include "store/answers.h"
#include "store/database.h"
#include "store/row.h"
#include "store/schema.h"
#include "store/writer_lock.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

const char* name_of(StoreKind kind) { return kind == StoreKind::trial ? "trial" : "real"; }

std::expected<void, Error> make_folder_of(const fs::path& path) {
  std::error_code code;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), code);
  if (code)
    return std::unexpected(
        Error{fmt::format("{}: its folder cannot be made ({}); choose another place for the store",
                          path.string(), code.message()),
              Fault::not_writable});
  return {};
}

std::expected<void, Error> check_kind(const Identity& identity, StoreKind kind, const std::string& name) {
  if (identity.empty || identity.kind == kind) return {};
  return std::unexpected(Error{
      identity.kind == StoreKind::trial
          ? fmt::format("{}: is a trial store; give a real one another path, or start with --trial", name)
          : fmt::format("{}: holds real answers; a trial (--trial, --robot) needs a store of its own",
                        name)});
}

// Whole transactions only: an unfinished one is rolled back by the destructor.
class Transaction {
 public:
  explicit Transaction(const Database& database) : database_(database) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (open_) static_cast<void>(database_.run("ROLLBACK"));
  }
  std::expected<void, Error> begin() {
    auto begun = database_.run("BEGIN IMMEDIATE");
    open_ = begun.has_value();
    return begun;
  }
  std::expected<void, Error> commit() {
    auto committed = database_.run("COMMIT");
    if (committed) open_ = false;
    return committed;
  }

 private:
  const Database& database_;
  bool open_ = false;
};

std::expected<void, Error> create(const Database& database, StoreKind kind) {
  Transaction transaction{database};
  if (auto begun = transaction.begin(); !begun) return begun;
  if (auto made = database.run(schema_sql); !made) return made;
  if (auto marked = database.run(fmt::format("INSERT INTO store (kind) VALUES ('{}')", name_of(kind)));
      !marked)
    return marked;
  return transaction.commit();
}

std::expected<void, Error> upgrade(const Database& database, int version) {
  static_assert(migrations.size() == schema_version - 1);
  Transaction transaction{database};
  if (auto begun = transaction.begin(); !begun) return begun;
  for (int next = version; next < schema_version; ++next)
    if (auto made = database.run(migrations.at(next - 1)); !made) return made;
  if (auto marked = database.run(fmt::format("PRAGMA user_version = {}", schema_version)); !marked)
    return marked;
  return transaction.commit();
}

// synchronous=FULL: in WAL mode each commit is synced before it returns. secure_delete: what is removed is
// overwritten with zeros.
std::expected<void, Error> prepare_for_writing(const Database& database, const std::string& name) {
  const auto mode = database.cell("PRAGMA journal_mode = WAL");
  if (!mode) return std::unexpected(mode.error());
  if (*mode != "wal")
    return std::unexpected(
        Error{fmt::format("{}: this disk does not support a write-ahead log; choose a local disk", name)});
  return database.run(
      "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = "
      "MEMORY");
}

}  // namespace

struct Store::Connection {
  std::string name;  ///< the path, for messages
  WriterLock lock;   ///< released last
  Database database;
  Statement upsert;
  Statement count;
  std::optional<Error> first_failure;  ///< of a write
  bool journal_in_use =
      false;  ///< a reader kept the journal from being moved: try again after the next write

  /// Runs a write. After one failed, nothing is written any more: pages that failed to sync are lost, and
  /// SQLite cannot know which.
  template <class Work>
  std::expected<void, Error> write(Work work) {
    if (first_failure)
      return std::unexpected(
          Error{"nothing is saved any more since an earlier failure; start again: " + first_failure->message,
                first_failure->fault});
    std::expected<void, Error> done = work();
    if (!done) first_failure = done.error();
    return done;
  }

  std::expected<void, Error> move_journal() {
    const auto moved = database.move_journal();
    if (!moved) return std::unexpected(moved.error());
    journal_in_use = !*moved;
    return {};
  }

  /// What is to be erased is gone, and so is the note of it.
  std::expected<void, Error> erase_noted() {
    auto remove = database.prepare("DELETE FROM response WHERE id = ?");
    if (!remove) return std::unexpected(remove.error());
    for (const std::string& id : lock.to_erase())
      if (auto done = remove->bind(1, id).run(); !done) return done;
    if (auto moved = move_journal(); !moved) return moved;
    if (!lock.to_erase().empty()) lock.forget();
    return {};
  }

  std::expected<void, Error> put_row(const Response& response, const Draft* draft) {
    bind_response(upsert, response);
    if (draft != nullptr)
      upsert.bind(16, draft->place).bind(17, draft->working);
    else
      upsert.bind_null(16).bind_null(17);
    if (auto done = upsert.run(); !done) return done;
    if (database.changes() != 1)
      return std::unexpected(Error{
          fmt::format("{}: response {} was stored already and does not change any more", name, response.id)});
    return {};
  }

  std::expected<void, Error> put(const Draft& draft) {
    if (auto done = put_row(draft.response, &draft); !done) return done;
    return journal_in_use ? move_journal() : std::expected<void, Error>{};
  }

  std::expected<void, Error> put(const Response& response, const std::string& round,
                                 const std::vector<ResultRow>& results) {
    Transaction transaction{database};
    if (auto begun = transaction.begin(); !begun) return begun;
    if (auto done = put_row(response, nullptr); !done) return done;
    for (const ResultRow& row : results) {
      count.bind(1, response.form_id).bind(2, round).bind(3, row.question).bind(4, row.place);
      count.bind(5, row.published_people).bind(6, to_json(row.published));
      count.bind(7, row.waiting_people).bind(8, to_json(row.waiting)).bind(9, row.together);
      if (row.only_place)
        count.bind(10, *row.only_place);
      else
        count.bind_null(10);
      if (auto done = count.bind(11, row.since).bind(12, row.until).run(); !done) return done;
    }
    if (auto done = transaction.commit(); !done) return done;
    return move_journal();
  }
};

std::expected<Store, Error> Store::open(const fs::path& given, StoreKind kind, Verify verify_when) {
  std::error_code code;
  fs::path path = fs::weakly_canonical(given, code);  // one store, one lock, whichever link led here
  if (code) path = given;
  const std::string name = path.string();
  if (auto made = make_folder_of(path); !made) return std::unexpected(made.error());
  auto lock = WriterLock::take(path);
  if (!lock) return std::unexpected(lock.error());
  auto database = Database::open(path, Access::read_write, name);
  if (!database) return std::unexpected(database.error());

  // First what it is, without changing a byte of a file that may be somebody else's.
  const auto identity = identify(*database, name);
  if (!identity) return std::unexpected(identity.error());
  if (auto same = check_kind(*identity, kind, name); !same) return std::unexpected(same.error());
  if (auto ready = prepare_for_writing(*database, name); !ready) return std::unexpected(ready.error());
  if (identity->empty) {
    if (auto created = create(*database, kind); !created) return std::unexpected(created.error());
  } else if (verify_when == Verify::first || identity->version < schema_version) {
    if (auto sound = verify(*database); !sound) return std::unexpected(sound.error());
  }
  if (!identity->empty && identity->version < schema_version)
    if (auto done = upgrade(*database, identity->version); !done) return std::unexpected(done.error());
  auto upsert =
      database->prepare(fmt::format("INSERT INTO response ({}, tenths, place, working) VALUES (?1, ?2, ?3, "
                                    "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
                                    "ON CONFLICT (id) DO UPDATE SET (form_id, form_version, form_hash, "
                                    "status, language, kiosk, occasion, started, ended, "
                                    "ended_ms, seconds, answers, doubt, tenths, place, working) = (?2, ?3, "
                                    "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
                                    "WHERE response.status = 'draft'",
                                    response_columns));
  if (!upsert) return std::unexpected(upsert.error());
  auto count = database->prepare(
      "INSERT OR REPLACE INTO result (form_id, round, question, place, published_people, published, "
      "waiting_people, waiting, together, only_place, since, until) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!count) return std::unexpected(count.error());
  auto connection = std::make_unique<Connection>(Connection{.name = name,
                                                            .lock = std::move(*lock),
                                                            .database = std::move(*database),
                                                            .upsert = std::move(*upsert),
                                                            .count = std::move(*count),
                                                            .first_failure = {},
                                                            .journal_in_use = false});
  if (auto erased = connection->erase_noted(); !erased) return std::unexpected(erased.error());
  return Store{std::move(connection)};
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::expected<std::string, Error> Store::keep_form(const Form& form, Moment now) {
  const Database& database = connection_->database;
  const auto kept = connection_->write([&]() -> std::expected<void, Error> {
    Transaction transaction{database};
    if (auto begun = transaction.begin(); !begun) return begun;
    auto insert = database.prepare(
        "INSERT INTO form (form_id, version, hash, file, source, first_used) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING");
    if (!insert) return std::unexpected(insert.error());
    insert->bind(1, form.id).bind(2, form.version).bind(3, form.hash).bind(4, form.file);
    insert->bind_blob(5, form.source).bind(6, to_iso_local(now));
    if (auto done = insert->run(); !done) return done;
    auto attach = database.prepare(
        "INSERT INTO attachment (form_id, hash, name, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    if (!attach) return std::unexpected(attach.error());
    for (const auto& [file, content] : form.attachments) {
      attach->bind(1, form.id).bind(2, form.hash).bind(3, file).bind_blob(4, content);
      if (auto done = attach->run(); !done) return done;
    }
    auto note = database.prepare(
        "INSERT INTO media (form_id, hash, name, sha256, first_used) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING");
    if (!note) return std::unexpected(note.error());
    for (const auto& [name, file] : form.media) {
      note->bind(1, form.id).bind(2, form.hash).bind(3, name).bind(4, file.hash).bind(5, to_iso_local(now));
      if (auto done = note->run(); !done) return done;
    }
    return transaction.commit();
  });
  if (!kept) return std::unexpected(kept.error());

  auto others = database.prepare("SELECT count(*) FROM form WHERE form_id = ? AND version = ? AND hash <> ?");
  if (!others) return std::unexpected(others.error());
  const auto row = others->bind(1, form.id).bind(2, form.version).bind(3, form.hash).step();
  if (!row) return std::unexpected(row.error());
  if (others->integer(0) == 0) return "";
  return fmt::format(
      "{}: was changed but still says version '{}'; give it a new version, so that the answers can be told "
      "apart",
      form.file, form.version);
}

std::expected<void, Error> Store::save(const Draft& draft) {
  return connection_->write([&] { return connection_->put(draft); });
}

std::expected<void, Error> Store::save(const Response& response, const std::string& round,
                                       const std::vector<ResultRow>& results) {
  return connection_->write([&] { return connection_->put(response, round, results); });
}

std::expected<std::vector<ResultRow>, Error> Store::results(const std::string& form_id,
                                                            const std::string& round) const {
  auto select = connection_->database.prepare(
      "SELECT question, place, published_people, published, waiting_people, waiting, together, only_place, "
      "only_place IS NULL, since, until FROM result WHERE form_id = ? AND round = ? ORDER BY question, "
      "place");
  if (!select) return std::unexpected(select.error());
  select->bind(1, form_id).bind(2, round);
  std::vector<ResultRow> rows;
  while (true) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return rows;
    auto published = numbers_from(select->view(3)), waiting = numbers_from(select->view(5));
    if (!published || !waiting)
      return std::unexpected(
          Error{fmt::format("{}: the results of question {} are not as Buurtpeil writes them; restore the "
                            "store from a copy",
                            connection_->name, select->view(0)),
                Fault::damaged});
    rows.push_back({select->text(0), select->text(1), select->integer(2), std::move(*published),
                    select->integer(4), std::move(*waiting), select->integer(6), std::nullopt,
                    select->text(9), select->text(10)});
    if (select->integer(8) == 0) rows.back().only_place = select->text(7);
  }
}

std::expected<void, Error> Store::erase(const std::string& response_id) {
  // Should the note fail, the erasure itself may succeed all the same; if it does not, its error is the one.
  static_cast<void>(connection_->lock.note(response_id));
  return connection_->write([&] { return connection_->erase_noted(); });
}

std::expected<std::optional<Draft>, Error> Store::draft() const {
  auto select = connection_->database.prepare(fmt::format(
      "SELECT {}, place, working FROM response WHERE status = 'draft' ORDER BY ended_ms DESC, id LIMIT 1",
      response_columns));
  if (!select) return std::unexpected(select.error());
  const auto row = select->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  AnswersReader answers;
  const auto response = response_of(*select, answers, connection_->name);
  if (!response) return std::unexpected(response.error());
  return Draft{copy_of(*response), select->text(response_column_count),
               select->text(response_column_count + 1)};
}

std::expected<void, Error> Store::abandon_drafts() {
  return connection_->write([&]() -> std::expected<void, Error> {
    const auto done = connection_->database.run(
        "UPDATE response SET status = 'abandoned', place = NULL, working = NULL WHERE status = 'draft'");
    if (!done) return done;
    return connection_->move_journal();
  });
}

std::expected<Store::Counts, Error> Store::counts(const std::string& day) const {
  auto select = connection_->database.prepare("SELECT status, responses FROM tally WHERE day = ?");
  if (!select) return std::unexpected(select.error());
  select->bind(1, day);
  Counts counts;
  while (true) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return counts;
    (select->text(0) == "finished" ? counts.finished : counts.abandoned) = select->integer(1);
  }
}

std::expected<std::map<std::string, std::string>, Error> Store::settings() const {
  auto select = connection_->database.prepare("SELECT name, value FROM setting");
  if (!select) return std::unexpected(select.error());
  std::map<std::string, std::string> settings;
  while (true) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return settings;
    settings[select->text(0)] = select->text(1);
  }
}

std::expected<void, Error> Store::set(const std::string& name, const std::string& value) {
  return connection_->write([&]() -> std::expected<void, Error> {
    auto upsert = connection_->database.prepare(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
        "excluded.value");
    if (!upsert) return std::unexpected(upsert.error());
    return upsert->bind(1, name).bind(2, value).run();
  });
}

std::expected<void, Error> Store::move_journal() {
  return connection_->write([&] { return connection_->move_journal(); });
}

bool Store::journal_is_moved() const { return !connection_->journal_in_use; }

}  // namespace buurtpeil
