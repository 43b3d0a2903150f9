#include "kiosk/views/scale_view.h"

#include <algorithm>
#include <utility>

#include "visit/scale.h"

namespace buurtpeil {
namespace {

constexpr long most_stops_without_far = 20;
constexpr long most_stars = 10;
constexpr long most_labelled_stops = 11;  // with all their numbers, when the form gives no labels
constexpr long most_ticks = 100;          // more could not be told apart

class Filling {
 public:
  Filling(ScaleField& field, const Range& range, std::string decimal_sign)
      : field_(field), range_(range), scale_(range), decimal_sign_(std::move(decimal_sign)) {}

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
    moves(value);
  }

  void shape() {
    if (range_.vertical) field_.shape = ScaleField::Shape::upright;
    const bool counts = scale_.value_at(0) == "1" && (scale_.stops() == 1 || scale_.value_at(1) == "2");
    if (range_.rating && counts && scale_.stops() <= most_stars) field_.shape = ScaleField::Shape::stars;
  }

  /// Marks where the form wants them, else at every stop; numbers at the ends and where there are few.
  void ticks() {
    field_.marks = !range_.no_ticks;
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
    const auto list = form.choices.find(range_.tick_labels);
    if (list == form.choices.end()) return;
    field_.named = true;
    for (ScaleField::Tick& tick : field_.ticks) tick.label = {};
    for (const Choice& choice : list->second) {
      const auto [stop, above] = scale_.around(choice.name);
      if (stop < 0 || stop != above) continue;
      const auto place = std::ranges::lower_bound(field_.ticks, stop, {}, &ScaleField::Tick::stop);
      const Sentence* words = form.in_language(choice.label, language);
      const StyledText label = words ? words_of(*words) : StyledText();
      if (place != field_.ticks.end() && place->stop == stop)
        place->label = label;
      else
        field_.ticks.insert(place, {stop, label});
    }
  }

 private:
  void moves(const std::string& value) {
    const Scale::Moves moves = scale_.moves_from(value);
    field_.less.stop = moves.less;
    field_.more.stop = moves.more;
    if (scale_.stops() <= most_stops_without_far) return;
    const std::string far = shown(scale_.size_of(Scale::far_stops));
    field_.far_less = {moves.far_less, signed_label("−", far)};
    field_.far_more = {moves.far_more, signed_label("+", far)};
  }

  ScaleField& field_;
  const Range& range_;
  Scale scale_;
  std::string decimal_sign_;
};

}  // namespace

std::string signed_label(const char* sign, const std::string& number) { return "\u200E" + (sign + number); }

void fill_scale(ScaleField& field, const Form& form, const Range& range, const std::string& value,
                int language, const Wording& say) {
  Filling filling{field, range, say("decimal_sign")};
  filling.stops(value);
  filling.shape();
  filling.ticks();
  filling.labels(form, language);
  if (field.shape == ScaleField::Shape::stars && field.stop >= 0)
    field.value = say("rating_of", {{"stars", field.value}, {"all", std::to_string(field.stops)}});
}

}  // namespace buurtpeil
