#include "map/tile_file.h"

#include <algorithm>

#include <fmt/format.h>
#include <sqlite3.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "map/tile_head.h"

namespace buurtpeil {
namespace {

/// What SQLite gives of one cell at most.
constexpr int cell_limit_bytes = 4 * 1024 * 1024;
/// How often it asks whether the time is over, in instructions of its virtual machine.
constexpr int instructions_between = 1'000;

constexpr const char* how_to_make = "make one with QGIS, \"Generate XYZ tiles (MBTiles)\"";

struct CloseFile {
  void operator()(sqlite3* file) const { sqlite3_close_v2(file); }
};
struct FinalizeQuery {
  void operator()(sqlite3_stmt* query) const { sqlite3_finalize(query); }
};
using Query = std::unique_ptr<sqlite3_stmt, FinalizeQuery>;

struct Deadline {
  std::chrono::milliseconds limit;
  std::chrono::steady_clock::time_point end;
  void begin() { end = std::chrono::steady_clock::now() + limit; }
};

int is_over(void* deadline) {
  return std::chrono::steady_clock::now() >= static_cast<Deadline*>(deadline)->end ? 1 : 0;
}

/// SQLite's own spelling of a file that nobody writes while it is read: no locks, no journal beside it.
std::string address_of(const std::filesystem::path& path) {
  std::string address = "file:";
  for (const char sign : path.string()) {
    if (sign == '?' || sign == '#' || sign == '%')
      address += fmt::format("%{:02X}", static_cast<unsigned char>(sign));
    else
      address += sign;
  }
  std::error_code ignored;
  const bool has_journal = std::filesystem::exists(path.string() + "-wal", ignored) ||
                           std::filesystem::exists(path.string() + "-journal", ignored);
  return address + (has_journal ? "?mode=ro" : "?mode=ro&immutable=1");
}

std::expected<std::string, std::string> unpacked(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 32) != Z_OK)
    return std::unexpected("there is not enough memory");  // gzip or zlib
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib's interface; it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string all;
  std::array<char, 64 * 1024> part;
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = static_cast<uInt>(part.size());
    result = inflate(&stream, Z_NO_FLUSH);
    all.append(part.data(), part.size() - stream.avail_out);
    if (all.size() > max_tile_bytes) return std::unexpected("is larger than 8 MB when it is unpacked");
  }
  if (result != Z_STREAM_END) return std::unexpected("is packed in a damaged way");
  return all;
}

bool is_packed(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x78\x9C") || bytes.starts_with("\x78\xDA") ||
         bytes.starts_with("\x78\x01");
}

}  // namespace

struct TileFile::State {
  std::filesystem::path path;
  std::string name;  // for messages
  Deadline deadline;
  std::unique_ptr<sqlite3, CloseFile> file;
  Query one_tile;
  TileFileHead head;

  /// What went wrong last, as a sentence.
  [[nodiscard]] std::string sentence() const {
    const int code = sqlite3_errcode(file.get()) & 0xFF;
    const int system = sqlite3_system_errno(file.get());
    switch (code) {
      case SQLITE_NOTADB:
        return fmt::format("{}: is no MBTiles file; {}", name, how_to_make);
      case SQLITE_CORRUPT:
        return fmt::format("{}: is damaged; copy it here once more", name);
      case SQLITE_INTERRUPT:
        return fmt::format("{}: takes longer than {} s to read; its tables lack an index, {}", name,
                           static_cast<double>(deadline.limit.count()) / 1000, how_to_make);
      case SQLITE_TOOBIG:
        return fmt::format("{}: holds a tile or a text larger than 4 MB", name);
      case SQLITE_CANTOPEN:
        return fmt::format("{}: cannot be opened ({})", name, std::strerror(system != 0 ? system : ENOENT));
      default:
        return fmt::format("{}: cannot be read ({})", name, sqlite3_errmsg(file.get()));
    }
  }

