#include "kiosk/views/results_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "form/did.h"
#include "form/expression/date.h"
#include "form/strings.h"
#include "kiosk/views/page.h"
#include "results/compare.h"

namespace buurtpeil {
namespace {

constexpr const char* left_to_right_mark = "\u200E";  // before numbers and their signs, in any language

std::string day_in(const std::string& day, const Wording& say) {
  const auto date = date_from_text(day);
  return date ? std::string(trimmed(format_date(*date, "%e %b %Y", say.language()).value_or(day))) : day;
}

/// "about 40 people", told of `place` ("" for everybody).
std::string about_people(const Results& results, const Tally& tally, const std::string& place,
                         const std::string& language, const Wording& say) {
  const std::string people = std::to_string(people_in_tens(tally.people));
  const std::string day = day_in(results.since, say);
  if (!place.empty()) {
    const auto found = std::ranges::find(results.places, place, &ResultItem::name);
    const std::string label = found == results.places.end() ? place : words_in(found->labels, language);
    if (day.empty()) return say("results_beside", {{"name", label}, {"people", people}});
    return say("results_about", {{"people", people}, {"place", label}, {"day", day}});
  }
  if (day.empty()) return say("results_beside", {{"name", say("results_all")}, {"people", people}});
  if (results.places.empty()) return say("results_about_here", {{"people", people}, {"day", day}});
  return say("results_about_all", {{"people", people}, {"day", day}});
}

const Row* row_named(const Form& form, std::string_view name) {
  const auto found =
      std::ranges::find_if(form.rows, [&](const Row& row) { return row.has_results && row.name == name; });
  return found == form.rows.end() ? nullptr : &*found;
}

ResultsView::Shape shape_of(const Form& form, const QuestionResults& question) {
  if (question.kind == ResultKind::number) return ResultsView::Shape::columns;
  const Row* row = row_named(form, question.name);
  if (row == nullptr || question.kind != ResultKind::choice) return ResultsView::Shape::rows;
  using Layout = ChoiceStyle::Layout;
  const bool faces =
      row->choice_style.layout == Layout::faces && question.items.size() >= 3 && question.items.size() <= 5;
  if (faces) return ResultsView::Shape::faces;
  return row->choice_style.layout == Layout::likert ? ResultsView::Shape::columns : ResultsView::Shape::rows;
}

/// What is shown as one bar: an item, or neighbouring classes of a number that has many.
struct BarItems {
  std::vector<const ResultItem*> items;
  std::string label;
};

std::string joined_classes(const std::string& first, const std::string& last) {
  constexpr std::string_view dash = "–";
  const std::string from = first.substr(0, first.find(dash));
  if (last.ends_with('+')) return from + "+";
  const std::size_t at = last.find(dash);
  return from + std::string(dash) + (at == std::string::npos ? last : last.substr(at + dash.size()));
}

std::vector<BarItems> bars_of(const QuestionResults& question, const Tally& tally,
                              const std::string& language) {
  constexpr std::size_t most_bars = 12;
  std::vector<BarItems> groups;
  const bool number = question.kind == ResultKind::number;
  std::vector<const ResultItem*> items;
  for (const ResultItem& item : question.items) items.push_back(&item);
  if (question.kind == ResultKind::order)
    std::ranges::stable_sort(items, {}, [&](const ResultItem* item) { return tally.of(item->name); });
  // The class below all others is there for mistakes, and mostly empty.
  if (number && items.size() > 1 && items.front()->name == "-" && tally.of("-") == 0)
    items.erase(items.begin());
  const std::size_t step = number ? (items.size() + most_bars - 1) / most_bars : 1;
  for (std::size_t first = 0; first < items.size(); first += std::max<std::size_t>(1, step)) {
    BarItems group;
    for (std::size_t at = first; at < std::min(first + step, items.size()); ++at)
      group.items.push_back(items[at]);
    group.label = words_in(group.items.front()->labels, language);
    if (group.items.size() > 1)
      group.label = joined_classes(group.label, words_in(group.items.back()->labels, language));
    if (number) group.label = left_to_right_mark + group.label;
    groups.push_back(std::move(group));
  }
  return groups;
}

struct Told {
  double part = 0;
  std::string value;
};

Told told_of(const QuestionResults& question, const Tally& tally, const BarItems& group, const Wording& say) {
  Told told;
  if (question.kind == ResultKind::order) {
    const std::string& item = group.items.front()->name;
    std::string place = fmt::format("{:.1f}", mean_place(tally, item));
    std::ranges::replace(place, '.', say("decimal_sign").front());
    return {share_of(question, tally, item), say("results_mean", {{"place", place}})};
  }
  std::int64_t amount = 0;
  for (const ResultItem* item : group.items) amount += tally.of(item->name);
  Tally sum = tally;
  sum.amounts[group.items.front()->name] = amount;
  for (std::size_t at = 1; at < group.items.size(); ++at) sum.amounts[group.items[at]->name] = 0;
  const int percent = percent_of(question, sum, group.items.front()->name);
  return {percent / 100.0, say("results_percent", {{"percent", std::to_string(percent)}})};
}

/// The visitor's own: what they chose; of an order or of points, what they put first, if there is one.
bool is_own(const QuestionResults& question, const Tally& own, const BarItems& group) {
  const auto any = [&](const auto& matches) { return std::ranges::any_of(group.items, matches); };
  if (question.kind == ResultKind::order)
    return any([&](const ResultItem* item) { return own.of(item->name) == 1; });
  if (question.kind != ResultKind::points)
    return any([&](const ResultItem* item) { return own.of(item->name) > 0; });
  std::int64_t most = 0;
  for (const ResultItem& item : question.items) most = std::max(most, own.of(item.name));
  const auto firsts = std::ranges::count_if(
      question.items, [&](const ResultItem& item) { return own.of(item.name) == most; });
  return most > 0 && firsts == 1 && own.of(group.items.front()->name) == most;
}

/// Something that can be laid beside this question.
struct Offer {
  std::string name, label;
  const Tally* tally = nullptr;
};

class ResultsPage {
 public:
  ResultsPage(const OthersSaid& said, const QuestionResults& question, const std::string& language,
              const Wording& say)
      : said_(said), question_(question), language_(language), say_(say) {
    const Tally* own = published_of(question, said.place);
    place_ = own == nullptr ? "" : said.place;
    these_ = own == nullptr ? &question.all : own;
  }

