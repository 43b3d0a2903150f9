// What was answered, safe on the disk: one SQLite file a kiosk, described by schema.sql. This folder is the only one that includes
// sqlite3.h. One writer, the kiosk (Store); everybody else reads (StoreReader).
//
// When a writing function returns without an error the change survives power loss. After any failed write the store refuses further
// ones: pages that failed to sync are lost, so the caller shows "out of service", closes, and opens anew (which verifies).
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "form/error.h"
#include "form/form.h"
#include "form/response.h"

namespace buurtpeil {

enum class StoreKind { real, trial };

class Store {
 public:
  /// Opens or creates a store (its folder too) and takes the writer's lock. `kind` counts when it is created; opening a trial store as
  /// a real one or the other way round is an error, so that they never mix. Errors: locked by another kiosk, unwritable, newer version,
  /// not a store of ours, damaged.
  [[nodiscard]] static std::expected<Store, Error> open(const std::filesystem::path& path, StoreKind kind);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< closes; what was written is safe already

  /// Keeps the form's source and attachments. A warning when the same form_id and version is there with other content, else "".
  [[nodiscard]] std::expected<std::string, Error> keep_form(const Form& form, Moment now);

  /// Writes the draft in one transaction, replacing the one before.
  [[nodiscard]] std::expected<void, Error> save(const Draft& draft);
  /// Writes a finished or abandoned response, replacing its draft, and moves the journal into the file.
  [[nodiscard]] std::expected<void, Error> save(const Response& response);
  /// Removes a visit without a trace: no row, no text in free pages.
  [[nodiscard]] std::expected<void, Error> erase(const std::string& response_id);

  /// The draft that a former run left, if any.
  [[nodiscard]] std::expected<std::optional<Draft>, Error> draft() const;
  /// Makes every draft an abandoned response, just as it is stored; no form is needed.
  [[nodiscard]] std::expected<void, Error> abandon_drafts();

  /// For tests of a full disk: SQLite's max_page_count, in pages.
  void limit_pages(int pages);

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// A form as a store keeps it.
struct KeptForm {
  std::string form_id, version, hash, file, source;
  std::map<std::string, std::string> attachments;
  Moment first_used;
};

/// Reads a store that may be in use. Never writes to it: where its folder is unwritable, store and journal are copied to a private
/// temporary folder first.
class StoreReader {
 public:
  [[nodiscard]] static std::expected<StoreReader, Error> open(const std::filesystem::path& path);
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  ~StoreReader();

  [[nodiscard]] StoreKind kind() const;
  /// Oldest first.
  [[nodiscard]] std::expected<std::vector<KeptForm>, Error> forms() const;
  /// Calls `each` for every finished and abandoned response of a form, oldest end first, then by id; one at a time in memory.
  [[nodiscard]] std::expected<void, Error> responses(const std::string& form_id,
                                                     const std::function<void(const Response&)>& each) const;

 private:
  struct Connection;
  explicit StoreReader(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace buurtpeil
