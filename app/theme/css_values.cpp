// Lengths and families as CSS writes them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "theme/css_text.h"
#include "theme/theme_limits.h"
#include "theme/tokens.h"

namespace buurtpeil {
namespace {

constexpr double mm_per_px = 25.4 / 96;

struct Unit {
  std::string_view name;
  double mm;
};
constexpr std::array<Unit, 8> units = {{{"px", mm_per_px},
                                        {"rem", 16 * mm_per_px},
                                        {"em", 16 * mm_per_px},
                                        {"mm", 1},
                                        {"cm", 10},
                                        {"in", 25.4},
                                        {"pt", 25.4 / 72},
                                        {"q", 0.25}}};

/// A number, or a length in millimetres.
struct Amount {
  double value = 0;
  bool length = false;
};
using Maybe = std::optional<Amount>;

/// sum = product {+ product}, product = one {* one}, one = number | length | [calc](sum)
class Calculation {
 public:
  explicit Calculation(std::string_view text) : rest_(text) {}

  Maybe whole() {
    const Maybe result = sum();
    skip();
    return rest_.empty() ? result : std::nullopt;
  }

 private:
  void skip() { rest_ = css::trimmed(rest_); }
  bool take(std::string_view what) {
    skip();
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  Maybe sum() {
    Maybe left = product();
    while (left) {
      const bool plus = take("+");
      if (!plus && !take("-")) return left;
      const Maybe right = product();
      if (!right || right->length != left->length) return {};
      left->value += plus ? right->value : -right->value;
    }
    return left;
  }

  Maybe product() {
    Maybe left = one();
    while (left) {
      const bool times = take("*");
      if (!times && !take("/")) return left;
      const Maybe right = one();
      if (!right || (right->length && (!times || left->length)) || (!times && right->value == 0)) return {};
      left = Amount{times ? left->value * right->value : left->value / right->value,
                    left->length || right->length};
    }
    return left;
  }

  Maybe one() {
    if (take("calc(") || take("(")) {
      if (++depth_ > theme_limits::depth) return {};
      const Maybe inside = sum();
      return take(")") ? inside : std::nullopt;
    }
    skip();
    const bool plus = take("+");
    double number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc{} || !std::isfinite(number) || (plus && rest_.front() == '-')) return {};
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    const std::size_t letters =
        std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz%"), rest_.size());
    const std::string_view name = rest_.substr(0, letters);
    rest_.remove_prefix(letters);
    if (name.empty()) return Amount{number, false};
    for (const Unit& unit : units)
      if (unit.name == name) return Amount{number * unit.mm, true};
    return {};
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
};

constexpr std::array generic = {"serif",     "sans-serif", "monospace",     "cursive",      "fantasy",
                                "system-ui", "ui-serif",   "ui-sans-serif", "ui-monospace", "ui-rounded",
                                "inherit",   "initial",    "unset"};

}  // namespace

std::optional<double> parse_length_mm(std::string_view css) {
  const std::string text = css::lowered(css::trimmed(css));
  const Maybe amount = Calculation{text}.whole();
  if (!amount || (!amount->length && amount->value != 0) || !std::isfinite(amount->value)) return {};
  return amount->value;
}

std::vector<std::string> parse_families(std::string_view css) {
  std::vector<std::string> families;
  while (!css.empty()) {
    const std::size_t comma = css::find_outside_strings(css, ",");
    std::string_view name = css::trimmed(css.substr(0, comma));
    css = comma == std::string_view::npos ? std::string_view{} : css.substr(comma + 1);
    if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
      name = css::trimmed(name.substr(1, name.size() - 2));
    const std::string lower = css::lowered(name);
    const bool known = std::ranges::find(generic, lower) != generic.end();
    if (!name.empty() && !known && families.size() < theme_limits::files) families.emplace_back(name);
  }
  return families;
}

}  // namespace buurtpeil
