#include "sync/merge.h"

#include <tuple>
#include <utility>

namespace buurtpeil::sync {

std::expected<Merge, Error> Merge::of(const std::vector<StoreReader>& stores, const std::string& form_id) {
  std::vector<Source> sources;
  for (const StoreReader& store : stores) {
    auto cursor = store.cursor(form_id);
    if (!cursor) return std::unexpected(cursor.error());
    Source source{&store, std::move(*cursor), std::nullopt};
    auto head = source.cursor.next();
    if (!head) return std::unexpected(head.error());
    source.head = std::move(*head);
    sources.push_back(std::move(source));
  }
  return Merge{std::move(sources)};
}

std::expected<std::optional<Response>, Error> Merge::next() {
  const auto order = [](const Response& response) { return std::tie(response.ended.unix_ms, response.id); };
  while (true) {
    std::size_t first = sources_.size();
    for (std::size_t i = 0; i < sources_.size(); ++i)
      if (sources_[i].head &&
          (first == sources_.size() || order(*sources_[i].head) < order(*sources_[first].head)))
        first = i;
    if (first == sources_.size()) return std::nullopt;

    Response response = std::move(*sources_[first].head);
    auto head = sources_[first].cursor.next();
    if (!head) return std::unexpected(head.error());
    sources_[first].head = std::move(*head);
    const auto best = is_best(response, first);
    if (!best) return std::unexpected(best.error());
    if (*best) return response;
    ++duplicates_;
  }
}

// Asks the other stores instead of remembering keys, so that memory does not grow with the number of
// responses.
std::expected<bool, Error> Merge::is_best(const Response& response, std::size_t source) const {
  const auto rank = [](const Response& each) {
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
