#include "theme/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace buurtpeil {
namespace {

constexpr std::array<NamedRole, 19> all_roles = {{
    {"paper", &Palette::paper},
    {"card", &Palette::card},
    {"tint", &Palette::tint},
    {"pressed", &Palette::pressed},
    {"ink", &Palette::ink},
    {"heading", &Palette::heading},
    {"ink_quiet", &Palette::ink_quiet},
    {"accent", &Palette::accent},
    {"accent_pressed", &Palette::accent_pressed},
    {"on_accent", &Palette::on_accent},
    {"edge", &Palette::edge},
    {"line", &Palette::line},
    {"focus", &Palette::focus},
    {"warning", &Palette::warning},
    {"warning_card", &Palette::warning_card},
    {"shadow", &Palette::shadow},
    {"desk", &Palette::desk},
    {"track", &Palette::track},
    {"key", &Palette::key},
}};

constexpr std::array<NamedRole, 15> all_street_roles = {{
    {"sky", &Palette::sky},
    {"sun", &Palette::sun},
    {"leaf", &Palette::leaf},
    {"leaf_dark", &Palette::leaf_dark},
    {"trunk", &Palette::trunk},
    {"brick", &Palette::brick},
    {"brick_dark", &Palette::brick_dark},
    {"ochre", &Palette::ochre},
    {"plaster", &Palette::plaster},
    {"slate", &Palette::slate},
    {"door", &Palette::door},
    {"window", &Palette::window},
    {"quay", &Palette::quay},
    {"water", &Palette::water},
    {"water_light", &Palette::water_light},
}};

constexpr std::array all_pairs = std::to_array<Pair>({
    {&Palette::ink, &Palette::paper, Meeting::text},
    {&Palette::ink, &Palette::card, Meeting::text},
    {&Palette::ink, &Palette::tint, Meeting::text},
    {&Palette::ink, &Palette::pressed, Meeting::text},
    {&Palette::ink, &Palette::warning_card, Meeting::text},
    {&Palette::ink, &Palette::key, Meeting::text},
    {&Palette::heading, &Palette::paper, Meeting::text},
    {&Palette::ink_quiet, &Palette::paper, Meeting::text},
    {&Palette::ink_quiet, &Palette::card, Meeting::text},
    {&Palette::ink_quiet, &Palette::tint, Meeting::text},
    {&Palette::ink_quiet, &Palette::pressed, Meeting::text},
    {&Palette::on_accent, &Palette::accent, Meeting::text},
    {&Palette::on_accent, &Palette::accent_pressed, Meeting::text},
    {&Palette::accent, &Palette::paper, Meeting::text},  // the name of a group
    {&Palette::accent, &Palette::card, Meeting::control},
    {&Palette::accent, &Palette::tint, Meeting::control},
    {&Palette::accent, &Palette::track, Meeting::control},
    {&Palette::edge, &Palette::paper, Meeting::control},
    {&Palette::edge, &Palette::card, Meeting::control},
    {&Palette::edge, &Palette::pressed, Meeting::control},
    {&Palette::edge, &Palette::desk, Meeting::control},
    {&Palette::focus, &Palette::paper, Meeting::control},
    {&Palette::focus, &Palette::card, Meeting::control},
    {&Palette::warning, &Palette::paper, Meeting::control},
    {&Palette::warning, &Palette::warning_card, Meeting::control},
    {&Palette::on_accent, &Palette::warning, Meeting::control},
});

constexpr std::array fronts = std::to_array<Colour Palette::*>(
    {&Palette::ink, &Palette::heading, &Palette::ink_quiet, &Palette::accent, &Palette::accent_pressed,
     &Palette::focus, &Palette::warning, &Palette::on_accent, &Palette::edge});
constexpr std::array grounds = std::to_array<Colour Palette::*>(
    {&Palette::card, &Palette::tint, &Palette::pressed, &Palette::warning_card, &Palette::key, &Palette::desk,
     &Palette::track, &Palette::paper});

// Colours move in steps too small to see.
constexpr double step = 0.002;

const char* name_of(Colour Palette::* colour) {
  return std::ranges::find(all_roles, colour, &NamedRole::colour)->name;
}

/// How far a contrast is off, as a factor; 1 when it holds.
double off_by(double contrast, Limits asked) {
  return std::max({1.0, asked.least / contrast, contrast / asked.most});
}

/// The colour with the nearest lightness that is not off, or is so the least.
template <typename Off>
Colour nearest(Colour from, Off off_of) {
  const double start = lightness(from);
  Colour best = from;
  double least_off = off_of(from);
  for (int steps = 1; steps * step <= 1 + step && least_off > 1; ++steps) {
    for (const double to : {start - steps * step, start + steps * step}) {
      const Colour moved = with_lightness(from, to);
      if (const double now = off_of(moved); now < least_off) best = moved, least_off = now;
    }
  }
  return best;
}

/// Moves the colours of a palette until every pair has its contrast.
class Holding {
 public:
  Holding(Palette& palette, Contrast contrast) : palette_(palette), contrast_(contrast) {}

  std::vector<Move> run() {
    const Palette wished = palette_;
    move_fronts();
    if (anything_off()) {
      for (Colour Palette::* role : fronts) palette_.*role = wished.*role;
      settle_grounds();
      move_fronts();
    }
    for (Move& each : moves_) {
      each.to = colour_of(each.role);
      each.after = contrast(each.to, colour_of(each.ground));
    }
    std::erase_if(moves_, [](const Move& each) { return each.from == each.to; });
    return moves_;
  }

