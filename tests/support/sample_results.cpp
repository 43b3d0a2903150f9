#include "support/sample_results.h"

#include <algorithm>
#include <map>

namespace buurtpeil {
namespace {

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values)
    if (const std::size_t at = text.find("{" + name + "}"); at != std::string::npos)
      text.replace(at, name.size() + 2, value);
  return text;
}

class Samples {
 public:
  explicit Samples(const SampleWord& word) : word_(word) {}

  [[nodiscard]] ResultsView of(const std::string& question, int page) const {
    ResultsView view;
    view.done = page / 5.0;
    view.progress = filled(word_("progress"), {{"which", std::to_string(page)}, {"questions", "5"}});
    view.title = word_("results_title");
    view.question = word_(question + ".label");
    view.about = filled(word_("results_about"),
                        {{"people", "40"}, {"place", "Tolkade"}, {"day", word_("results_day")}});
    view.own_words = word_("intro_answer");
    view.small_print = {word_("results_honesty")};
    if (page < 5) view.next = {word_("next"), event::Next{}};
    view.back = {word_("back"), event::Back{}};
    view.finish = {word_("look_done"), event::Finish{}};
    return view;
  }

  void add(ResultsView& view, const std::string& key, int percent, bool own = false) const {
    view.bars.push_back({.name = key,
                         .label = word_(key),
                         .part = percent / 100.0,
                         .value = this->percent(percent),
                         .own = own});
  }

  void offer(ResultsView& view, const std::string& chosen) const {
    view.compare = word_("results_compare");
    const std::string round = filled(word_("results_round_named"), {{"round", word_("results_round")}});
    for (const auto& [name, label] : std::vector<std::pair<std::string, std::string>>{
             {"all", "Elzermonde"}, {"region", word_("results_region")}, {"round", round}}) {
      const bool is_chosen = name == chosen;
      view.comparisons.push_back({name, label, is_chosen, event::Compare{is_chosen ? "" : name}});
      if (is_chosen)
        view.beside_about = filled(word_("results_beside"), {{"name", label}, {"people", "320"}});
    }
  }
  void lay_beside(ResultsView& view, const std::vector<int>& percents) const {
    for (std::size_t index = 0; index < view.bars.size(); ++index) {
      view.bars[index].beside = percents.at(index) / 100.0;
      view.bars[index].beside_value = percent(percents.at(index));
    }
  }

  [[nodiscard]] std::string percent(int percent) const {
    return filled(word_("results_percent"), {{"percent", std::to_string(percent)}});
  }
  [[nodiscard]] std::string operator()(const std::string& key) const { return word_(key); }

  [[nodiscard]] std::vector<Deed> deeds() const {
    return {{word_("deed.said.1"), word_("deed.did.1"), Deed::State::done, word_("deed.done")},
            {word_("deed.said.2"), word_("deed.did.2"), Deed::State::going_on, word_("deed.going_on")},
            {word_("deed.said.3"), word_("deed.did.3"), Deed::State::not_done,
             word_("deed.not_done") + ": " + word_("deed.why.3")}};
  }

 private:
  const SampleWord& word_;
};

using Named = std::vector<std::pair<std::string, ResultsView>>;

void add_rows(const Samples& samples, Named& views) {
  ResultsView choices = samples.of("field", 1);
  samples.add(choices, "field=homes", 10);
  samples.add(choices, "field=low_half", 25);
  samples.add(choices, "field=high_half", 40, true);
  samples.add(choices, "field=green", 25);
  ResultsView alone = choices;
  views.emplace_back("results", alone);
  samples.offer(choices, "");
  views.emplace_back("results_offered", choices);
  choices.comparisons.clear();
  samples.offer(choices, "round");
  samples.lay_beside(choices, {15, 30, 20, 35});
  choices.change = samples("results_more");
  choices.change.replace(choices.change.find("{choice}"), 8, samples("field=high_half"));
  views.emplace_back("results_then_and_now", choices);

  ResultsView two = samples.of("traffic", 2);
  samples.add(two, "speed=too_fast", 100, true);
  samples.add(two, "speed=slow_enough", 0);
  views.emplace_back("results_two", two);

  ResultsView many = samples.of("themes", 3);
  int percent = 100;
  for (const char* key : {"theme=trees", "theme=traffic", "theme=parking", "theme=homes", "theme=energy",
                          "theme=water", "theme=meeting", "theme=shops", "heating=network", "heating=pump",
                          "heating=insulate", "field=high_half"}) {
    samples.add(many, key, percent, percent == 80 || percent == 50);
    percent = percent > 10 ? percent - 10 : 0;
  }
  samples.offer(many, "all");
  samples.lay_beside(many, {90, 95, 70, 80, 50, 55, 40, 30, 15, 20, 5, 0});
  views.emplace_back("results_many", many);
}

