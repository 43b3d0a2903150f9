#include "sync/report_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "form/strings.h"
#include "results/compare.h"

namespace buurtpeil::sync {
namespace {

constexpr std::size_t most_items = 20;         ///< more are no chart any more
constexpr std::size_t most_columns = 11;       ///< 0 to 10
constexpr std::size_t most_told_columns = 6;   ///< small ones with a number on each
constexpr std::size_t most_named_columns = 5;  ///< of a scale with words
constexpr std::size_t short_label = 6, column_label = 12, long_label = 18;  ///< letters

/// How long a bar is, in percent: as round as what is told of it.
int bar_percent(const QuestionResults& question, const Tally& tally, std::string_view item) {
  if (question.kind != ResultKind::order) return percent_of(question, tally, item);
  return static_cast<int>(share_of(question, tally, item) * 100 + 0.5);
}

std::size_t letters_in(const std::string& words) {
  std::size_t letters = 0;
  for (const char c : words) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return letters;
}

Html label_of_item(const ResultItem& item, const ReportWords& say) {
  return say.name(item.labels, item.name);
}

/// In the form's order where that may mean something, else the most first; of very many only those chosen
/// most.
std::vector<const ResultItem*> items_in_order(const QuestionResults& question) {
  std::vector<const ResultItem*> items;
  for (const ResultItem& item : question.items) items.push_back(&item);
  const bool order = question.kind == ResultKind::order;
  const auto most_first = [&](const ResultItem* item) {
    return order ? question.all.of(item->name) : -question.all.of(item->name);
  };
  const bool own_order = question.kind == ResultKind::choice || question.kind == ResultKind::number;
  if (!own_order || items.size() > most_items) std::ranges::stable_sort(items, {}, most_first);
  if (items.size() > most_items) items.resize(most_items);
  return items;
}

void choose_shape(Chart& chart, const ReportWords& say) {
  const QuestionResults& question = *chart.question;
  std::size_t longest = 0;
  for (const ResultItem* item : chart.items)
    longest = std::max(longest, letters_in(say.chosen(item->labels).second));
  chart.long_labels = longest > long_label;
  const bool numbers = std::ranges::all_of(
      chart.items, [](const ResultItem* item) { return item->name == "-" || number_of(item->name); });
  const bool scale = question.kind == ResultKind::choice && numbers && chart.items.size() > 2;
  if (question.kind != ResultKind::number && !scale) return;
  if (chart.items.size() > most_columns || chart.items.size() != question.items.size()) return;
  chart.narrow_columns = longest <= short_label;
  chart.columns =
      chart.narrow_columns || (longest <= column_label && chart.items.size() <= most_named_columns);
}

bool among(const std::vector<const ResultItem*>& items, const ResultItem* item) {
  return std::ranges::find(items, item) != items.end();
}

Html rectangle(const char* kind, int x, int y, int width, int height) {
  const auto number = [](int n) { return fmt::format("{}", n); };
  return element("rect", {{"class", kind},
                          {"x", number(x)},
                          {"y", number(y)},
                          {"width", number(width)},
                          {"height", number(height)}});
}

Html drawing(const char* kind, const char* box, const Html& inside) {
  return element(
      "svg", {{"class", kind}, {"viewBox", box}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}},
      inside);
}

/// A line where another one ends, beyond both sides so that it is seen on any bar.
Html mark_line(const std::string& line) { return element("path", {{"class", "mark"}, {"d", line}}); }

/// A bar of 0 to 100; no mark: -1.
Html bar(int length, int mark) {
  Html inside = rectangle("track", 0, 3, 100, 8);
  if (length > 0) inside += rectangle("fill", 0, 3, length, 8);
  if (mark >= 0) inside += mark_line(fmt::format("M{} 0V14", mark));
  return drawing("bar", "0 0 100 14", inside);
}

/// Without a mark as high as it is long, so that its number stands right above it.
Html column(int length, int mark) {
  if (mark < 0)
    return element("svg",
                   {{"class", "column"},
                    {"style", fmt::format("--long: {}", length)},
                    {"viewBox", "0 0 10 100"},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}},
                   rectangle("fill", 1, 0, 8, 100));
  Html inside;
  if (length > 0) inside += rectangle("fill", 1, 100 - length, 8, length);
  return drawing("column", "0 0 10 100", inside + mark_line(fmt::format("M0 {}H10", 100 - mark)));
}

int on_scale(const Chart& chart, const Tally& tally, const ResultItem& item) {
  return std::min(100, bar_percent(*chart.question, tally, item.name) * 100 / chart.full);
}

/// What is told of an item: its share, of an order its mean place.
Html told(const Chart& chart, const Tally& tally, const ResultItem& item, const ReportWords& say) {
  if (chart.question->kind == ResultKind::order) return say.mean(mean_place(tally, item.name));
  return say.percent(percent_of(*chart.question, tally, item.name));
}

/// With the bar of the others where `mark` is not null.
Html value_cell(const Chart& chart, const Tally& tally, const Tally* mark, const ResultItem& item,
                const ReportWords& say) {
  const int at = mark == nullptr ? -1 : on_scale(chart, *mark, item);
  return element(
      "td", {{"class", mark == nullptr ? "own" : ""}},
      element("div", {{"class", "value"}},
              bar(on_scale(chart, tally, item), at) + element("span", told(chart, tally, item, say))));
}

