// Several stores read as one: the responses of a form in the order of their ends, one at a time in
// memory, and which of those with the same key counts.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace buurtpeil::sync {

class Merge {
 public:
  /// The stores must outlive the merge.
  [[nodiscard]] static std::expected<Merge, Error> of(const std::vector<StoreReader>& stores,
                                                      const std::string& form_id);

  /// The next response, oldest end first, then by key, in place until the next call; null after the last one.
  [[nodiscard]] std::expected<const StoredResponse*, Error> next();

  /// Of a key that several stores have one response counts: a finished one before an abandoned one (a copy of
  /// a store whose draft was given up), then the later end, then the earlier store. The last one that next()
  /// gave is another.
  [[nodiscard]] bool is_duplicate() const { return is_duplicate_; }
  /// How many there were so far.
  [[nodiscard]] std::int64_t duplicates() const { return duplicates_; }

 private:
  struct Source {
    const StoreReader* store;
    ResponseCursor cursor;
    const StoredResponse* head = nullptr;  ///< null after the last one
    bool is_taken = true;                  ///< the head was given already
  };
  explicit Merge(std::vector<Source> sources) : sources_(std::move(sources)) {}
  [[nodiscard]] std::expected<void, Error> advance();
  [[nodiscard]] std::expected<bool, Error> is_best(std::size_t source) const;
  std::vector<Source> sources_;
  bool is_duplicate_ = false;
  std::int64_t duplicates_ = 0;
};

}  // namespace buurtpeil::sync