  [[nodiscard]] std::expected<Query, std::string> prepare(std::string_view sql) {
    deadline.begin();
    sqlite3_stmt* query = nullptr;
    if (sqlite3_prepare_v2(file.get(), sql.data(), static_cast<int>(sql.size()), &query, nullptr) ==
        SQLITE_OK)
      return Query(query);
    if ((sqlite3_errcode(file.get()) & 0xFF) != SQLITE_ERROR) return std::unexpected(sentence());
    return std::unexpected(fmt::format("{}: is SQLite but no MBTiles file ({}); {}", name,
                                       sqlite3_errmsg(file.get()), how_to_make));
  }

  /// True: there is a row.
  [[nodiscard]] std::expected<bool, std::string> step(sqlite3_stmt* query) {
    const int result = sqlite3_step(query);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return std::unexpected(sentence());
  }

  [[nodiscard]] static std::string_view bytes(sqlite3_stmt* query, int column) {
    const void* data = sqlite3_column_blob(query, column);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(query, column))};
  }

  [[nodiscard]] std::expected<void, std::string> open_file();
  [[nodiscard]] std::expected<std::vector<MetadataRow>, std::string> metadata();
  [[nodiscard]] std::expected<std::string, std::string> read_zooms();
};

std::expected<void, std::string> TileFile::State::open_file() {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(address_of(path).c_str(), &handle,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  file.reset(handle);
  if (result != SQLITE_OK) return std::unexpected(sentence());
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, cell_limit_bytes);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler(handle, instructions_between, is_over, &deadline);
  return {};
}

std::expected<std::vector<MetadataRow>, std::string> TileFile::State::metadata() {
  auto query = prepare("SELECT name, value FROM metadata LIMIT 100");
  if (!query) return std::unexpected(query.error());
  std::vector<MetadataRow> rows;
  while (true) {
    const auto row = step(query->get());
    if (!row) return std::unexpected(row.error());
    if (!*row) return rows;
    rows.push_back({std::string(bytes(query->get(), 0)), std::string(bytes(query->get(), 1))});
  }
}

// Each zoom by itself: smallest and largest of a view are looked for in every row of it.
std::expected<std::string, std::string> TileFile::State::read_zooms() {
  auto query = prepare("SELECT 1 FROM tiles WHERE zoom_level = ?1 LIMIT 1");
  if (!query) return std::unexpected(query.error());
  std::optional<int> least;
  for (int zoom = 0; zoom <= deepest_zoom; ++zoom) {
    sqlite3_bind_int(query->get(), 1, zoom);
    const auto row = step(query->get());
    if (!row) return std::unexpected(row.error());
    if (*row) {
      least = least.value_or(zoom);
      head.most_zoom = zoom;
    }
    sqlite3_reset(query->get());
  }
  if (!least) return std::unexpected(fmt::format("{}: has no tiles; {}", name, how_to_make));
  head.least_zoom = *least;
  auto first = prepare("SELECT tile_data FROM tiles WHERE zoom_level = ?1 LIMIT 1");
  if (!first) return std::unexpected(first.error());
  sqlite3_bind_int(first->get(), 1, *least);
  const auto row = step(first->get());
  if (!row) return std::unexpected(row.error());
  return std::string(bytes(first->get(), 0));
}

TileFile::TileFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
TileFile::TileFile(TileFile&&) noexcept = default;
TileFile& TileFile::operator=(TileFile&&) noexcept = default;
TileFile::~TileFile() = default;

std::expected<TileFile, std::string> TileFile::open(const std::filesystem::path& path,
                                                    std::chrono::milliseconds time_limit) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->name = path.filename().string();
  state->deadline.limit = time_limit;
  if (const auto opened = state->open_file(); !opened) return std::unexpected(opened.error());
  const auto first_tile = state->read_zooms();
  if (!first_tile) return std::unexpected(first_tile.error());
  const auto rows = state->metadata();
  if (!rows) return std::unexpected(rows.error());
  const auto problem = read_head(*rows, *first_tile, path.stem().string(), state->head);
  if (!problem.empty()) return std::unexpected(fmt::format("{}: {}", state->name, problem));
  auto query = state->prepare(
      "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
  if (!query) return std::unexpected(query.error());
  state->one_tile = *std::move(query);
  return TileFile(std::move(state));
}