Html column_heading(Html inside) { return element("th", {{"scope", "col"}}, std::move(inside)); }
Html row_heading(Html inside) { return element("th", {{"scope", "row"}}, std::move(inside)); }

/// The words below the columns are drawn: the table's own headings stand above its cells, unseen, since a
/// heading below a cell is none.
Html column_table(const Chart& chart, const Tally& tally, const Tally* mark, const Html& caption,
                  const ReportWords& say) {
  const std::vector<const ResultItem*> most = chosen_most(*chart.question, tally);
  Html headings, cells, labels;
  for (const ResultItem* item : chart.items) {
    const int at = mark == nullptr ? -1 : on_scale(chart, *mark, *item);
    const Attributes attributes = {{"class", among(most, item) ? "top" : ""}};
    headings += column_heading(label_of_item(*item, say));
    cells +=
        element("td", attributes,
                element("span", told(chart, tally, *item, say)) + column(on_scale(chart, tally, *item), at));
    labels += element("td", attributes, element("span", label_of_item(*item, say)));
  }
  const bool dense = mark != nullptr && chart.items.size() > most_told_columns;
  return element(
      "table", {{"class", dense ? "columns dense" : "columns"}},
      element("caption", caption) + element("thead", element("tr", headings)) +
          element("tbody", element("tr", cells) +
                               element("tr", {{"class", "labels"}, {"aria-hidden", "true"}}, labels)));
}

/// Whether the table tells, beside the mean place, how many put an item first.
enum class PutFirst { told, left_out };

Html bar_table(const Chart& chart, const Tally& tally, const Tally* mark, const Html& caption,
               PutFirst put_first, const ReportWords& say) {
  const bool order = chart.question->kind == ResultKind::order;
  const bool first = order && put_first == PutFirst::told;
  const std::vector<const ResultItem*> most = chosen_most(*chart.question, tally);
  Html rows;
  int rank = 0;
  for (const ResultItem* item : chart.items) {
    const Html number =
        first ? element("span", {{"class", "rank"}}, text(fmt::format("{}.", ++rank))) + text(" ") : Html{};
    Html cells = row_heading(number + label_of_item(*item, say)) + value_cell(chart, tally, mark, *item, say);
    if (first)
      cells += element("td", say.percent(percent_in_fives(tally.of("first/" + item->name), tally.people)));
    rows += element("tr", {{"class", among(most, item) ? "top" : ""}}, cells);
  }
  Html headings = column_heading(say("answer")) + column_heading(order ? say("mean_place") : say("share"));
  if (first) headings += column_heading(say("put_first"));
  return element(
      "table",
      {{"class", first               ? "bars ranking"
                 : chart.long_labels ? "bars above"
                                     : "bars"}},
      element("caption", caption) + element("thead", element("tr", headings)) + element("tbody", rows));
}

}  // namespace

Chart chart_of(const QuestionResults& question, const std::vector<const Tally*>& tallies,
               const ReportWords& say) {
  Chart chart;
  chart.question = &question;
  chart.items = items_in_order(question);
  choose_shape(chart, say);
  int longest = 0;
  for (const Tally* tally : tallies)
    for (const ResultItem* item : chart.items)
      longest = std::max(longest, bar_percent(question, *tally, item->name));
  chart.full = std::clamp((longest + 24) / 25 * 25, 25, 100);
  return chart;
}

std::vector<const ResultItem*> chosen_most(const QuestionResults& question, const Tally& tally) {
  std::vector<const ResultItem*> most;
  int best = 1;
  for (const ResultItem& item : question.items) {
    const int percent = bar_percent(question, tally, item.name);
    if (percent > best) most.clear();
    if (percent >= best) most.push_back(&item);
    best = std::max(best, percent);
  }
  return most;
}

Html lead_chart(const Chart& chart, const Tally& tally, const Html& caption, const ReportWords& say) {
  // Upright ones have nothing beside them with which they share a scale.
  return chart.columns ? column_table(chart_of(*chart.question, {&tally}, say), tally, nullptr, caption, say)
                       : bar_table(chart, tally, nullptr, caption, PutFirst::told, say);
}

Html small_chart(const Chart& chart, const Tally& tally, const Tally& mark, const Html& caption,
                 const ReportWords& say) {
  return chart.narrow_columns ? column_table(chart, tally, &mark, caption, say)
                              : bar_table(chart, tally, &mark, caption, PutFirst::left_out, say);
}

Html beside_chart(const Chart& chart, const std::vector<Side>& sides, const Html& caption,
                  const ReportWords& say) {
  Html headings = column_heading(say("answer"));
  for (const Side& side : sides)
    headings += column_heading(side.name + text(" ") +
                               element("span", {{"class", "about"}}, say.people(side.tally->people)));
  Html rows;
  for (const ResultItem* item : chart.items) {
    Html cells = row_heading(label_of_item(*item, say));
    for (const Side& side : sides)
      cells +=
          value_cell(chart, *side.tally, &side == &sides.front() ? nullptr : sides.front().tally, *item, say);
    rows += element("tr", cells);
  }
  return element("table", {{"class", "beside"}},
                 element("caption", {{"class", "hidden"}}, caption) +
                     element("thead", element("tr", headings)) + element("tbody", rows));
}

}  // namespace buurtpeil::sync
