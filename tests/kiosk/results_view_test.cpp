// What others said and what was done, as the screens say it.
#include "kiosk/views/results_view.h"

#include <doctest/doctest.h>

#include "support/view_text.h"

using namespace buurtpeil;

namespace {

const std::string form_text = R"(
| survey |
| | type | name | label | appearance | kiosk_results |
| | select_one place | where | Where? | | |
| | select_one mood | feel | How is it here? | likert faces | yes |
| | select_one do | plan | What would you do? | | yes |
| | rank do | order | In which order? | | yes |
| | integer | trees | How many trees? | | 0 3 6 |
| choices |
| | list_name | name | label |
| | place | tolkade | Tolkade |
| | place | rietwijk | Rietwijk |
| | mood | bad | Bad |
| | mood | so_so | So so |
| | mood | good | Good |
| | do | trees | Plant trees |
| | do | parking | Keep parking |
)";

ResultItem item(const std::string& name, const std::string& label) { return {name, {{"nl", label}}}; }

Tally tally(std::int64_t people, std::map<std::string, std::int64_t, std::less<>> amounts) {
  return {.people = people, .amounts = std::move(amounts)};
}

/// Of 40 people in Tolkade and of 90 in all; of Rietwijk nothing is published.
Results results() {
  Results results;
  results.since = "2026-03-01";
  results.places = {item("tolkade", "Tolkade"), item("rietwijk", "Rietwijk")};
  results.questions = {
      {.name = "plan",
       .kind = ResultKind::choice,
       .labels = {{"nl", "Wat zou u doen?"}},
       .items = {item("trees", "Bomen planten"), item("parking", "Parkeren houden")},
       .places = {{"tolkade", tally(40, {{"trees", 24}, {"parking", 16}})}},
       .all = tally(90, {{"trees", 30}, {"parking", 60}}),
       .crossings = {}},
      {.name = "order",
       .kind = ResultKind::order,
       .labels = {{"nl", "In welke volgorde?"}},
       .items = {item("trees", "Bomen planten"), item("parking", "Parkeren houden")},
       .places = {},
       .all = tally(20, {{"trees", 36}, {"parking", 24}}),
       .crossings = {}},
      {.name = "unsaid",
       .labels = {{"nl", "Nog niets"}},
       .items = {item("a", "A")},
       .places = {},
       .all = {},
       .crossings = {}},
  };
  return results;
}

struct Shown {
  LoadedForm loaded = load_form_from_bytes("form.md", form_text, {});
  Words words = Words::load(BUURTPEIL_ASSETS "/texts/words.csv").value();
  Results here = results(), earlier = results();
  OtherResults others;
  std::string place = "tolkade";
  std::map<std::string, Tally, std::less<>> own = {{"plan", tally(1, {{"trees", 1}})},
                                                   {"order", tally(1, {{"parking", 1}, {"trees", 2}})}};

  Shown() { earlier.round_names = {{"nl", "voorjaar 2025"}}; }
  [[nodiscard]] const Form& form() const { return loaded.form ? *loaded.form : *loaded.flawed; }
  [[nodiscard]] ResultsView view(std::size_t page, const std::string& beside = "") const {
    const OthersSaid said{form(), here, others, place, own};
    return results_view(said, page, beside, "nl", words.in({"nl"}));
  }
  [[nodiscard]] std::string text(std::size_t page, const std::string& beside = "") const {
    return to_text(view(page, beside));
  }
};

}  // namespace

TEST_CASE("one's own place is shown, one's own answer is marked, and everybody can be laid beside") {
  CHECK(Shown().text(0) ==
        "results \n"
        "50% 1 van 2\n"
        "Wat anderen zeiden\n"
        "Wat zou u doen?\n"
        "  Ongeveer 40 mensen in Tolkade, sinds 1 mrt 2026\n"
        "rows:\n"
        "  Bomen planten: 60 % 0.60 <- Uw antwoord\n"
        "  Parkeren houden: 40 % 0.40\n"
        "Leg ernaast:\n"
        "  ( ) all: Alle plaatsen samen\n"
        "Geen steekproef: dit zijn de mensen die hier hebben geantwoord. De getallen zijn afgerond.\n"
        "next: Ga verder | back: Ga terug | finish: Klaar\n");
}

TEST_CASE("what is laid beside has its numbers and its people, and a touch takes it away again") {
  const ResultsView view = Shown().view(0, "all");
  CHECK(view.beside_about == "Alle plaatsen samen: ongeveer 90 mensen");
  CHECK(view.bars.front().beside_value == "35 %");
  CHECK(view.change == "");
  CHECK(std::get<event::Compare>(view.comparisons.front().event).name == "");
}

TEST_CASE("where too few answered in one's own place it says so and shows everybody") {
  Shown shown;
  shown.place = "rietwijk";
  const ResultsView view = shown.view(0);
  CHECK(view.note == "Rietwijk: te weinig mensen hebben geantwoord om dat apart te laten zien.");
  CHECK(view.about == "Alle plaatsen samen: ongeveer 90 mensen, sinds 1 mrt 2026");
  CHECK(view.bars.front().value == "35 %");
  CHECK(view.comparisons.empty());
}

TEST_CASE("who named no place sees everybody, without a word of too few") {
  Shown shown;
  shown.place = "";
  CHECK(shown.view(0).note == "");
  CHECK(shown.view(0).about == "Alle plaatsen samen: ongeveer 90 mensen, sinds 1 mrt 2026");
}

