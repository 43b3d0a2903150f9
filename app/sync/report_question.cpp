#include "sync/report_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "results/compare.h"
#include "sync/report_chart.h"

namespace buurtpeil::sync {
namespace {

constexpr std::size_t most_beside = 3;  ///< columns of a table; more do not fit on a telephone
constexpr std::size_t most_named = 12;  ///< places that are named as not published; more are a wall of words

Html note(Html inside) {
  return inside.empty() ? Html{} : element("p", {{"class", "note"}}, std::move(inside));
}

Html part_heading(Html inside) { return element("h4", std::move(inside)); }

Html caption_of(const Html& name, const Tally& tally, const ReportWords& say) {
  return name + text(" ") + element("span", {{"class", "about"}}, say.people(tally.people));
}

/// How people answered, where that is not seen in the chart.
Html how_answered(const QuestionResults& question, std::size_t shown, const ReportWords& say) {
  Html how;
  if (question.kind == ResultKind::several) how = say("several_note");
  if (question.kind == ResultKind::order) how = say("order_note");
  if (question.kind == ResultKind::points) how = say("points_note");
  if (shown < question.items.size())
    how += text(how.empty() ? "" : " ") +
           say("rest_note", {{"shown", text(fmt::format("{}", shown))},
                             {"items", text(fmt::format("{}", question.items.size()))}});
  return note(how);
}

/// Small charts beside each other, of those that are published.
struct Multiples {
  Html charts;
  std::vector<Html> too_few;  ///< names of the others
};

template <class Tallies>
Multiples multiples_of(const Chart& chart, const std::vector<ResultItem>& items, const Tallies& tallies,
                       const ReportWords& say) {
  Multiples multiples;
  for (const ResultItem& item : items) {
    const Html name = say.name(item.labels, item.name);
    const auto found = tallies.find(item.name);
    if (found == tallies.end() || found->second.people == 0)
      multiples.too_few.push_back(name);
    else
      multiples.charts +=
          small_chart(chart, found->second, chart.question->all, caption_of(name, found->second, say), say);
  }
  return multiples;
}

Html places_part(const Results& results, const Chart& chart, const ReportWords& say) {
  const Multiples places = multiples_of(chart, results.places, chart.question->places, say);
  if (places.charts.empty()) return {};
  Html few;
  if (!places.too_few.empty() && places.too_few.size() <= most_named)
    few = say("places_few", {{"places", say.list(places.too_few)}});
  return part_heading(say("places_title")) + note(say("mark_note", {{"name", say("all")}})) +
         element("div", {{"class", "multiples"}}, places.charts) + note(few);
}

Html change_of(const QuestionResults& question, const Tally& then, const Html& name, const ReportWords& say) {
  const ShareChange change = change_between(question, then, question.all);
  if (change.kind == ShareChange::Kind::same) return say("change_same", {{"name", name}});
  const auto item = std::ranges::find(question.items, change.item, &ResultItem::name);
  const Html label = say.name(item->labels, item->name);
  const bool more = change.kind == ShareChange::Kind::more;
  constexpr ReportWord chosen[] = {"change_fewer", "change_more"},
                       placed[] = {"change_lower", "change_higher"},
                       given[] = {"change_fewer_points", "change_more_points"};
  const auto& words = question.kind == ResultKind::order    ? placed
                      : question.kind == ResultKind::points ? given
                                                            : chosen;
  return say(words[more ? 1 : 0], {{"item", label}, {"name", name}});
}

/// What can be held beside a question, and the names of what cannot.
struct Compared {
  std::vector<Side> sides;
  std::vector<Html> not_there, otherwise;
  [[nodiscard]] bool empty() const { return sides.empty() && not_there.empty() && otherwise.empty(); }

