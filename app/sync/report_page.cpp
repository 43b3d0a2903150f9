#include "sync/report_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "form/did.h"
#include "form/form.h"
#include "form/strings.h"
#include "results/compare.h"
#include "sync/report_chart.h"
#include "sync/report_style.h"

namespace buurtpeil::sync {
namespace {

const WordsByLanguage& text_of_report(const Results& results, const char* name) {
  static const WordsByLanguage none;
  const auto found = results.texts.find(name);
  return found == results.texts.end() ? none : found->second;
}

/// Each line a paragraph.
Html paragraphs_in(const WordsByLanguage& words, const ReportWords& say) {
  const auto [language, all] = say.chosen(words);
  Html paragraphs;
  for (const std::string& line : lines_of(all)) paragraphs += element("p", say.apart(language, line));
  return paragraphs;
}

Html section_of(const Html& heading, const Html& inside) {
  return inside.empty() ? Html{} : element("section", element("h2", heading) + inside);
}

/// A term and what is said of it; nothing of nothing.
Html fact(const Html& term, const Html& said) {
  return said.empty() ? Html{} : element("div", element("dt", term) + element("dd", said));
}

/// About how many people answered: the file's number, or that of the question that most did.
std::int64_t people_of(const Results& results) {
  std::int64_t people = results.responses;
  for (const QuestionResults& question : results.questions) people = std::max(people, question.all.people);
  return people;
}

Html title_of_report(const Results& results, const ReportWords& say) {
  return say.name(text_of_report(results, "title"), results.form_id);
}

Html head_of(const Results& results, const ReportWords& say, const std::string& logo) {
  std::vector<Html> kicker = {say("kicker")};
  if (!results.municipality.empty()) kicker.push_back(say.apart("", results.municipality));
  if (!results.round.empty() || !results.round_names.empty()) kicker.push_back(name_of_round(results, say));
  Html line;
  for (const Html& part : kicker) line += (line.empty() ? Html{} : text(" · ")) + part;
  const Html picture =
      logo.empty()
          ? Html{}
          : element("img", {{"class", "logo"},
                            {"src", logo},
                            {"alt", results.municipality.empty() ? results.form_id : results.municipality}});
  return picture + element("p", {{"class", "kicker"}}, line) + element("h1", title_of_report(results, say));
}

Html when_of(const Results& results, const ReportWords& say) {
  if (results.since.empty()) return {};
  if (results.until.empty() || results.until == results.since) return say.day(results.since);
  return say("period", {{"since", say.day(results.since)}, {"until", say.day(results.until)}});
}

Html facts_of(const Results& results, const ReportWords& say) {
  const std::int64_t people = people_of(results);
  std::vector<Html> kiosks;
  for (const std::string& kiosk : results.kiosks) kiosks.push_back(say.apart("", kiosk));
  const Html who =
      people == 0 ? say("asked_nobody") : say("asked_who_text", {{"people", say.people(people)}});
  const Html what =
      say("asked_what_text", {{"questions", text(fmt::format("{}", results.questions.size()))}});
  return element(
      "section",
      element("h2", {{"class", "hidden"}}, say("asked_title")) +
          element("dl", {{"class", "facts"}},
                  fact(say("asked_who"), who) + fact(say("asked_what"), what) +
                      fact(say("asked_where"), say.apart("", results.municipality)) +
                      fact(say("asked_when"), when_of(results, say)) +
                      fact(say("asked_how"),
                           kiosks.empty() ? Html{} : say("asked_how_text", {{"kiosks", say.list(kiosks)}}))));
}

/// "40 %", "put first by 40 %"
Html share_in_brief(const QuestionResults& question, const ResultItem& item, const ReportWords& say) {
  const Tally& all = question.all;
  if (question.kind == ResultKind::order)
    return say("brief_first",
               {{"percent", say.percent(percent_in_fives(all.of("first/" + item.name), all.people))}});
  const Html percent = say.percent(percent_of(question, all, item.name));
  return question.kind == ResultKind::points ? say("brief_points", {{"percent", percent}}) : percent;
}

Html brief_row(const QuestionResults& question, int number, const ReportWords& say) {
  const std::vector<const ResultItem*> most = chosen_most(question, question.all);
  constexpr std::size_t alike = 3;  // where more are, nothing was chosen most
  if (most.empty() || most.size() > alike) return {};
  std::vector<Html> names;
  for (const ResultItem* item : most) names.push_back(say.name(item->labels, item->name));
  const Html link =
      element("a", {{"href", fmt::format("#q{}", number)}}, say.name(question.labels, question.name));
  return element("tr", element("th", {{"scope", "row"}}, link) +
                           element("td", {{"class", "most"}}, say.list(names)) +
                           element("td", share_in_brief(question, *most.front(), say)));
}

Html brief_of(const Results& results, const ReportWords& say) {
  Html rows;
  int number = 0;
  for (const QuestionResults& question : results.questions) rows += brief_row(question, ++number, say);
  if (rows.empty()) return {};
  const auto heading = [&](ReportWord word) { return element("th", {{"scope", "col"}}, say(word)); };
  const Html table = element(
      "table", {{"class", "brief"}},
      element("caption", {{"class", "hidden"}}, say("brief_title")) +
          element("thead", element("tr", heading("question") + heading("most") + heading("brief_share"))) +
          element("tbody", rows));
  return section_of(say("brief_title"), element("p", {{"class", "note"}}, say("brief_note")) + table);
}

Html decide_of(const Results& results, const ReportWords& say) {
  const auto told = [&](ReportWord term, const char* name) {
    return fact(say(term), paragraphs_in(text_of_report(results, name), say));
  };
  const Html facts = told("decide_decided", "kiosk_decided") + told("decide_open", "kiosk_open") +
                     told("decide_who", "kiosk_who") + told("decide_when", "kiosk_when");
  if (facts.empty()) return {};
  return section_of(say("decide_title"), element("dl", {{"class", "facts decide"}}, facts));
}

/// A filled circle with a tick, half a circle, an empty one with a line.
Html sign_of(DidKind kind) {
  const auto path = [](const char* name, const char* line) {
    return element("path", {{"class", name}, {"d", line}});
  };
  const Html ring = path("ring", "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z");
  Html inside;
  switch (kind) {
    case DidKind::done:
      inside = path("full", "M8 .5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z") +
               path("stroke on", "M4.5 8.3l2.4 2.4l4.6-5");
      break;
    case DidKind::going_on:
      inside = ring + path("full", "M8 1.5a6.5 6.5 0 0 1 0 13z");
      break;
    case DidKind::not_done:
      inside = ring + path("stroke", "M5 8h6");
      break;
  }
  return element("svg", {{"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}}, inside);
}

Html did_of(const Results& results, const ReportWords& say) {
  const auto [language, lines] = say.chosen(text_of_report(results, "kiosk_did"));
  Html items;
  for (const Did& did : dids_of(lines)) {
    const Html state =
        element("dt", say("did_state")) +
        element("dd", {{"class", "state"}}, sign_of(did.kind) + say.apart(language, did.state));
    items += element(
        "li", element("dl", fact(say("did_said"), say.apart(language, did.said)) +
                                fact(say("did_did"), say.apart(language, did.did)) + element("div", state)));
  }
  if (items.empty()) return {};
  return section_of(say("did_title"), element("p", {{"class", "note"}}, say("did_note")) +
                                          element("ul", {{"class", "did"}}, items));
}

Html questions_of(const ReportContent& content, const ReportWords& say) {
  Html sections;
  for (const Results& region : content.regions)
    if (!share_core(content.results, region))
      sections += element("p", {{"class", "note"}}, say("no_core", {{"name", name_of_region(region, say)}}));
  int number = 0;
  for (const QuestionResults& question : content.results.questions)
    sections += question_section(content, question, ++number, say);
  return section_of(say("questions_title"), sections);
}

Html missing_of(const Results& results, const ReportWords& say) {
  Html rows;
  const auto row = [&](ReportWord why, std::int64_t times) {
    if (times <= 0) return;
    const Html about = say("about", {{"count", text(fmt::format("{}", people_in_tens(times)))}});
    rows += element("tr", element("th", {{"scope", "row"}}, say(why)) + element("td", about));
  };
  row("missing_skipped", results.skipped);
  row("missing_refused", results.refused);
  row("missing_timed_out", results.timed_out);
  row("missing_doubted", results.doubted);
  if (rows.empty()) return {};
  const Html headings = element("th", {{"scope", "col"}}, say("missing_why")) +
                        element("th", {{"scope", "col"}}, say("missing_times"));
  return element("h3", say("missing_title")) +
         element("table", {{"class", "missing"}},
                 element("caption", {{"class", "about"}}, say("missing_note")) +
                     element("thead", element("tr", headings)) + element("tbody", rows));
}

/// The places of which no question tells anything.
std::vector<Html> places_never_told(const Results& results, const ReportWords& say) {
  std::vector<Html> names;
  for (const ResultItem& place : results.places)
    if (std::ranges::none_of(results.questions, [&](const QuestionResults& question) {
          return question.places.contains(place.name);
        }))
      names.push_back(say.name(place.labels, place.name));
  return names;
}

Html limits_of_report(const Results& results, const ReportWords& say) {
  const Html least = text(fmt::format("{}", results.least));
  std::vector<Html> rules = {say("limits_sample"), say("limits_rounded"), say("limits_open")};
  if (!results.places.empty()) rules.push_back(say("limits_rule_place", {{"least", least}}));
  rules.push_back(say("limits_rule_batch", {{"least", least}}));
  if (const std::vector<Html> places = places_never_told(results, say); !places.empty())
    rules.push_back(say("limits_places", {{"places", say.list(places)}}));
  Html list;
  for (Html& rule : rules) list += element("li", std::move(rule));
  return section_of(say("limits_title"),
                    element("ul", {{"class", "rules"}}, list) + missing_of(results, say));
}

Html footer_of(const Results& results, const ReportWords& say) {
  std::vector<Html> form = {say.apart("", results.form_id)};
  if (!results.version.empty()) form.push_back(say("version", {{"version", say.apart("", results.version)}}));
  return element("footer", element("p", say("footer", {{"form", say.list(form)}})));
}

}  // namespace

std::string report_page(const ReportContent& content, const ReportWords& say, const HouseStyle& style,
                        const std::string& logo) {
  const Results& results = content.results;
  const std::string title = say.chosen(text_of_report(results, "title")).second;
  const Html head =
      element("meta", Attributes{{"charset", "utf-8"}}) +
      element("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"}}) +
      element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
      element("title", text(title.empty() ? results.form_id : title)) + raw_style(report_style(style));
  const Html body = element("header", head_of(results, say, logo)) +
                    element("main", facts_of(results, say) + brief_of(results, say) +
                                        decide_of(results, say) + did_of(results, say) +
                                        questions_of(content, say) + limits_of_report(results, say)) +
                    footer_of(results, say);
  const std::string& language = say.language_of_words();
  return document(element("html", {{"lang", language}, {"dir", is_right_to_left(language) ? "rtl" : "ltr"}},
                          element("head", head) + element("body", body)))
      .bytes();
}

}  // namespace buurtpeil::sync
