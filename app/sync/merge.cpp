#include "sync/merge.h"

#include <tuple>
#include <utility>

namespace buurtpeil::sync {

std::expected<Merge, Error> Merge::of(const std::vector<StoreReader>& stores, const std::string& form_id) {
  std::vector<Source> sources;
  for (const StoreReader& store : stores) {
    auto cursor = store.cursor(form_id);
    if (!cursor) return std::unexpected(cursor.error());
    sources.push_back({.store = &store, .cursor = std::move(*cursor)});
  }
  return Merge{std::move(sources)};
}

std::expected<void, Error> Merge::advance() {
  for (Source& source : sources_) {
    if (!std::exchange(source.is_taken, false)) continue;
    const auto head = source.cursor.next();
    if (!head) return std::unexpected(head.error());
    source.head = *head;
  }
  return {};
}

std::expected<const StoredResponse*, Error> Merge::next() {
  const auto order = [](const StoredResponse& response) {
    return std::tie(response.ended.unix_ms, response.id);
  };
  if (auto advanced = advance(); !advanced) return std::unexpected(advanced.error());
  std::size_t first = sources_.size();
  for (std::size_t i = 0; i < sources_.size(); ++i)
    if (sources_[i].head != nullptr &&
        (first == sources_.size() || order(*sources_[i].head) < order(*sources_[first].head)))
      first = i;
  if (first == sources_.size()) return nullptr;

  sources_[first].is_taken = true;
  const auto best = is_best(first);
  if (!best) return std::unexpected(best.error());
  is_duplicate_ = !*best;
  if (is_duplicate_) ++duplicates_;
  return sources_[first].head;
}

// Asks the other stores instead of remembering keys, so that memory does not grow with the number of
// responses.
std::expected<bool, Error> Merge::is_best(std::size_t source) const {
  const StoredResponse& response = *sources_[source].head;
  const auto rank = [](const auto& each) {
    return std::pair{each.status == Status::finished, each.ended.unix_ms};
  };
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (i == source) continue;
    const auto other = sources_[i].store->find(response.id);
    if (!other) return std::unexpected(other.error());
    if (!*other || (*other)->form_id != response.form_id) continue;
    if (rank(**other) > rank(response) || (rank(**other) == rank(response) && i < source)) return false;
  }
  return true;
}

}  // namespace buurtpeil::sync
