#include "support/ui_robot.h"

#include <fmt/format.h>

#include <array>
#include <cfloat>
#include <cstdlib>

#include <doctest/doctest.h>
#include <imgui.h>

#include "support/headless_ui.h"

namespace buurtpeil {

namespace {

constexpr float usual_seconds = 1.0F / 60;  // between two frames
constexpr float leap_seconds = 0.2F;        // shorter than a key takes to repeat

}  // namespace

UiRobot::UiRobot(Display display, const HouseStyle& style) : display_(display) {
  setenv("FONTCONFIG_FILE", BUURTPEIL_ASSETS "/fonts.conf", 1);
  auto ui = Ui::create(display, {}, style);
  REQUIRE_MESSAGE(ui.has_value(), (ui ? "" : ui.error()));
  ui_.emplace(std::move(*ui));
  imitate_renderer(display.width_px, display.height_px);
}

UiRobot::~UiRobot() { forget_textures(); }

std::optional<Event> UiRobot::frame(const View& view) {
  ImGui::NewFrame();
  auto event = ui_->draw(view);
  ImGui::Render();
  acknowledge_textures();
  return event;
}

void UiRobot::show(const View& view) {
  for (int times = 0; times < 20; ++times) {
    frame(view);
    ui_->finish_pictures();
    ImGui::GetIO().DeltaTime = leap_seconds;
    if (times == 0 || ui_->wants_another_frame()) continue;
    ImGui::GetIO().DeltaTime = usual_seconds;
    return;
  }
  FAIL("it still moves after twenty frames");
}

const Target* UiRobot::target(std::string_view name) const {
  for (const Target& target : ui_->targets()) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

std::optional<Event> UiRobot::tap(const View& view, std::string_view name) {
  if (!target(name)) show(view);
  const Target* found = target(name);
  REQUIRE_MESSAGE(found != nullptr, "no target " << std::string(name));
  REQUIRE_MESSAGE(found->reachable, "cannot reach " << std::string(name));
  return tap_at(view, found->box.x + found->box.width / 2, found->box.y + found->box.height / 2);
}

std::optional<Event> UiRobot::tap_at(const View& view, float x, float y) { return drag(view, x, y, x, y); }

std::optional<Event> UiRobot::drag(const View& view, float x, float y, float to_x, float to_y) {
  ImGuiIO& io = ImGui::GetIO();
  std::optional<Event> result;
  const auto draw = [&] {
    if (auto event = frame(view)) result = event;
  };
  if (const double deaf_s = ui_->deaf_s(x, y); deaf_s > 0) {  // nobody's second tap is as quick
    io.DeltaTime = static_cast<float>(deaf_s) + usual_seconds;
    draw();
    io.DeltaTime = usual_seconds;
  }
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, true);
  draw();
  draw();
  constexpr int steps = 8;
  for (int step = 1; step <= steps && (x != to_x || y != to_y); ++step) {
    const float part = static_cast<float>(step) / steps;
    io.AddMousePosEvent(x + (to_x - x) * part, y + (to_y - y) * part);
    draw();
  }
  io.AddMouseButtonEvent(0, false);
  draw();
  draw();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);  // no finger on the screen
  draw();
  return result;
}

std::optional<Event> UiRobot::type(const View& view, std::string_view utf8) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(utf8).c_str());
  std::optional<Event> result;
  for (int times = 0; times < 3; ++times) {
    if (auto event = frame(view)) result = event;
  }
  return result;
}

void UiRobot::save_picture(const std::string& path) const { render_png(*ImGui::GetDrawData(), path); }

namespace {

struct EventWords {
  std::string operator()(const event::Start&) const { return "start"; }
  std::string operator()(const event::ChooseLanguage& event) const { return "language " + event.code; }
  std::string operator()(const event::ShowLanguages&) const { return "languages"; }
  std::string operator()(const event::ShowLook&) const { return "adjust"; }
  std::string operator()(const event::SetLook& set) const {
    static constexpr std::array sizes = {"smaller", "normal", "larger", "largest"};
    static constexpr std::array contrasts = {"normal", "high", "low", "dark"};
    return std::string("look ") + sizes.at(static_cast<std::size_t>(set.look.text)) + " " +
           contrasts.at(static_cast<std::size_t>(set.look.contrast)) + (set.look.lower_half ? " lower" : "") +
           (set.look.silent ? " silent" : "") + (set.look.still ? " still" : "");
  }
  std::string operator()(const event::Next&) const { return "next"; }
  std::string operator()(const event::Back&) const { return "back"; }
  std::string operator()(const event::Choose& event) const {
    return "choose " + event.path + "=" + event.name;
  }
  std::string operator()(const event::Write& event) const {
    return "write " + event.path + "=" + event.value + (event.held ? " held" : "");
  }
  std::string operator()(const event::Slide& event) const {
    return "slide " + event.path + "=" + std::to_string(event.stop) + (event.held ? " held" : "");
  }
  std::string operator()(const event::Browse& event) const { return "browse " + event.path + "=" + event.to; }
  std::string operator()(const event::LookAt& look) const {
    return fmt::format("look at {}={:.5f} {:.5f} {}", look.path, look.centre.latitude, look.centre.longitude,
                       look.zoom);
  }
  std::string operator()(const event::Mark& mark) const {
    return fmt::format("mark {}={:.5f} {:.5f}{}", mark.path, mark.point.latitude, mark.point.longitude,
                       mark.pointed ? " pointed" : "");
  }
  std::string operator()(const event::PickMark& pick) const {
    return "pick " + pick.path + "=" + std::to_string(pick.which);
  }
  std::string operator()(const event::Refuse& event) const { return "refuse " + event.path; }
  std::string operator()(const event::Add& event) const { return "add " + event.path; }
  std::string operator()(const event::Remove& event) const { return "remove " + event.path; }
  std::string operator()(const event::Play& event) const { return "play " + event.file; }
  std::string operator()(const event::Hush&) const { return "hush"; }
  std::string operator()(const event::Change& e) const { return "change " + e.path; }
  std::string operator()(const event::Finish&) const { return "finish"; }
  std::string operator()(const event::Leave&) const { return "leave"; }
  std::string operator()(const event::Keep&) const { return "keep"; }
  std::string operator()(const event::Delete&) const { return "delete"; }
  std::string operator()(const event::TakeBack&) const { return "take back"; }
  std::string operator()(const event::ShowResults&) const { return "results"; }
  std::string operator()(const event::ShowDid&) const { return "did"; }
  std::string operator()(const event::Compare& event) const { return "compare " + event.name; }
  std::string operator()(const event::Stay&) const { return "stay"; }
  std::string operator()(const event::Touch&) const { return "touch"; }
  std::string operator()(const event::Tick&) const { return "tick"; }
  std::string operator()(const event::Played&) const { return "played"; }
  std::string operator()(const event::AskStaff&) const { return "ask staff"; }
  std::string operator()(const event::Command& command) const { return "command " + command.what; }
};

}  // namespace

std::string in_words(const std::optional<Event>& event) {
  return event ? std::visit(EventWords{}, *event) : "none";
}

}  // namespace buurtpeil