  void fill(ResultsView& view, const std::string& beside) {
    view.title = say_("results_title");
    view.question = words_in(question_.labels, language_);
    view.about = about_people(said_.here, *these_, place_, language_, say_);
    if (place_.empty() && !said_.place.empty())
      view.note = say_("results_too_few", {{"place", label_of(said_.place)}});
    view.own_words = say_(is_ranked() ? Word{"results_own_first"} : Word{"intro_answer"});
    view.small_print = {say_("results_honesty")};
    view.shape = shape_of(said_.form, question_);
    find_offers(view);
    const auto chosen = std::ranges::find(offers_, beside, &Offer::name);
    const Offer* laid = chosen == offers_.end() ? nullptr : &*chosen;
    for (const Offer& offer : offers_)
      view.comparisons.push_back(
          {offer.name, offer.label, &offer == laid, event::Compare{&offer == laid ? "" : offer.name}});
    if (!offers_.empty()) view.compare = say_("results_compare");
    add_bars(view, laid);
    if (laid == nullptr) return;
    view.beside_about =
        say_("results_beside",
             {{"name", laid->label}, {"people", std::to_string(people_in_tens(laid->tally->people))}});
    if (laid->name == "round") view.change = change_in_words(*laid->tally);
  }

 private:
  [[nodiscard]] bool is_ranked() const {
    return question_.kind == ResultKind::order || question_.kind == ResultKind::points;
  }
  [[nodiscard]] std::string label_of(const std::string& place) const {
    const auto found = std::ranges::find(said_.here.places, place, &ResultItem::name);
    return found == said_.here.places.end() ? place : words_in(found->labels, language_);
  }