TEST_CASE("then and now: the earlier round of the same place, and the change in words") {
  Shown shown;
  shown.earlier.questions[0].places["tolkade"] = tally(20, {{"trees", 5}, {"parking", 15}});
  shown.others.earlier = {shown.earlier};
  const ResultsView view = shown.view(0, "round");
  CHECK(view.beside_about == "Vorige keer: voorjaar 2025: ongeveer 20 mensen");
  CHECK(view.change == "Meer mensen dan vorige keer kozen: Bomen planten");
  shown.others.earlier[0].questions[0].places = {};
  CHECK(shown.view(0, "round").beside_about == "");
}

TEST_CASE("a question that was asked otherwise elsewhere is not compared, and it says so") {
  Shown shown;
  shown.earlier.questions[0].items.push_back(item("both", "Allebei"));
  shown.others.elsewhere = {shown.earlier};
  const ResultsView view = shown.view(0, "region");
  CHECK(view.comparisons.size() == 1);
  CHECK(view.small_print.back() == "De regio: niet te vergelijken, want de antwoorden waren daar anders.");
}

TEST_CASE("the whole municipality stands in place of this kiosk's total") {
  Shown shown;
  shown.earlier.municipality = "Gemeente Elzermonde";
  shown.others.municipality = {shown.earlier};
  const ResultsView view = shown.view(0, "municipality");
  REQUIRE(view.comparisons.size() == 1);
  CHECK(view.comparisons.front().label == "Gemeente Elzermonde");
  CHECK(view.beside_about == "Gemeente Elzermonde: ongeveer 90 mensen");
}

TEST_CASE(
    "a ranking is an order with mean places, and one's own first is marked; the last page has no next") {
  CHECK(Shown().text(1) ==
        "results \n"
        "100% 2 van 2\n"
        "Wat anderen zeiden\n"
        "In welke volgorde?\n"
        "  Tolkade: te weinig mensen hebben geantwoord om dat apart te laten zien.\n"
        "  Alle plaatsen samen: ongeveer 20 mensen, sinds 1 mrt 2026\n"
        "rows:\n"
        "  1. Parkeren houden: gemiddeld 1,2 0.90 <- Uw nummer 1\n"
        "  2. Bomen planten: gemiddeld 1,8 0.60\n"
        "Geen steekproef: dit zijn de mensen die hier hebben geantwoord. De getallen zijn afgerond.\n"
        "back: Ga terug | finish: Klaar\n");
}

TEST_CASE("a number is upright bars of its classes, and many classes are put together") {
  Shown shown;
  QuestionResults& question = shown.here.questions[0];
  question.kind = ResultKind::number;
  question.items.clear();
  for (int from = 0; from < 24; ++from)
    question.items.push_back(item(std::to_string(from), std::to_string(from)));
  question.items.push_back(item("24", "24+"));
  question.places["tolkade"] = tally(20, {{"0", 5}, {"1", 5}, {"24", 10}});
  shown.own["plan"] = tally(1, {{"1", 1}});
  const ResultsView view = shown.view(0);
  CHECK(view.shape == ResultsView::Shape::columns);
  REQUIRE(view.bars.size() == 9);
  CHECK(view.bars.front().label.words == "\u200E0–2");
  CHECK(view.bars.front().value == "50 %");
  CHECK(view.bars.front().own);
  CHECK(view.bars.back().label.words == "\u200E24+");
}

TEST_CASE("while nothing may be shown yet there is one page that says so") {
  Shown shown;
  shown.here.questions.clear();
  CHECK(result_pages(shown.here).empty());
  CHECK(shown.text(0) ==
        "results \n"
        "0% \n"
        "Nog te weinig antwoorden\n\n"
        "  Vanaf 10 mensen ziet u hier wat anderen zeiden. Zo kan niemand in de cijfers worden herkend.\n"
        "back: Ga terug | finish: Klaar\n");
}

TEST_CASE("what most people of a place chose makes a slide, where they are three of ten at least") {
  const auto findings =
      findings_of(results(), "nl", Words::load(BUURTPEIL_ASSETS "/texts/words.csv").value().in({"nl"}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].question == "Wat zou u doen?");
  CHECK(findings[0].claim == "In Tolkade kozen 6 van de 10 mensen: Bomen planten");
  CHECK(findings[0].of_ten == 6);
  const auto words = Words::load(BUURTPEIL_ASSETS "/texts/words.csv");
  // The invitation asks that question itself.
  CHECK(findings_of(results(), "nl", words.value().in({"nl"}), results().questions.front().name).empty());
}

TEST_CASE("what was done is read from the form, with what is decided and open") {
  const LoadedForm loaded = load_form_from_bytes("form.md", form_text + R"(
| settings |
| | kiosk_did | kiosk_decided | kiosk_when |
| | More trees => 40 are planted => done in March | The parks stay. | Before September. |
)",
                                                 {});
  REQUIRE(loaded.form);
  CHECK(has_did(*loaded.form));
  CHECK_FALSE(has_did(Shown().form()));
  CHECK(to_text(did_view(*loaded.form, -1,
                         Words::load(BUURTPEIL_ASSETS "/texts/words.csv").value().in({"nl"}))) ==
        "did \n"
        "U zei, wij deden\n"
        "U zei => Wij deden\n"
        "  More trees => 40 are planted => done: done in March\n"
        "Al besloten\n"
        "  The parks stay.\n"
        "Wanneer u iets hoort\n"
        "  Before September.\n"
        "next: Ga verder | back: Ga terug\n");
}