const TileFileHead& TileFile::head() const { return state_->head; }
const std::filesystem::path& TileFile::path() const { return state_->path; }

std::expected<std::string, std::string> TileFile::tile(TileId id) const {
  if (id.zoom < 0 || id.zoom > deepest_zoom) return "";
  sqlite3_stmt* query = state_->one_tile.get();
  sqlite3_bind_int(query, 1, id.zoom);
  sqlite3_bind_int(query, 2, id.x);
  sqlite3_bind_int(query, 3, (1 << id.zoom) - 1 - id.y);  // counted from the south
  state_->deadline.begin();
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> reset(query, &sqlite3_reset);
  const auto row = state_->step(query);
  if (!row) return std::unexpected(row.error());
  if (!*row) return "";
  const std::string_view bytes = State::bytes(query, 0);
  const auto wrong = [&](std::string_view what) {
    return std::unexpected(fmt::format("{}: tile {}/{}/{} {}", state_->name, id.zoom, id.x, id.y, what));
  };
  if (bytes.size() > max_packed_tile_bytes) return wrong("is larger than 2 MB");
  if (state_->head.format != TileFormat::vector || !is_packed(bytes)) return std::string(bytes);
  auto tile = unpacked(bytes);
  if (!tile) return wrong(tile.error());
  return *std::move(tile);
}

std::expected<std::vector<TileId>, std::string> TileFile::tiles_in(const GeoBox& box, int zoom,
                                                                   std::size_t most) const {
  std::vector<TileId> found;
  if (box.is_empty() || zoom < 0 || zoom > deepest_zoom) return found;
  const WorldBox world = world_of(box);
  const TileId first = tile_at({world.left, world.top}, zoom),
               last = tile_at({world.right, world.bottom}, zoom);
  const int last_row = (1 << zoom) - 1;
  auto query = state_->prepare(
      "SELECT tile_column, tile_row FROM tiles WHERE zoom_level = ?1 AND tile_column BETWEEN ?2 AND ?3 "
      "AND tile_row BETWEEN ?4 AND ?5 LIMIT ?6");
  if (!query) return std::unexpected(query.error());
  const std::array<int, 6> values{zoom,
                                  first.x,
                                  last.x,
                                  last_row - last.y,
                                  last_row - first.y,
                                  static_cast<int>(std::min<std::size_t>(most, 1'000'000))};
  for (std::size_t i = 0; i < values.size(); ++i)
    sqlite3_bind_int(query->get(), static_cast<int>(i) + 1, values[i]);
  while (true) {
    const auto row = state_->step(query->get());
    if (!row) return std::unexpected(row.error());
    if (!*row) break;
    found.push_back({.zoom = zoom,
                     .x = sqlite3_column_int(query->get(), 0),
                     .y = last_row - sqlite3_column_int(query->get(), 1)});
  }
  std::ranges::sort(
      found, [](const TileId& a, const TileId& b) { return std::pair(a.y, a.x) < std::pair(b.y, b.x); });
  return found;
}

std::vector<std::filesystem::path> maps_beside(const std::filesystem::path& form) {
  std::vector<std::filesystem::path> maps;
  std::error_code error;
  const std::filesystem::path folder = form.has_parent_path() ? form.parent_path() : ".";
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       entry != std::filesystem::directory_iterator(); entry.increment(error))
    if (entry->path().extension() == ".mbtiles") maps.push_back(entry->path());
  std::ranges::sort(maps);
  return maps;
}

}  // namespace buurtpeil
