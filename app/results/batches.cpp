#include "results/batches.h"

namespace buurtpeil {
namespace {

/// Of this place nothing is published, and many wait in such places: every second person of it goes to a
/// batch of several places.
bool goes_together(const PlaceCounts& question, const PlaceCount& own, int least) {
  if (own.published.people > 0 || own.together > own.waiting.people) return false;
  std::int64_t waiting = 0;
  for (const auto& [place, count] : question)
    if (place != together_place && count.published.people == 0) waiting += count.waiting.people;
  return waiting >= least;
}

void publish_batch(PlaceCount& to, Tally& batch, const std::string& day) {
  to.published += batch;
  to.until = day;
  batch = {};
}

ResultRow::Amounts amounts_of(const Tally& tally) { return {tally.amounts.begin(), tally.amounts.end()}; }

Tally tally_of(std::int64_t people, const ResultRow::Amounts& amounts) {
  return {people, {amounts.begin(), amounts.end()}};
}

}  // namespace

std::vector<std::string> count_person(PlaceCounts& question, const std::string& place, const Tally& person,
                                      const std::string& day, int least) {
  PlaceCount& own = question[place];
  if (own.since.empty()) own.since = day;
  if (!goes_together(question, own, least)) {
    own.waiting += person;
    if (own.waiting.people >= least) publish_batch(own, own.waiting, day);
    return {place};
  }
  ++own.together;
  PlaceCount& together = question[std::string(together_place)];
  if (together.since.empty()) together.since = day;
  if (together.waiting.people == 0)
    together.only_place = place;
  else if (together.only_place != place)
    together.only_place.reset();
  together.waiting += person;
  // A batch that happens to be of one place alone is that place's.
  if (together.waiting.people >= least)
    publish_batch(together.only_place ? own : together, together.waiting, day);
  return {place, std::string(together_place)};
}

Tally published_total(const PlaceCounts& question) {
  Tally total;
  for (const auto& [place, count] : question) total += count.published;
  return total;
}

ResultRow row_of(const std::string& question, const std::string& place, const PlaceCount& count) {
  return {.question = question,
          .place = place,
          .published_people = count.published.people,
          .published = amounts_of(count.published),
          .waiting_people = count.waiting.people,
          .waiting = amounts_of(count.waiting),
          .together = count.together,
          .only_place = count.only_place,
          .since = count.since,
          .until = count.until};
}

PlaceCount count_of(const ResultRow& row) {
  return {.published = tally_of(row.published_people, row.published),
          .waiting = tally_of(row.waiting_people, row.waiting),
          .together = row.together,
          .only_place = row.only_place,
          .since = row.since,
          .until = row.until};
}

}  // namespace buurtpeil