 private:
  /// How far all pairs with this role would be off with this colour, as a factor; 1 when all hold. Pairs with
  /// `except` do not count.
  double off(Colour Palette::* role, Colour colour, Colour Palette::* except = nullptr) const {
    double product = 1;
    for (const Pair& pair : all_pairs) {
      if (pair.front != role && pair.ground != role) continue;
      if (except != nullptr && (pair.front == except || pair.ground == except)) continue;
      const Colour other = palette_.*(pair.front == role ? pair.ground : pair.front);
      product *= off_by(contrast(colour, other), limits_of(pair.meeting, contrast_));
    }
    return product;
  }

  /// Several rounds, since moving one front may put off another that it meets.
  void move_fronts() {
    constexpr int turns = 3;
    for (turn_ = 0; turn_ < turns && anything_off(); ++turn_)
      for (Colour Palette::* role : fronts) move_if_off(role);
  }

  bool anything_off() const {
    return std::ranges::any_of(fronts, [&](Colour Palette::* role) { return off(role, palette_.*role) > 1; });
  }

  void move_if_off(Colour Palette::* role) {
    if (off(role, palette_.*role) <= 1) return;
    note(role);
    const Colour from = palette_.*role;
    const Colour holds = nearest(from, [&](Colour colour) { return off(role, colour); });
    palette_.*role = holds;
    if (role != &Palette::accent || turn_ > 0) return;
    // A style is recognised by its accent: where that would move far, the text on it moves instead.
    constexpr double far = 0.2;
    const Colour near = nearest(from, [&](Colour colour) { return off(role, colour, &Palette::on_accent); });
    const auto way = [&](Colour to) { return std::abs(lightness(to) - lightness(from)); };
    if (way(holds) > way(near) + far) palette_.*role = near;
  }

  /// All grounds become light, or all dark, as the page is, and so much so that there are colours that hold
  /// on all of them.
  void settle_grounds() {
    const bool light =
        contrast_ != Contrast::dark && contrast(palette_.paper, black) >= contrast(palette_.paper, white);
    const bool high = contrast_ == Contrast::high || contrast_ == Contrast::dark;
    const Limits room = high                         ? Limits{.least = 20.2}
                        : contrast_ == Contrast::low ? Limits{.least = 13, .most = 15}
                                                     : Limits{.least = 12};
    for (Colour Palette::* role : grounds) {
      note(role);
      palette_.*role = nearest(palette_.*role, [&](Colour colour) {
        return off_by(contrast(colour, light ? black : white), room);
      });
    }
    note(&Palette::on_accent);
    palette_.on_accent = contrast_ == Contrast::low ? palette_.paper : light ? white : black;
  }

  /// What is wrong with a colour before it is moved for the first time.
  void note(Colour Palette::* role) {
    if (std::ranges::find(moves_, name_of(role), &Move::role) != moves_.end()) return;
    Move worst{.role = name_of(role),
               .ground = {},
               .ground_colour = {},
               .from = palette_.*role,
               .to = {},
               .asked = {}};
    double worst_off = 0;
    for (const Pair& pair : all_pairs) {
      if (pair.front != role && pair.ground != role) continue;
      Colour Palette::* other = pair.front == role ? pair.ground : pair.front;
      const Limits asked = limits_of(pair.meeting, contrast_);
      const double now = contrast(palette_.*role, palette_.*other);
      const double off = off_by(now, asked);
      if (off < worst_off || (off == worst_off && other != &Palette::paper)) continue;
      worst_off = off;
      worst.ground = name_of(other);
      worst.below = pair.ground == role;
      worst.ground_colour = palette_.*other;
      worst.before = now;
      worst.asked = asked;
    }
    moves_.push_back(worst);
  }

  Colour colour_of(const std::string& role) const {
    return palette_.*(std::ranges::find(all_roles, role, &NamedRole::name)->colour);
  }

  Palette& palette_;
  Contrast contrast_;
  int turn_ = 0;
  std::vector<Move> moves_;
};

}  // namespace

std::vector<Move> hold(Palette& palette, Contrast contrast) { return Holding{palette, contrast}.run(); }

Colour readable(Colour wish, const Palette& palette, Contrast contrast_wished) {
  const Limits asked = limits_of(Meeting::text, contrast_wished);
  return nearest(laid_on(wish, palette.paper), [&](Colour colour) {
    double worst = 1;
    for (const Colour ground :
         {palette.paper, palette.card, palette.tint, palette.pressed, palette.warning_card})
      worst = std::max(worst, off_by(contrast(colour, ground), asked));
    return worst;
  });
}

std::span<const NamedRole> roles() { return all_roles; }
std::span<const NamedRole> street_roles() { return all_street_roles; }
std::span<const Pair> pairs() { return all_pairs; }

Limits limits_of(Meeting meeting, Contrast contrast) {
  if (meeting == Meeting::control) return {.least = 3};
  switch (contrast) {
    case Contrast::normal:
      return {.least = 4.5};
    case Contrast::high:
    case Contrast::dark:
      return {.least = 20};
    case Contrast::low:
      return {.least = 4.5, .most = 8};
  }
  return {};
}

}  // namespace buurtpeil
