#include "kiosk/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "kiosk/robot/robot.h"
#include "kiosk/robot/screenshots.h"
#include "kiosk/robot/trace.h"
#include "platform/clock.h"
#include "platform/free_memory.h"
#include "platform/input_injector.h"
#include "platform/player.h"
#include "platform/random.h"
#include "platform/signals.h"
#include "platform/write_all.h"
#include "visit/doubt.h"

namespace buurtpeil {
namespace {

// A whole frame at least this often, so that a display that stopped working is noticed while nobody is there,
// and no picture stays spoilt.
constexpr std::int64_t longest_still_ms = 60'000;
// A frame takes longer than this on a machine without a graphics card alone; a fade of 0.15 s would be four
// pictures there.
constexpr double whole_frame_of_fades_ms = 25;
// The robot looks again when nothing came of its last tap.
constexpr std::int64_t robot_patience_ms = 3'000;
// One step of the staff's volume. Ten steps cover 30 dB, and two steps are less than 10 dB apart.
constexpr int decibels_per_step = 3;

void print_log(const std::string& message) { fmt::print(stderr, "buurtpeil: {}\n", message); }

class MainLoop {
 public:
  MainLoop(const Config& config, Window& window, Ui& ui, Kiosk& kiosk, Screenshots screenshots,
           std::optional<InputInjector> injector)
      : config_(config),
        window_(window),
        ui_(ui),
        kiosk_(kiosk),
        screenshots_(std::move(screenshots)),
        injector_(std::move(injector)),
        robot_(config.robot_visits, config.seed.value_or(system_random())) {
    if (is_watched()) ui_.stop_motion();
  }

  int run() {
    const auto attachment = window_.attach();
    const EndSignals signals;
    while (!signals.end_asked() && !window_.close_asked() && !kiosk_.quit_asked() &&
           !(injector_ && robot_.finished())) {
      const bool touched = window_.wait(static_cast<double>(sleep_ms()) / 1000.0);
      follow_sound();  // a recording that ends wakes the loop, and nothing else tells of it
      if (touched || sleep_ms() == 0 || kiosk_.has_checked()) draw();
      if (at_rest()) rest();
    }
    if (!robot_.complaint().empty()) print_log(robot_.complaint());
    return robot_.complaint().empty() && !failed_ ? 0 : 1;
  }

 private:
  // What a touch does is shown with the touch: a frame that only passes input on is not shown, nor one whose
  // view its own event has changed. A press is shown even where its release has come already: the answer is
  // written to the disk before it is drawn, and the visitor sees sooner that the touch has arrived.
  void draw() {
    constexpr int unseen_at_most = 8;
    for (int unseen = 0; draw_unseen() && unseen < unseen_at_most; ++unseen) window_.drop_frame();
    if (now().monotonic_ms - whole_ms_ >= longest_still_ms) {
      whole_ms_ = now().monotonic_ms;
      window_.forget_picture();
    }
    window_.end_frame();
    ui_.set_fades(window_.whole_frame_ms() <= whole_frame_of_fades_ms);
    ++frame_;
    drawn_ms_ = now().monotonic_ms;
    restless_ = true;
    report_fault();
    follow_sound();
    const bool nobody_waits = std::holds_alternative<AttractView>(view_) && !ui_.wants_another_frame();
    if (nobody_waits) give_back_free_memory();
  }

  /// Draws a frame without showing it. True when the next one shows something else without waiting.
  bool draw_unseen() {
    fit_window();
    make_view();
    window_.begin_frame();
    const auto event = ui_.draw(view_);
    view_is_old_ = event.has_value();
    if (event) handled_ = true, kiosk_.handle(*event, now());
    return event || (window_.input_waits() && !ui_.finger_came_down());
  }