  void add(const QuestionResults& question, const Results& other, const std::string& form_id,
           const Html& name) {
    const Comparable how = comparable(question, other, form_id);
    if (how == Comparable::yes)
      sides.push_back({name, &other.question(question.name)->all});
    else
      (how == Comparable::not_there ? not_there : otherwise).push_back(name);
  }
};

/// Tables of this one and a few others each.
Html beside_tables(const Chart& chart, const Html& own_name, const std::vector<Side>& others,
                   const Html& caption, const ReportWords& say) {
  Html tables;
  for (std::size_t i = 0; i < others.size(); i += most_beside - 1) {
    std::vector<Side> sides = {{own_name, &chart.question->all}};
    for (std::size_t j = i; j < others.size() && sides.size() < most_beside; ++j) sides.push_back(others[j]);
    tables += beside_chart(chart, sides, caption, say);
  }
  return tables;
}

/// Tables of the sides, and why the others are not in them.
Html compared_tables(const Chart& chart, const Html& own_name, const Compared& compared, ReportWord caption,
                     const ReportWords& say) {
  Html why;
  if (!compared.not_there.empty()) why += note(say("not_asked", {{"name", say.list(compared.not_there)}}));
  if (!compared.otherwise.empty())
    why += note(say("asked_otherwise", {{"name", say.list(compared.otherwise)}}));
  return beside_tables(chart, own_name, compared.sides, say(caption), say) + why;
}

Html rounds_part(const ReportContent& content, const Chart& chart, const ReportWords& say) {
  Compared compared;
  for (const Results& round : content.rounds)
    compared.add(*chart.question, round, content.results.form_id, name_of_round(round, say));
  if (compared.empty()) return {};
  Html changes;
  for (const Side& side : compared.sides)
    changes += element("p", {{"class", "change"}}, change_of(*chart.question, *side.tally, side.name, say));
  return part_heading(say("rounds_title")) + changes +
         compared_tables(chart, name_of_round(content.results, say), compared, "rounds_title", say);
}

Html regions_part(const ReportContent& content, const Chart& chart, const ReportWords& say) {
  Compared compared;
  for (const Results& region : content.regions)
    if (share_core(content.results, region))  // of others it is said once, of the whole report
      compared.add(*chart.question, region, content.results.form_id, name_of_region(region, say));
  if (compared.empty()) return {};
  const Html own =
      content.results.municipality.empty() ? say("here") : say.apart("", content.results.municipality);
  return part_heading(say("regions_title")) + compared_tables(chart, own, compared, "regions_title", say);
}

Html crossings_part(const Results& results, const Chart& chart, const ReportWords& say) {
  Html parts;
  for (const Crossing& crossing : chart.question->crossings) {
    const QuestionResults* other = results.question(crossing.with);
    if (other == nullptr) continue;
    const Multiples answers = multiples_of(chart, other->items, crossing.by_choice, say);
    if (answers.charts.empty()) continue;
    Html few;
    if (!answers.too_few.empty() && answers.too_few.size() <= most_named)
      few = say("crossing_few", {{"choices", say.list(answers.too_few)}});
    parts += part_heading(say("crossing_of", {{"question", say.name(other->labels, other->name)}})) +
             note(say("mark_note", {{"name", say("everybody")}})) +
             element("div", {{"class", "multiples"}}, answers.charts) + note(few);
  }
  return parts;
}

/// Everything that is drawn of a question, so that all of it is on one scale.
std::vector<const Tally*> tallies_of(const ReportContent& content, const QuestionResults& question) {
  std::vector<const Tally*> tallies = {&question.all};
  for (const auto& [place, tally] : question.places) tallies.push_back(&tally);
  for (const Crossing& crossing : question.crossings)
    for (const auto& [choice, tally] : crossing.by_choice) tallies.push_back(&tally);
  for (const std::vector<Results>* all : {&content.rounds, &content.regions})
    for (const Results& other : *all)
      if (comparable(question, other, content.results.form_id) == Comparable::yes)
        tallies.push_back(&other.question(question.name)->all);
  return tallies;
}

}  // namespace

Html name_of_round(const Results& round, const ReportWords& say) {
  if (Html named = say.said(round.round_names); !named.empty()) return named;
  return say("round", {{"round", say.apart("", round.round.empty() ? "1" : round.round)}});
}

Html name_of_region(const Results& region, const ReportWords& say) {
  return region.municipality.empty() ? say("region_unnamed") : say.apart("", region.municipality);
}

bool share_core(const Results& one, const Results& other) {
  // The region may ask the core itself.
  const auto core = [](const Results& of) {
    return of.core_id.empty() ? std::pair{of.form_id, of.version} : std::pair{of.core_id, of.core_version};
  };
  return core(one) == core(other);
}

Html question_section(const ReportContent& content, const QuestionResults& question, int number,
                      const ReportWords& say) {
  const Html heading = element("h3", element("span", {{"class", "number"}}, text(fmt::format("{}", number))) +
                                         text(" ") + say.name(question.labels, question.name));
  const Attributes attributes = {{"class", "question"}, {"id", fmt::format("q{}", number)}};
  if (question.all.people == 0) return element("section", attributes, heading + note(say("nobody")));
  const Chart chart = chart_of(question, tallies_of(content, question), say);
  const bool places = !content.results.places.empty();
  const Html lead = heading + how_answered(question, chart.items.size(), say) +
                    lead_chart(chart, question.all,
                               caption_of(places ? say("all") : say("everybody"), question.all, say), say);
  return element("section", attributes,
                 element("div", {{"class", "lead"}}, lead) + places_part(content.results, chart, say) +
                     rounds_part(content, chart, say) + regions_part(content, chart, say) +
                     crossings_part(content.results, chart, say));
}

}  // namespace buurtpeil::sync
