#include <fmt/format.h>

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "store/database.h"
#include "store/row.h"
#include "store/store.h"

namespace buurtpeil {
namespace {

namespace fs = std::filesystem;

/// A private temporary folder, removed with everything in it when it goes out of scope.
class TemporaryFolder {
 public:
  static std::expected<TemporaryFolder, Error> make() {
    std::error_code code;
    std::string path = (fs::temp_directory_path(code) / "buurtpeil-XXXXXX").string();
    if (code || ::mkdtemp(path.data()) == nullptr)  // mode 0700
      return std::unexpected(
          Error{fmt::format("{}: no temporary folder can be made; set TMPDIR to a writable one", path)});
    return TemporaryFolder{path};
  }
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder() {
    std::error_code code;
    if (!path_.empty()) fs::remove_all(path_, code);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {}
  fs::path path_;
};

fs::path journal_of(const fs::path& store) { return store.string() + "-wal"; }

/// Changes whenever the store or its journal is written, so that a copy made in between is noticed.
struct State {
  std::uintmax_t size = 0, journal_size = 0;
  fs::file_time_type time, journal_time;
  bool operator==(const State&) const = default;
};

State state_of(const fs::path& store) {
  std::error_code code;
  State state;
  state.size = fs::file_size(store, code);
  state.time = fs::last_write_time(store, code);
  const bool journal = fs::exists(journal_of(store), code);
  if (journal) state.journal_size = fs::file_size(journal_of(store), code);
  if (journal) state.journal_time = fs::last_write_time(journal_of(store), code);
  return state;
}

std::expected<fs::path, Error> copy_to(const fs::path& folder, const fs::path& store) {
  constexpr int tries = 5;
  const fs::path copy = folder / "store";
  for (int i = 0; i < tries; ++i) {
    const State before = state_of(store);
    std::error_code code;
    fs::copy_file(store, copy, fs::copy_options::overwrite_existing, code);
    if (code)
      return std::unexpected(Error{fmt::format("{}: cannot be read ({})", store.string(), code.message())});
    fs::remove(journal_of(copy), code);
    if (fs::exists(journal_of(store), code)) fs::copy_file(journal_of(store), journal_of(copy), code);
    if (!code && state_of(store) == before) return copy;
  }
  return std::unexpected(Error{
      fmt::format("{}: is written all the time and its folder is read-only; try again when the kiosk is idle",
                  store.string())});
}

// Read-only all the same: a copy's journal is replayed by SQLite in its private folder.
std::expected<Database, Error> open_and_try(const fs::path& path, const std::string& name) {
  auto database = Database::open(path, Access::read_only, name);
  if (!database) return database;
  if (const auto tried = database->cell("SELECT count(*) FROM sqlite_master"); !tried)
    return std::unexpected(tried.error());
  return database;
}

}  // namespace

struct StoreReader::Connection {
  std::string name;
  Database database;
  StoreKind kind;
  const char* columns;  ///< of responses, as this version has them
};

std::expected<StoreReader, Error> StoreReader::open(const fs::path& path) {
  const std::string name = path.string();
  std::error_code code;
  const auto type = fs::status(path, code).type();
  if (type == fs::file_type::none)
    return std::unexpected(
        Error{fmt::format("{}: cannot be read ({}); check its permissions", name, code.message())});
  if (type != fs::file_type::regular)
    return std::unexpected(Error{fmt::format("{}: there is no such store; check the path", name)});
  // The copy holds the visit in progress too. It is unlinked as soon as it is open, when this function
  // returns, so that nothing is left behind however the program ends.
  std::optional<TemporaryFolder> folder;
  auto database = open_and_try(path, name);
  if (!database && ::access(fs::absolute(path).parent_path().c_str(), W_OK) != 0) {
    auto made = TemporaryFolder::make();
    if (!made) return std::unexpected(made.error());
    folder.emplace(std::move(*made));
    const auto copy = copy_to(folder->path(), fs::absolute(path));
    if (!copy) return std::unexpected(copy.error());
    database = open_and_try(*copy, name);
  }
  if (!database) return std::unexpected(database.error());
  // Nothing that a file brings along (views, triggers) may call functions of ours.
  if (auto careful = database->run(
          "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
      !careful)
    return std::unexpected(careful.error());
  if (auto begun = database->run("BEGIN"); !begun)
    return std::unexpected(begun.error());  // one moment, however long it takes
  const auto identity = identify(*database, name);
  if (!identity) return std::unexpected(identity.error());
  if (identity->empty)
    return std::unexpected(Error{fmt::format("{}: is not a store of Buurtpeil; give another path", name)});
  return StoreReader{std::make_unique<Connection>(
      Connection{.name = name,
                 .database = std::move(*database),
                 .kind = identity->kind,
                 .columns = identity->version < 5 ? version_4_columns : response_columns})};
}

StoreReader::StoreReader(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
StoreReader::StoreReader(StoreReader&&) noexcept = default;
StoreReader& StoreReader::operator=(StoreReader&&) noexcept = default;
StoreReader::~StoreReader() = default;

StoreKind StoreReader::kind() const { return connection_->kind; }

std::expected<std::vector<KeptForm>, Error> StoreReader::forms() const {
  const Database& database = connection_->database;
  auto select =
      database.prepare("SELECT form_id, version, hash, file, source, first_used FROM form ORDER BY rowid");
  if (!select) return std::unexpected(select.error());
  auto attached =
      database.prepare("SELECT name, content FROM attachment WHERE form_id = ? AND hash = ? ORDER BY name");
  if (!attached) return std::unexpected(attached.error());
  std::vector<KeptForm> forms;
  while (true) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return forms;
    KeptForm form{
        select->text(0), select->text(1), select->text(2), select->text(3), select->text(4), {}, {}};
    if (!from_iso(select->text(5), form.first_used))
      return std::unexpected(
          Error{fmt::format("{}: form {} is not as Buurtpeil writes it; restore the store from a copy",
                            connection_->name, form.form_id)});
    attached->bind(1, form.form_id).bind(2, form.hash);
    while (true) {
      const auto file = attached->step();
      if (!file) return std::unexpected(file.error());
      if (!*file) break;
      form.attachments[attached->text(0)] = attached->text(1);
    }
    forms.push_back(std::move(form));
  }
}

struct ResponseCursor::Rows {
  std::string name;
  Statement select;
  AnswersReader answers = {};
  StoredResponse here = {};
};

ResponseCursor::ResponseCursor(std::unique_ptr<Rows> rows) : rows_(std::move(rows)) {}
ResponseCursor::ResponseCursor(ResponseCursor&&) noexcept = default;
ResponseCursor& ResponseCursor::operator=(ResponseCursor&&) noexcept = default;
ResponseCursor::~ResponseCursor() = default;

std::expected<const StoredResponse*, Error> ResponseCursor::next() {
  const auto row = rows_->select.step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return nullptr;
  const auto response = response_of(rows_->select, rows_->answers, rows_->name);
  if (!response) return std::unexpected(response.error());
  rows_->here = *response;
  return &rows_->here;
}

std::expected<ResponseCursor, Error> StoreReader::cursor(const std::string& form_id) const {
  auto select = connection_->database.prepare(
      fmt::format("SELECT {} FROM response WHERE form_id = ? AND status <> 'draft' ORDER BY ended_ms, id",
                  connection_->columns));
  if (!select) return std::unexpected(select.error());
  select->bind(1, form_id);
  return ResponseCursor{
      std::make_unique<ResponseCursor::Rows>(ResponseCursor::Rows{connection_->name, std::move(*select)})};
}

std::expected<void, Error> StoreReader::responses(const std::string& form_id,
                                                  const std::function<void(const Response&)>& each) const {
  auto rows = cursor(form_id);
  if (!rows) return std::unexpected(rows.error());
  while (true) {
    const auto response = rows->next();
    if (!response) return std::unexpected(response.error());
    if (*response == nullptr) return {};
    each(copy_of(**response));
  }
}

std::expected<std::optional<Response>, Error> StoreReader::find(std::string_view response_id) const {
  auto select = connection_->database.prepare(
      fmt::format("SELECT {} FROM response WHERE id = ? AND status <> 'draft'", connection_->columns));
  if (!select) return std::unexpected(select.error());
  select->bind(1, response_id);
  ResponseCursor cursor{
      std::make_unique<ResponseCursor::Rows>(ResponseCursor::Rows{connection_->name, std::move(*select)})};
  const auto response = cursor.next();
  if (!response) return std::unexpected(response.error());
  return *response == nullptr ? std::nullopt : std::optional(copy_of(**response));
}

}  // namespace buurtpeil