  /// Events change the view, time does when the kiosk said so, and so does what the store's check found.
  void make_view() {
    const Moment moment = now();
    const bool changes = next_change_ms_ && moment.monotonic_ms >= *next_change_ms_;
    if (!view_is_old_ && !changes && !kiosk_.has_checked()) return;
    kiosk_.handle(event::Tick{}, moment);
    view_ = kiosk_.view(moment);
    next_change_ms_ = kiosk_.next_change_ms(moment);
  }

  /// What the kiosk says shall sound, and nothing else, sounds; where a recording ended it is told.
  void follow_sound() {
    if (const auto ended = player_.ended()) {
      if (!ended->complaint.empty() && ended->complaint != player_log_)
        print_log(player_log_ = ended->complaint);
      kiosk_.handle(event::Played{ended->number}, now());
      view_is_old_ = handled_ = true;
    }
    const Session::Sound sound = kiosk_.sound();
    if (sound.number == sounding_) return;
    sounding_ = sound.number;
    if (sounding_ == 0)
      player_.stop();
    else
      player_.play(sounding_, sound.file, decibels_per_step * (sound.volume - Service::loudest));
  }

  void fit_window() {
    if (window_.width() == width_px_ && window_.height() == height_px_) return;
    width_px_ = window_.width();
    height_px_ = window_.height();
    ui_.resize({width_px_, height_px_, config_.mm_per_pixel});
  }

  /// How long nothing has to be drawn, unless somebody touches.
  [[nodiscard]] std::int64_t sleep_ms() const {
    if (view_is_old_ || ui_.wants_another_frame()) return 0;
    std::int64_t until_ms = drawn_ms_ + longest_still_ms;
    if (next_change_ms_) until_ms = std::min(until_ms, *next_change_ms_);
    if (injector_) until_ms = std::min(until_ms, drawn_ms_ + robot_patience_ms);
    if (robot_tap_ && robot_reads_until_ms_ > drawn_ms_) until_ms = std::min(until_ms, robot_reads_until_ms_);
    if (is_watched()) until_ms = std::min(until_ms, drawn_ms_ + listens_in_ms());
    return std::max<std::int64_t>(0, until_ms - now().monotonic_ms);
  }

  /// By a robot, a test or whoever wants pictures: they wait until a screen takes presses.
  [[nodiscard]] bool is_watched() const {
    return injector_ || config_.trace_fd >= 0 || !config_.screenshots.empty();
  }

  /// From the last frame until a press counts that it did not count for.
  [[nodiscard]] std::int64_t listens_in_ms() const {
    const double deaf_s = ui_.appears_in_s() > 0 ? ui_.appears_in_s() : ui_.deaf_somewhere_s();
    return deaf_s > 0 ? static_cast<std::int64_t>(deaf_s * 1000) + 1 : longest_still_ms;
  }

  /// The last frame shows all there is to show.
  [[nodiscard]] bool at_rest() {
    return restless_ && ui_.appears_in_s() == 0 && !view_is_old_ && !ui_.wants_another_frame() &&
           !ui_.waits_for_pictures() && !window_.wait(0);
  }

  /// Next counts for nothing yet; the kiosk's next change is when it does.
  [[nodiscard]] bool is_unread() const {
    const auto* question = std::get_if<QuestionView>(&view_);
    return question != nullptr && question->unread;
  }

  void rest() {
    restless_ = false;
    trace();
    if (const auto added = screenshots_.add(view_, window_); !added) {
      print_log(added.error().message);
      failed_ = true;
    }
    if (!injector_) return;
    if (!robot_tap_)
      if (const auto target = robot_.tap(view_, ui_.targets()))
        robot_tap_ = {target->box.x + target->box.width / 2, target->box.y + target->box.height / 2,
                      target->name == "next"};
    if (!robot_tap_) return;
    restless_ =
        robot_reads() || ui_.deaf_s(robot_tap_->x, robot_tap_->y) > 0 || (robot_tap_->is_next && is_unread());
    if (restless_) return;
    injector_->move(robot_tap_->x, robot_tap_->y);
    injector_->press();
    injector_->release();
    robot_tap_.reset();
  }