void add_others(const Samples& samples, Named& views) {
  ResultsView order = samples.of("themes", 4);
  int place = 0;
  for (const char* key : {"theme=trees", "theme=homes", "theme=traffic", "theme=parking"}) {
    samples.add(order, key, 0, place == 2);
    ResultsView::Bar& bar = order.bars.back();
    bar.place = ++place;
    bar.part = 1 - 0.2 * place;
    bar.value = samples("results_mean");
    bar.value.replace(bar.value.find("{place}"), 7,
                      std::to_string(place) + samples("decimal_sign") + std::to_string(9 - place));
  }
  views.emplace_back("results_order", order);

  ResultsView none;
  none.title = samples("results_none_title");
  none.note = samples("results_none");
  none.note.replace(none.note.find("{least}"), 7, "10");
  none.finish = {samples("look_done"), event::Finish{}};
  none.back = {samples("back"), event::Back{}};
  views.emplace_back("results_none", none);
}

void add_columns(const Samples& samples, Named& views) {
  ResultsView faces = samples.of("situation", 2);
  faces.shape = ResultsView::Shape::faces;
  const std::vector<int> percents = {5, 10, 20, 45, 20};
  for (int mood = 1; mood <= 5; ++mood)
    samples.add(faces, "mood=" + std::to_string(mood), percents.at(static_cast<std::size_t>(mood - 1)),
                mood == 4);
  ResultsView few = faces;
  few.note = filled(samples("results_too_few"), {{"place", "Rietwijk"}});
  few.about = filled(samples("results_about_all"), {{"people", "320"}, {"day", samples("results_day")}});
  views.emplace_back("results_faces", few);
  samples.offer(faces, "all");
  samples.lay_beside(faces, {10, 20, 25, 30, 15});
  faces.small_print.push_back(filled(samples("results_not_compared"), {{"name", samples("results_region")}}));
  views.emplace_back("results_faces_beside", faces);

  ResultsView scale = samples.of("traffic", 3);
  scale.shape = ResultsView::Shape::columns;
  for (int agree = 1; agree <= 5; ++agree)
    samples.add(scale, "agree=" + std::to_string(agree), 20, agree == 1);
  views.emplace_back("results_scale", scale);

  ResultsView numbers = samples.of("trees", 5);
  numbers.shape = ResultsView::Shape::columns;
  const std::vector<int> parts = {5, 15, 35, 25, 10, 0, 10};
  for (int from = 0; from < 21; from += 3) {
    const auto index = static_cast<std::size_t>(from / 3);
    const std::string to = from == 18 ? "+" : "–" + std::to_string(from + 2);
    numbers.bars.push_back({.name = std::to_string(from),
                            .label = "\u200E" + std::to_string(from) + to,
                            .part = parts.at(index) / 100.0,
                            .value = samples.percent(parts.at(index)),
                            .own = from == 6});
  }
  samples.offer(numbers, "");
  views.emplace_back("results_numbers", numbers);
}

DidView sample_did(const SampleWord& word) {
  DidView view;
  view.title = word("did_title");
  view.said_words = word("did_said");
  view.did_words = word("did_did");
  view.deeds = Samples(word).deeds();
  for (const std::string matter : {"decided", "open", "who", "when"})
    view.matters.push_back({word("did_" + matter), {word("deed." + matter)}});
  view.next = {word("next"), event::Next{}};
  view.back = {word("back"), event::Back{}};
  return view;
}

void tell_finding(AttractView& view, const SampleWord& word) {
  view.did = {word("did_title"), event::ShowDid{}};
  view.finding = AttractView::Finding{
      .question = word("themes.label"),
      .claim = filled(word("results_finding"),
                      {{"place", "Tolkade"}, {"count", "6"}, {"choice", word("theme=trees")}}),
      .of_ten = 6,
      .about = filled(word("results_about"),
                      {{"people", "40"}, {"place", "Tolkade"}, {"day", word("results_day")}})};
}

void tell_deed(AttractView& view, const SampleWord& word) {
  view.did = {word("did_title"), event::ShowDid{}};
  view.deed = Samples(word).deeds().at(1);
  view.said_words = word("did_said");
  view.did_words = word("did_did");
}

template <class V>
V named(const std::vector<std::pair<std::string, View>>& views, const std::string& name) {
  return std::get<V>(std::ranges::find(views, name, &std::pair<std::string, View>::first)->second);
}

}  // namespace

void add_what_others_said(std::vector<std::pair<std::string, View>>& views, const SampleWord& word,
                          const PageInfo& page) {
  const Samples samples(word);
  Named results;
  add_rows(samples, results);
  add_columns(samples, results);
  add_others(samples, results);
  for (auto& [name, view] : results) {
    view.page = page;
    views.emplace_back(name, std::move(view));
  }
  DidView did = sample_did(word);
  did.page = page;
  views.emplace_back("did", did);
  auto thanks = named<ThanksView>(views, "thanks");
  thanks.results = {word("thanks_results"), event::ShowResults{}};
  thanks.did = {word("did_title"), event::ShowDid{}};
  thanks.done.label = word("look_done");
  views.emplace_back("thanks_results", thanks);
  auto finding = named<AttractView>(views, "attract"), deed = finding;
  auto asking = named<AttractView>(views, "attract_faces");
  tell_finding(finding, word), tell_deed(deed, word), tell_finding(asking, word);
  views.emplace_back("attract_finding", finding);
  views.emplace_back("attract_deed", deed);
  views.emplace_back("attract_faces_finding", asking);
}

}  // namespace buurtpeil
