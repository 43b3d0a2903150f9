// Several stores read as one: the responses of a form in the order of their ends, each key once, one at a
// time in memory.
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

  /// The next response, oldest end first, then by key; nothing after the last one. A key that several stores
  /// have comes once: a finished response before an abandoned one (a copy of a store whose draft was given
  /// up), then the later end, then the earlier store.
  [[nodiscard]] std::expected<std::optional<Response>, Error> next();

  /// How many were left out because of their key so far.
  [[nodiscard]] std::int64_t duplicates() const { return duplicates_; }

 private:
  struct Source {
    const StoreReader* store;
    ResponseCursor cursor;
    std::optional<Response> head;
  };
  explicit Merge(std::vector<Source> sources) : sources_(std::move(sources)) {}
  [[nodiscard]] std::expected<bool, Error> is_best(const Response& response, std::size_t source) const;
  std::vector<Source> sources_;
  std::int64_t duplicates_ = 0;
};

}  // namespace buurtpeil::sync
