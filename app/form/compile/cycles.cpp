// check_cycles: a calculation, a relevance or a number of repeats that depends on itself would never come to
// rest, or never begin.
#include <fmt/format.h>

#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/references.h"

namespace buurtpeil {
namespace {

/// What each row's value depends on: what its relevance, calculation and repeat_count refer to, and the group
/// around it, since nothing inside a group that is not relevant, or a repeat that does not stand there, has a
/// value. A repeat_count may look at all turns so far (count, indexed-repeat, predicates): so a form asks on
/// until somebody says that it was the last one.
class Dependencies {
 public:
  explicit Dependencies(const Loading& loading)
      : form_(loading.form), index_(form_), needs_(form_.rows.size()) {
    for (int i = 0; i < static_cast<int>(form_.rows.size()); ++i) {
      const Row& row = form_.rows[i];
      if (row.parent >= 0) needs_[i].push_back(row.parent);
      if (row.relevant) add(i, *row.relevant);
      if (row.calculation) add(i, *row.calculation);
      if (row.repeat_count && !looks_at_turns(row.repeat_count->source())) add(i, *row.repeat_count);
    }
  }

  [[nodiscard]] const std::vector<int>& of(int row) const { return needs_[row]; }

 private:
  static bool looks_at_turns(const std::string& source) {
    return source.contains("indexed-repeat") || source.contains('[') || source.contains("count(") ||
           source.contains("sum(") || source.contains("max(");
  }

  void add(int row, const Expression& expression) {
    // Running totals look at their own earlier turns.
    const bool earlier_turns =
        expression.source().contains("indexed-repeat") || expression.source().contains('[');
    const auto need = [&](int target) {
      if (target != row || !earlier_turns) needs_[row].push_back(target);
    };
    for (const Reference& reference : expression.references()) {
      if (reference.kind == Reference::Kind::question)
        for (const int target : index_.nearest(reference.name, row)) need(target);
      if (reference.kind == Reference::Kind::path && !reference.inside_predicate && reference.name != ".")
        if (const int target = index_.by_path(reference.name, row);
            target >= 0 && !form_.rows[target].is_container())
          need(target);
    }
  }

  const Form& form_;
  NameIndex index_;
  std::vector<std::vector<int>> needs_;
};

enum class Mark { unseen, on_the_way, done };

/// Depth first with a stack of its own: a chain of ten thousand calculations is long, not deep.
std::vector<int> find_cycle(const Dependencies& dependencies, int start, std::vector<Mark>& marks) {
  std::vector<std::pair<int, std::size_t>> way = {{start, 0}};
  marks[start] = Mark::on_the_way;
  while (!way.empty()) {
    auto& [row, next] = way.back();
    if (next == dependencies.of(row).size()) {
      marks[row] = Mark::done;
      way.pop_back();
      continue;
    }
    const int target = dependencies.of(row)[next++];
    if (marks[target] == Mark::on_the_way) {
      std::vector<int> cycle;
      const auto from = std::ranges::find_if(way, [&](const auto& step) { return step.first == target; });
      for (auto step = from; step != way.end(); ++step) cycle.push_back(step->first);
      for (const auto& step : way) marks[step.first] = Mark::done;
      return cycle;
    }
    if (marks[target] == Mark::unseen) {
      marks[target] = Mark::on_the_way;
      way.emplace_back(target, 0);
    }
  }
  return {};
}

}  // namespace

void check_cycles(Loading& loading) {
  const Form& form = loading.form;
  const Dependencies dependencies(loading);
  std::vector<Mark> marks(form.rows.size(), Mark::unseen);
  for (int start = 0; start < static_cast<int>(form.rows.size()); ++start) {
    if (marks[start] != Mark::unseen) continue;
    std::vector<int> cycle = find_cycle(dependencies, start, marks);
    if (cycle.empty()) continue;
    std::ranges::rotate(cycle, std::ranges::min_element(cycle));
    std::string chain;
    for (const int row : cycle) chain += form.rows[row].name + " -> ";
    const Row& first = form.rows[cycle.front()];
    Cell cell = first.cell;
    const bool counts = first.repeat_count && !first.relevant;
    const char* column = first.calculation ? "calculation" : counts ? "repeat_count" : "relevant";
    if (const Heading* heading = loading.survey.heading(column)) cell.column = heading->place;
    loading.problems.error(cell, fmt::format("'{}' depends on itself: {}{}", first.name, chain, first.name));
  }
}

}  // namespace buurtpeil