  /// Everybody here, unless the whole municipality is there; then elsewhere. An earlier round is held against
  /// the same place.
  void find_offers(ResultsView& view) {
    constexpr std::size_t most_elsewhere = 3;
    const OtherResults& others = said_.others;
    if (others.municipality.empty() && !place_.empty() && question_.all.people > these_->people)
      offers_.push_back({"all", say_("results_all"), &question_.all});
    if (!others.municipality.empty()) {
      const std::string& name = others.municipality.front().municipality;
      offer(view, "municipality", name.empty() ? say_("results_all") : name, others.municipality.front(), "");
    }
    for (std::size_t i = 0; i < std::min(most_elsewhere, others.elsewhere.size()); ++i) {
      const Results& there = others.elsewhere[i];
      offer(view, i == 0 ? "region" : "region" + std::to_string(i + 1),
            there.municipality.empty() ? say_("results_region") : there.municipality, there, "");
    }
    if (others.earlier.empty()) return;
    const std::string round = words_in(others.earlier.front().round_names, language_);
    offer(view, "round",
          round.empty() ? say_("results_last_round") : say_("results_round_named", {{"round", round}}),
          others.earlier.front(), place_);
  }

  void offer(ResultsView& view, const std::string& name, const std::string& label, const Results& there,
             const std::string& place) {
    const Comparable can = comparable(question_, there, said_.here.form_id);
    if (can == Comparable::asked_otherwise)
      view.small_print.push_back(say_("results_not_compared", {{"name", label}}));
    if (can != Comparable::yes) return;
    if (const Tally* tally = published_of(*there.question(question_.name), place))
      offers_.push_back({name, label, tally});
  }

  void add_bars(ResultsView& view, const Offer* laid) const {
    const auto own = said_.own.find(question_.name);
    int place = 0;
    for (const BarItems& group : bars_of(question_, *these_, language_)) {
      const Told here = told_of(question_, *these_, group, say_);
      ResultsView::Bar bar{
          .name = group.items.front()->name, .label = group.label, .part = here.part, .value = here.value};
      if (question_.kind == ResultKind::order) bar.place = ++place;
      bar.own = own != said_.own.end() && is_own(question_, own->second, group);
      if (laid != nullptr) {
        const Told there = told_of(question_, *laid->tally, group, say_);
        bar.beside = there.part, bar.beside_value = there.value;
      }
      view.bars.push_back(std::move(bar));
    }
  }

  [[nodiscard]] std::string change_in_words(const Tally& then) const {
    const ShareChange change = change_between(question_, then, *these_);
    if (change.kind == ShareChange::Kind::same) return say_("results_same");
    const auto item = std::ranges::find(question_.items, change.item, &ResultItem::name);
    std::string label = words_in(item->labels, language_);
    if (question_.kind == ResultKind::number) label = left_to_right_mark + label;
    const bool more = change.kind == ShareChange::Kind::more;
    if (question_.kind == ResultKind::order)
      return say_(more ? Word{"results_higher"} : Word{"results_lower"}, {{"choice", label}});
    if (question_.kind == ResultKind::points)
      return say_(more ? Word{"results_more_points"} : Word{"results_fewer_points"}, {{"choice", label}});
    return say_(more ? Word{"results_more"} : Word{"results_fewer"}, {{"choice", label}});
  }

