// The robot visitor, for demonstrations and long runs: answers a form at random but validly, by touching what
// the screen offers. It sees a View and its targets and says where to tap; the finger is
// platform/input_injector.h's. Pure: the same views and seed give the same taps.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "ui/ui.h"
#include "ui/view.h"

namespace buurtpeil {

class Robot {
 public:
  /// Tries at one screen whose complaints do not go away, before it leaves and keeps what was answered.
  static constexpr int most_tries = 20;
  /// Taps at one screen before it gives up: 20 tries at a field-list of ten texts need some 4,000.
  static constexpr int most_taps = 10'000;
  /// Taps in a row on the same target: it erases no longer text than its own.
  static constexpr int most_alike = 50;
  /// Looks in a row at which what it wants cannot be tapped, but at most what may bring it into sight.
  static constexpr int most_vain = 50;

  Robot(int visits, std::uint64_t seed) : visits_left_(visits), random_(seed) {}

  /// What to tap now; nothing when it has finished, gives up, or waits for what it wants to appear: then it
  /// is asked again.
  [[nodiscard]] std::optional<Target> tap(const View& view, const std::vector<Target>& targets);

  /// All visits were made and the kiosk invites the next visitor; or it gave up.
  [[nodiscard]] bool finished() const { return finished_; }
  /// Why not every visit was completed, a line each: the question whose constraint it could not meet, a
  /// screen without a way on.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

 private:
  /// What it means to answer to one field; nothing at all is a wish too.
  struct Wish {
    bool refuses = false;
    std::set<std::string> choices;
    std::vector<std::string> order;  ///< of all choices
    std::size_t characters = 0;
    int steps = 0;  ///< that it still means to make
    bool adds = false;
    std::string step;          ///< target of the next one
    bool starts_anew = false;  ///< erases what is there first
  };

  /// What it remembers of the screen that is shown.
  struct AtScreen {
    int taps = 0, alike = 0, vain = 0, tries = 0;
    bool upwards = false;  ///< scrolls towards the beginning of the page
    std::string last_tap;
    std::string language;                ///< that it wants to choose
    std::string change;                  ///< target of the answer that it wants to change
    std::string writing;                 ///< path of the field that it put the caret into
    std::map<std::string, Wish> wishes;  ///< by path of the field
  };

  /// The target itself where it can be reached, else one that may bring it into sight, else nothing.
  const Target* way_to(const std::string& aim, const std::vector<Target>& targets);

  // Name of the target that it wants to tap next.
  std::string aim_at(const AttractView& view, const std::vector<Target>& targets);
  std::string aim_at(const LanguageView& view, const std::vector<Target>& targets);
  std::string aim_at(const LookView& view, const std::vector<Target>& targets);
  std::string aim_at(const IntroView& view, const std::vector<Target>& targets);
  std::string aim_at(const QuestionView& view, const std::vector<Target>& targets);
  std::string aim_at(const ReviewView& view, const std::vector<Target>& targets);
  std::string aim_at(const ResultsView& view, const std::vector<Target>& targets);
  std::string aim_at(const DidView& view, const std::vector<Target>& targets);
  std::string aim_at(const StillThereView& view, const std::vector<Target>& targets);
  std::string aim_at(const LeaveView& view, const std::vector<Target>& targets);
  std::string aim_at(const ThanksView& view, const std::vector<Target>& targets);
  std::string aim_at(const OutOfServiceView& view, const std::vector<Target>& targets);
  std::string aim_at(const PinView& view, const std::vector<Target>& targets);
  std::string aim_at(const StaffView& view, const std::vector<Target>& targets);
  std::string aim_at(const CopyView& view, const std::vector<Target>& targets);
  void count_visit();
  std::string first_aim(const AttractView& view);
  // The same for one field, "" when that is answered as wished.
  std::string aim_at_field(const NoteField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const ChoiceField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const WriteField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const StepField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const ScaleField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const PointsField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const MapField& field, const std::vector<Target>& targets);
  std::string aim_at_field(const RepeatField& field, const std::vector<Target>& targets);
  std::string aim_at_choice(const ChoiceField& field);
  std::string aim_at_order(const ChoiceField& field, Wish& wish);

  /// Of a list that is searched it chooses among the first options: it does not page through thousands.
  static constexpr int most_read_options = 20;
  Wish wish_for(const ChoiceField& field);
  Wish wish_for(const WriteField& field);
  Wish wish_for(const StepField& field);
  Wish wish_for(const ScaleField& field);
  std::string cell_of(const StepField& field, const std::vector<Target>& targets);
  bool skips();
  bool refuses(const Button& refuse);
  int below(int limit);
  void give_up(const std::string& why);

  int visits_left_;
  std::mt19937_64 random_;
  bool thanked_ = false;      ///< and not yet at the next visit
  bool saw_results_ = false;  ///< has looked at what others said
  bool visiting_ = false;
  bool looked_back_ = false;  ///< and changed an answer, or not
  bool finished_ = false;
  std::string complaint_;
  std::string screen_;
  AtScreen at_screen_;
};

}  // namespace buurtpeil
