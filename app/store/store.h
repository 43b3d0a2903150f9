// What was answered, safe on the disk: one SQLite file a kiosk, described by schema.sql. This folder is the
// only one that includes <sqlite3.h>. One writer, the kiosk (Store); everybody else reads (StoreReader).
//
// When a writing function returns without an error the change survives power loss. After any failed write the
// store refuses further ones: pages that failed to sync are lost, so the caller shows "out of service",
// closes, and opens anew (which verifies).
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "form/error.h"
#include "form/form.h"
#include "form/response.h"
#include "store/stored_response.h"

namespace buurtpeil {

enum class StoreKind { real, trial };

/// What is counted of a question of a round in a place: a row of the table `result`. What the numbers mean is
/// for whoever counts.
struct ResultRow {
  using Amounts = std::vector<std::pair<std::string, std::int64_t>>;
  std::string question;  ///< path
  std::string place;
  std::int64_t published_people = 0;
  Amounts published;
  std::int64_t waiting_people = 0;
  Amounts waiting;
  std::int64_t together = 0;
  std::optional<std::string> only_place;
  std::string since, until;  ///< local days: of the first person here, of the last one who is published
};

class Store {
 public:
  /// Whether the whole file is looked at before it is opened, or by a StoreCheck while it is in use (see
  /// there for what that means). A store of an older version is always looked at before it is changed.
  enum class Verify { first, meanwhile };

  /// Opens or creates a store (its folder too) and takes the writer's lock, a file beside it named
  /// STORE.lock. `kind` counts when it is created; opening a trial store as a real one or the other way round
  /// is an error, so that they never mix. What a former erase() could not do is done
  /// first. Errors: locked by another kiosk, unwritable, another version, not a store of ours, damaged.
  [[nodiscard]] static std::expected<Store, Error> open(const std::filesystem::path& path, StoreKind kind,
                                                        Verify verify = Verify::first);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< closes; what was written is safe already

  /// Keeps the form's source and attachments, and the hashes of its pictures and recordings. To be called
  /// before the first response to it is saved: a response points to its form. A warning when the same form_id
  /// and version is there with other content, else "".
  [[nodiscard]] std::expected<std::string, Error> keep_form(const Form& form, Moment now);

  /// Writes the draft in one transaction, replacing the one before.
  [[nodiscard]] std::expected<void, Error> save(const Draft& draft);
  /// Writes a finished or abandoned response, replacing its draft, and what it makes of the results of its
  /// round (rows of the same question and place are replaced), in one transaction; and moves the journal into
  /// the file (unless a reader holds it: then after a later write). A response that is stored does not change
  /// any more: saving it again is an error.
  [[nodiscard]] std::expected<void, Error> save(const Response& response, const std::string& round = "",
                                                const std::vector<ResultRow>& results = {});
  /// Everything that is counted of a form's round, by question and place.
  [[nodiscard]] std::expected<std::vector<ResultRow>, Error> results(const std::string& form_id,
                                                                     const std::string& round) const;
  /// Removes a visit without a trace: no row, no text in free pages or the journal. Where a reader holds the
  /// journal, its part of the text goes with a later write or the next opening.
  ///
  /// When it fails, also after an earlier failure, the wish is kept beside the store (writer_lock.h) and the
  /// next opening carries it out before anything else, after a crash too, or fails itself. A disk that takes
  /// no write at all does not even take the wish: ask again after the next opening.
  [[nodiscard]] std::expected<void, Error> erase(const std::string& response_id);

  /// The draft that a former run left, if any.
  [[nodiscard]] std::expected<std::optional<Draft>, Error> draft() const;
  /// Makes every draft an abandoned response, just as it is stored; no form is needed.
  [[nodiscard]] std::expected<void, Error> abandon_drafts();

  /// How many responses ended on that local day ("2026-03-01"), or with "" in all. Costs the same however
  /// many there are.
  struct Counts {
    std::int64_t finished = 0, abandoned = 0;
  };
  [[nodiscard]] std::expected<Counts, Error> counts(const std::string& day) const;

  /// What was set here, by name: not answers, but what the kiosk itself has to know after a restart.
  [[nodiscard]] std::expected<std::map<std::string, std::string>, Error> settings() const;
  [[nodiscard]] std::expected<void, Error> set(const std::string& name, const std::string& value);

  /// Moves the journal into the file (unless a reader holds it).
  [[nodiscard]] std::expected<void, Error> move_journal();
  /// All that was stored is in the file itself: no reader keeps the journal from being moved.
  [[nodiscard]] bool journal_is_moved() const;

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// Copies a store, which may be in use, as it is at one moment: one file that needs no journal, durable when
/// the function returns. Without the visit in progress, whose visitor may still want it deleted: nothing of
/// it is written, not even for a moment. `to` must not be there yet; after an error it may be, unfinished.
[[nodiscard]] std::expected<void, Error> copy_store(const std::filesystem::path& from,
                                                    const std::filesystem::path& to);

/// A form as a store keeps it.
struct KeptForm {
  std::string form_id, version, hash, file, source;
  std::map<std::string, std::string> attachments;
  Moment first_used;
};

/// The finished and abandoned responses of one form, one at a time in memory: oldest end first, then by id.
class ResponseCursor {
 public:
  ResponseCursor(ResponseCursor&&) noexcept;
  ResponseCursor& operator=(ResponseCursor&&) noexcept;
  ~ResponseCursor();

  /// The next response, null after the last one; in place until the next call.
  [[nodiscard]] std::expected<const StoredResponse*, Error> next();

 private:
  friend class StoreReader;
  struct Rows;
  explicit ResponseCursor(std::unique_ptr<Rows> rows);
  std::unique_ptr<Rows> rows_;
};

/// Reads a store that may be in use, as it was when it was opened: what the kiosk writes meanwhile is not
/// seen. Never writes to it: where its folder is unwritable, store and journal are copied to a private
/// temporary folder first, which is gone again when open() returns.
class StoreReader {
 public:
  [[nodiscard]] static std::expected<StoreReader, Error> open(const std::filesystem::path& path);
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  ~StoreReader();

  [[nodiscard]] StoreKind kind() const;
  /// Oldest first.
  [[nodiscard]] std::expected<std::vector<KeptForm>, Error> forms() const;
  /// The responses of a form. The cursor must not outlive the reader.
  [[nodiscard]] std::expected<ResponseCursor, Error> cursor(const std::string& form_id) const;
  /// Calls `each` for every response of a form, in the cursor's order.
  [[nodiscard]] std::expected<void, Error> responses(const std::string& form_id,
                                                     const std::function<void(const Response&)>& each) const;
  /// The finished or abandoned response with this id, if it is here.
  [[nodiscard]] std::expected<std::optional<Response>, Error> find(std::string_view response_id) const;

 private:
  struct Connection;
  explicit StoreReader(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace buurtpeil
