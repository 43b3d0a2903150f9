// What the store has to hold, remembered apart from it: of each visit what was acknowledged, of a visit whose
// last write failed what may be there, and what was deleted and must never be there again. And the looks into
// the store, past the kiosk: rows, raw bytes, the export.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "form/response.h"

namespace buurtpeil::simulation {

/// A row of the store, as text: what is compared.
struct Kept {
  std::string form_id;
  std::string status;   ///< "draft", "finished", "abandoned"
  std::string answers;  ///< answers_text()
};

class Ledger {
 public:
  explicit Ledger(std::filesystem::path store) : store_(std::move(store)) {}

  /// The visit in progress: its row, and what it may hold now. `absent`: there is no row.
  static inline const std::string absent;
  static std::string left(const Response& response);
  static std::string ended(const Response& response);

  void begin();
  [[nodiscard]] bool is_open() const { return open_; }
  /// The visitor wrote a text that is nowhere else into a question; "": or something else, or took it back.
  void typed(const std::string& path, const std::string& text);
  /// The last instance of a repeat was taken away, with what was typed there.
  void untyped(const std::string& repeat);
  /// Something was to be written: `acknowledged`, then that is there; else that or what was before.
  enum class Outcome { acknowledged, failed };
  void wrote(const std::string& row, Outcome outcome);
  /// The visitor wished it deleted: from now on nothing of it may be there.
  void deleted();
  /// Or not, after all: it is written anew.
  void taken_back();
  /// More than one row is possible.
  [[nodiscard]] bool in_doubt() const { return possible_.size() > 1; }
  [[nodiscard]] const std::string& expected() const { return *possible_.begin(); }

  /// Holds the store against what is remembered. Only while the kiosk is in service. The visit in progress
  /// goes on, or is over: then its row is one that ended, and does not change any more.
  enum class Visit { goes_on, is_over };
  void check(Visit visit);
  /// Nothing that was deleted is in the bytes of any file in the store's folder.
  void check_bytes() const;
  /// The copy that staff make: ended responses, and not a byte of the visit in progress.
  void check_copy(const std::filesystem::path& copy) const;
  /// The export is made, parses, and has exactly the responses that ended, with what was written into them.
  void check_export(const std::filesystem::path& folder) const;

  [[nodiscard]] std::string setting(const std::string& name) const;
  [[nodiscard]] long finished() const;
  [[nodiscard]] long abandoned() const;

 private:
  [[nodiscard]] std::map<std::string, Kept> rows(const std::filesystem::path& store) const;
  void check_ended(const std::map<std::string, Kept>& rows) const;
  void remember_texts(const std::string& id, const std::string& answers, bool certain);

  std::filesystem::path store_;
  std::map<std::string, Kept> ended_;  ///< by id
  std::map<std::string, std::set<std::string>> typed_by_id_;
  bool open_ = false;  ///< there is a visit in progress, or one whose end is not known to be stored
  std::set<std::string> possible_;
  std::map<std::string, std::string> typed_;  ///< path -> text, of the visit in progress
  std::set<std::string> ever_typed_;          ///< in it
  std::set<std::string> deleted_texts_;
};

}  // namespace buurtpeil::simulation
