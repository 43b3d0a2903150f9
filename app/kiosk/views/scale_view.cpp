#include "kiosk/views/scale_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "form/expression/value.h"

namespace buurtpeil {
namespace {

constexpr long far_stops = 10;
constexpr long most_stops_without_far = 20;
constexpr long most_stars = 10;
constexpr long most_labelled_stops =
    11;                           // numbers of all stops below the line, where nobody asked for others
constexpr long most_ticks = 100;  // more make no scale but a grey band

std::string whole_text_of(const Sentence* sentence) {
  std::string words;
  if (sentence == nullptr) return words;
  for (const Piece& piece : *sentence) words += piece.words;
  return words;
}

class Filling {
 public:
  Filling(ScaleField& field, const Row& row, const std::string& decimal_sign)
      : field_(field), row_(row), scale_(row), decimal_sign_(decimal_sign) {}

  [[nodiscard]] std::string shown(std::string number) const {
    std::ranges::replace(number, '.', decimal_sign_.front());
    return number;
  }

  void stops(const std::string& value) {
    field_.stops = scale_.stops();
    field_.placeholder = scale_.placeholder();
    field_.value = shown(value);
    const auto [below, above] = scale_.around(value);
    if (below >= 0 || above >= 0) field_.stop = std::clamp(below, 0L, scale_.stops() - 1);
    moves(below, above);
  }

  void shape() {
    if (row_.has_appearance("vertical")) field_.shape = ScaleField::Shape::upright;
    const bool counts = scale_.value_at(0) == "1" && (scale_.stops() == 1 || scale_.value_at(1) == "2");
    if (row_.has_appearance("rating") && counts && scale_.stops() <= most_stars)
      field_.shape = ScaleField::Shape::stars;
  }

  /// Marks where the form wants them, else at every stop; numbers at the ends and where there are few.
  void ticks() {
    field_.marks = !row_.has_appearance("no-ticks");
    const long last = scale_.stops() - 1;
    const long interval = scale_.tick_interval();
    const bool many = last / interval > most_ticks;
    const bool all = last / interval < most_labelled_stops && field_.marks;
    for (long stop = 0; !many && stop <= last; stop += interval)
      field_.ticks.push_back({stop, all || stop == 0 || stop == last ? shown(scale_.value_at(stop)) : ""});
    if (field_.ticks.empty()) field_.ticks.push_back({0, shown(scale_.value_at(0))});
    if (field_.ticks.back().stop != last) field_.ticks.push_back({last, shown(scale_.value_at(last))});
  }

  /// The form's own labels take the place of all numbers.
  void labels(const Form& form, int language) {
    const auto set = row_.parameters.find("tick_labelset");
    if (set == row_.parameters.end()) return;
    const auto list = form.choices.find(set->second);
    if (list == form.choices.end()) return;
    field_.named = true;
    for (ScaleField::Tick& tick : field_.ticks) tick.label.clear();
    for (const Choice& choice : list->second) {
      const auto [stop, above] = scale_.around(choice.name);
      if (stop < 0 || stop != above) continue;
      const auto place = std::ranges::lower_bound(field_.ticks, stop, {}, &ScaleField::Tick::stop);
      const std::string label = whole_text_of(form.in_language(choice.label, language));
      if (place != field_.ticks.end() && place->stop == stop)
        place->label = label;
      else
        field_.ticks.insert(place, {stop, label});
    }
  }

 private:
  void moves(long below, long above) {
    const long last = scale_.stops() - 1;
    const auto valid = [&](long stop) { return stop >= 0 && stop <= last ? stop : -1L; };
    if (scale_.stops() > most_stops_without_far) {
      const std::string far = shown(scale_.size_of(far_stops));
      field_.far_less.label = signed_label("−", far);
      field_.far_more.label = signed_label("+", far);
    }
    if (field_.stop < 0) {
      field_.less.stop = scale_.placeholder() < 0 ? last : scale_.placeholder();
      field_.more.stop = scale_.placeholder() < 0 ? 0 : scale_.placeholder();
      return;
    }
    field_.less.stop = valid(above - 1);
    field_.more.stop = valid(below + 1);
    if (field_.far_less.label.empty()) return;
    field_.far_less.stop = valid(above - far_stops);
    field_.far_more.stop = valid(below + far_stops);
  }

  ScaleField& field_;
  const Row& row_;
  Scale scale_;
  std::string decimal_sign_;
};

}  // namespace

Scale::Scale(const Row& row) {
  const double start = number(row, "start", 1), end = number(row, "end", 10);
  const double step = std::abs(number(row, "step", 1));
  step_ = step > 0 ? step : 1;
  steps_ = static_cast<long>(std::min(1e15, std::floor(std::abs(end - start) / step_ + 1e-9)));
  low_ = start <= end ? start : start - static_cast<double>(steps_) * step_;
  const double placeholder = number(row, "placeholder", NAN);
  if (placeholder >= std::min(start, end) && placeholder <= std::max(start, end))
    placeholder_ = std::lround(std::clamp((placeholder - low_) / step_, 0.0, static_cast<double>(steps_)));
  const double interval = number(row, "tick_interval", NAN);
  if (interval > 0) tick_interval_ = std::max(1L, std::lround(std::min(1e15, interval / step_)));
}

double Scale::number(const Row& row, const char* parameter, double otherwise) {
  const auto found = row.parameters.find(parameter);
  if (found == row.parameters.end()) return otherwise;
  const double number = text_to_number(found->second);
  if (std::isnan(number)) return otherwise;
  const std::size_t point = found->second.find('.');
  if (point != std::string::npos)
    decimals_ = std::max(decimals_, static_cast<int>(found->second.size() - point - 1));
  return number;
}

std::string Scale::plain(double number) const {
  return number_to_text(text_to_number(fmt::format("{:.{}f}", number, std::min(decimals_, 12))));
}

std::string Scale::value_at(long stop) const {
  if (stop < 0 || stop > steps_) return "";
  return plain(low_ + static_cast<double>(stop) * step_);
}

std::pair<long, long> Scale::around(const std::string& value) const {
  const double number = text_to_number(value);
  if (std::isnan(number)) return {-1, -1};
  const double stop = std::clamp((number - low_) / step_, -1.0, static_cast<double>(steps_) + 1);
  return {static_cast<long>(std::floor(stop + 1e-9)), static_cast<long>(std::ceil(stop - 1e-9))};
}

std::string Scale::size_of(long steps) const { return plain(static_cast<double>(steps) * step_); }

std::string signed_label(const char* sign, const std::string& number) { return "\u200E" + (sign + number); }

void fill_scale(ScaleField& field, const Form& form, const Row& row, const std::string& value, int language,
                const Wording& say) {
  Filling filling{field, row, say("decimal_sign")};
  filling.stops(value);
  filling.shape();
  filling.ticks();
  filling.labels(form, language);
  if (field.shape == ScaleField::Shape::stars && field.stop >= 0)
    field.value = say("rating_of", {{"stars", field.value}, {"all", std::to_string(field.stops)}});
}

}  // namespace buurtpeil