  /// The questions of a screen that has just appeared, at the pace that it was given.
  [[nodiscard]] bool robot_reads() {
    const auto* question = std::get_if<QuestionView>(&view_);
    const std::string asked = question != nullptr ? question_of(view_) : "";
    if (config_.robot_pace > 0 && std::exchange(robot_at_, asked) != asked && question != nullptr) {
      int words = 0;
      for (const Field& field : question->fields) words += words_in(asked_of(field).label.words);
      robot_reads_until_ms_ = now().monotonic_ms + pace::touch_ms + words * 60'000 / config_.robot_pace;
    }
    return now().monotonic_ms < robot_reads_until_ms_;
  }

  void trace() {
    if (config_.trace_fd < 0) return;
    trace_picture();
    const bool listens = ui_.deaf_somewhere_s() == 0 && !is_unread();
    if (tells_listens_ && listens) write_all(config_.trace_fd, trace_listens);
    tells_listens_ = tells_listens_ && !listens;
  }

  void trace_picture() {
    const std::string picture = trace_block(view_, ui_.targets(), 0);
    if (!handled_ && picture == traced_) return;
    handled_ = false;
    tells_listens_ = true;
    traced_ = picture;
    write_all(config_.trace_fd,
              trace_block(view_, ui_.targets(), frame_));  // a reader that went away is no error
  }

  void report_fault() {
    if (kiosk_.staff().log() != staff_log_) {
      staff_log_ = kiosk_.staff().log();
      print_log(staff_log_);
    }
    if (kiosk_.fault() == fault_) return;
    fault_ = kiosk_.fault();
    print_log(fault_.empty() ? "in service again" : "out of service: " + fault_);
    view_is_old_ = true;
  }

  const Config& config_;
  Window& window_;
  Ui& ui_;
  Kiosk& kiosk_;
  Screenshots screenshots_;
  std::optional<InputInjector> injector_;  ///< the robot's
  Robot robot_;
  struct Place {
    float x, y;
    bool is_next;
  };
  std::optional<Place> robot_tap_;  ///< that waits until a press there counts
  std::string robot_at_;            ///< the question that it has read, or reads
  std::int64_t robot_reads_until_ms_ = 0;

  View view_;                ///< that was drawn last
  bool view_is_old_ = true;  ///< an event was handled since
  bool restless_ = false;    ///< drawn since the last rest
  bool handled_ = false;     ///< an event since the last trace
  std::optional<std::int64_t> next_change_ms_;
  int width_px_ = 0, height_px_ = 0;
  std::int64_t drawn_ms_ = 0;
  std::int64_t whole_ms_ = 0;  ///< when all of a frame was drawn for sure
  long frame_ = 0;
  std::string traced_;
  bool tells_listens_ = false;  ///< when presses count everywhere on what was traced
  std::string fault_;
  std::string staff_log_;
  Player player_{Window::wake};
  long sounding_ = 0;       ///< number of what the player was told to play
  std::string player_log_;  ///< its last complaint: one broken player is one line
  bool failed_ = false;
};

}  // namespace

Moment now() {
  const std::int64_t utc_ms = unix_ms();
  return {utc_ms, offset_minutes(utc_ms), monotonic_ms()};
}

int run(const Config& config, Window& window, Ui& ui, Kiosk& kiosk) {
  auto screenshots = Screenshots::in(config.screenshots);
  if (!screenshots) return print_log(screenshots.error().message), 1;
  std::optional<InputInjector> injector;
  if (config.robot_visits > 0) {
    auto found = InputInjector::of(window);
    if (!found) return print_log(found.error()), 1;
    injector = std::move(*found);
  }
  return MainLoop{config, window, ui, kiosk, std::move(*screenshots), std::move(injector)}.run();
}

}  // namespace buurtpeil
