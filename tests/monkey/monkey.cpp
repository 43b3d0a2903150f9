#include "monkey/monkey.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <vector>

#include <imgui.h>

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 8> texts = {"a",       "Ağaç", "دار", "ї", "👩‍👩‍👧",
                                              "e\u0301", "=1+1", "7,5"};

}  // namespace

void Monkey::act() {
  const int what = below(100);
  if (what < 62) return tap_target();
  if (what < 74) return tap_anywhere();
  if (what < 84) return drag();
  if (what < 88) return press_several_buttons();
  if (what < 92) return press_keys();
  if (what < 96) return write();
  if (what < 99 || below(4) > 0) return turn_wheel();
  wait();
}

void Monkey::draw(int frames) {
  for (int frame = 0; frame < frames; ++frame) {
    const View view = kiosk_.kiosk().view(kiosk_.now());
    if (frame == 0) ++seen_[name_of(view)];
    if (const auto event = robot_.frame(view)) kiosk_.does(*event);
  }
}

float Monkey::across() { return static_cast<float>(below(robot_.display().width_px + 20) - 10); }
float Monkey::down() { return static_cast<float>(below(robot_.display().height_px + 20) - 10); }

void Monkey::move(float x, float y) {
  ImGui::GetIO().AddMouseSourceEvent(below(4) > 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  ImGui::GetIO().AddMousePosEvent(x, y);
  ++events_;
}

void Monkey::button(int which, bool down) {
  ImGui::GetIO().AddMouseButtonEvent(which, down);
  ++events_;
}

// Mostly not what ends the visit: else it would never see the end of a long form.
const Target& Monkey::something(const std::vector<Target>& targets) {
  const auto next = std::ranges::find(targets, "next", &Target::name);
  if (next != targets.end() && below(3) == 0) return *next;
  const auto any = [&]() -> const Target& {
    return targets[static_cast<std::size_t>(below(static_cast<int>(targets.size())))];
  };
  for (int times = 0; times < 3; ++times)
    if (const Target& target = any(); target.name != "leave" && target.name != "back") return target;
  return any();
}

void Monkey::tap_target() {
  const std::vector<Target>& targets = robot_.ui().targets();
  if (targets.empty()) return tap_anywhere();
  const Box box = something(targets).box;
  move(box.x + box.width / 2, box.y + box.height / 2);
  button(0, true);
  draw(2);
  button(0, false);
  draw(2);
}

void Monkey::tap_anywhere() {
  move(across(), down());
  button(0, true);
  draw(below(3));
  button(0, false);
  if (below(2) == 0) move(-FLT_MAX, -FLT_MAX);
  draw(2);
}

void Monkey::drag() {
  float x = across(), y = down();
  move(x, y);
  button(0, true);
  draw(1);
  for (int steps = 1 + below(8); steps > 0; --steps) {
    x += static_cast<float>(below(121) - 60);
    y += static_cast<float>(below(241) - 120);
    move(x, y);
    draw(1);
  }
  button(0, false);
  draw(2);
}

// Pressed and let go in any order, places in between.
void Monkey::press_several_buttons() {
  std::array<bool, 3> down_now{};
  for (int presses = 2 + below(8); presses > 0; --presses) {
    const int which = below(3);
    move(across(), down());
    down_now.at(static_cast<std::size_t>(which)) = !down_now.at(static_cast<std::size_t>(which));
    button(which, down_now.at(static_cast<std::size_t>(which)));
    draw(below(2));
  }
  for (int which = 0; which < 3; ++which) button(which, false);
  draw(2);
}

void Monkey::press_keys() {
  static constexpr std::array<ImGuiKey, 4> modifiers = {ImGuiMod_Ctrl, ImGuiMod_Alt, ImGuiMod_Shift,
                                                        ImGuiMod_Super};
  ImGuiIO& io = ImGui::GetIO();
  std::vector<ImGuiKey> held;
  for (const ImGuiKey modifier : modifiers)
    if (below(3) == 0) held.push_back(modifier);
  held.push_back(static_cast<ImGuiKey>(ImGuiKey_NamedKey_BEGIN +
                                       below(ImGuiKey_GamepadStart - ImGuiKey_NamedKey_BEGIN)));
  for (const ImGuiKey key : held) io.AddKeyEvent(key, true);
  draw(1 + below(2));
  for (const ImGuiKey key : held) io.AddKeyEvent(key, false);
  events_ += static_cast<long>(2 * held.size());
  draw(1);
}

void Monkey::write() {
  ImGui::GetIO().AddInputCharactersUTF8(texts.at(static_cast<std::size_t>(below(texts.size()))));
  ++events_;
  draw(2);
}

void Monkey::turn_wheel() {
  move(across(), down());
  ImGui::GetIO().AddMouseWheelEvent(0, static_cast<float>(below(7) - 3));
  ++events_;
  draw(2);
}

void Monkey::wait() {
  constexpr std::int64_t until_warned_ms = 130'000, until_gone_ms = 400'000;  // 120 s idle, 30 s warning
  const int how_long = below(4);
  kiosk_.waits(how_long == 0 ? until_gone_ms : how_long == 1 ? until_warned_ms : 1 + below(60'000));
  draw(1);
}

}  // namespace buurtpeil
