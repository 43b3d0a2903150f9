#include "results/results.h"

#include <algorithm>
#include <array>

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 5> kind_names = {"choice", "several", "order", "points", "number"};

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  people += other.people;
  for (const auto& [item, amount] : other.amounts) amounts[item] += amount;
  return *this;
}

std::int64_t Tally::of(std::string_view item) const {
  const auto found = amounts.find(item);
  return found == amounts.end() ? 0 : found->second;
}

std::string to_name(ResultKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

std::optional<ResultKind> result_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i)
    if (name == kind_names[i]) return static_cast<ResultKind>(i);
  return std::nullopt;
}

const QuestionResults* Results::question(std::string_view name) const {
  const auto found = std::ranges::find(questions, name, &QuestionResults::name);
  return found == questions.end() ? nullptr : &*found;
}

int percent_in_fives(std::int64_t amount, std::int64_t of) {
  if (of <= 0) return 0;
  const double part = std::clamp(static_cast<double>(amount) / static_cast<double>(of), 0.0, 1.0);
  return static_cast<int>(part * 20 + 0.5) * 5;
}

std::int64_t people_in_tens(std::int64_t people) {
  return people <= 0 ? 0 : std::max<std::int64_t>(10, (people + 5) / 10 * 10);
}

}  // namespace buurtpeil