  const OthersSaid& said_;
  const QuestionResults& question_;
  const std::string& language_;
  const Wording& say_;
  std::string place_;             // of which the bars tell; "" for everybody
  const Tally* these_ = nullptr;  // that they tell
  std::vector<Offer> offers_;
};

}  // namespace

std::vector<std::string> result_pages(const Results& here) {
  std::vector<std::string> names;
  for (const QuestionResults& question : here.questions)
    if (question.all.people > 0) names.push_back(question.name);
  return names;
}

ResultsView results_view(const OthersSaid& said, std::size_t page, const std::string& beside,
                         const std::string& language, const Wording& say) {
  const std::vector<std::string> pages = result_pages(said.here);
  ResultsView view;
  view.back = {say("back"), event::Back{}};
  view.finish = {say("look_done"), event::Finish{}};
  if (pages.empty()) {
    view.title = say("results_none_title");
    view.note = say("results_none", {{"least", std::to_string(said.here.least)}});
    return view;
  }
  page = std::min(page, pages.size() - 1);
  const std::string count = std::to_string(pages.size());
  view.done = static_cast<double>(page + 1) / static_cast<double>(pages.size());
  view.progress = say("progress", {{"which", std::to_string(page + 1)}, {"questions", count}});
  view.longest_progress = say("progress", {{"which", count}, {"questions", count}});
  if (page + 1 < pages.size()) view.next = {say("next"), event::Next{}};
  ResultsPage(said, *said.here.question(pages[page]), language, say).fill(view, beside);
  if (!said.note.empty()) view.note = said.note;
  return view;
}

bool has_did(const Form& form) {
  return std::ranges::any_of(
      std::array{"kiosk_did", "kiosk_decided", "kiosk_open", "kiosk_who", "kiosk_when"},
      [&](const char* setting) { return form.settings_texts.contains(setting); });
}

std::vector<Deed> deeds_of(const Form& form, int language) {
  std::vector<Deed> deeds;
  for (const Did& did : dids_of(form, language)) {
    const Deed::State state = did.kind == DidKind::done       ? Deed::State::done
                              : did.kind == DidKind::going_on ? Deed::State::going_on
                                                              : Deed::State::not_done;
    deeds.push_back({did.said, did.did, state, did.state});
  }
  return deeds;
}

DidView did_view(const Form& form, int language, const Wording& say) {
  DidView view;
  view.title = say("did_title");
  view.said_words = say("did_said");
  view.did_words = say("did_did");
  view.deeds = deeds_of(form, language);
  const auto add = [&](Word label, const char* setting) {
    auto paragraphs = paragraphs_of(form, setting, language);
    if (!paragraphs.empty()) view.matters.push_back({say(label), std::move(paragraphs)});
  };
  add("did_decided", "kiosk_decided");
  add("did_open", "kiosk_open");
  add("did_who", "kiosk_who");
  add("did_when", "kiosk_when");
  view.next = {say("next"), event::Next{}};
  view.back = {say("back"), event::Back{}};
  return view;
}

std::vector<AttractView::Finding> findings_of(const Results& results, const std::string& language,
                                              const Wording& say, std::string_view except) {
  constexpr int least_of_ten = 3;
  std::vector<AttractView::Finding> findings;
  for (const QuestionResults& question : results.questions) {
    if (question.kind != ResultKind::choice || question.name == except) continue;
    for (const ResultItem& place : results.places) {
      const Tally* tally = published_of(question, place.name);
      if (tally == nullptr || question.items.empty()) continue;
      const auto top = std::ranges::max_element(question.items, {},
                                                [&](const ResultItem& item) { return tally->of(item.name); });
      const int of_ten = static_cast<int>(std::lround(share_of(question, *tally, top->name) * 10));
      if (of_ten < least_of_ten) continue;
      findings.push_back({.question = words_in(question.labels, language),
                          .claim = say("results_finding", {{"place", words_in(place.labels, language)},
                                                           {"count", std::to_string(of_ten)},
                                                           {"choice", words_in(top->labels, language)}}),
                          .of_ten = of_ten,
                          .about = about_people(results, *tally, place.name, language, say)});
    }
  }
  return findings;
}

}  // namespace buurtpeil
