#include "ui/ui.h"

#include <map>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/deafness.h"
#include "ui/frame.h"
#include "ui/screens/page_boxes.h"
#include "ui/screens/screens.h"
#include "ui/screens/staff_gesture.h"

namespace buurtpeil {
namespace {

struct DestroyContext {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

// Nothing of Dear ImGui's own is to be seen or reached: no file, no window switcher, no moving between items
// by keys.
void hide_imgui(ImGuiContext& context) {
  context.IO.IniFilename = nullptr;
  context.IO.LogFilename = nullptr;
  context.IO.ConfigFlags &= ~(ImGuiConfigFlags_NavEnableKeyboard | ImGuiConfigFlags_NavEnableGamepad);
  context.IO.ConfigNavEscapeClearFocusItem = false;
  context.ConfigNavWindowingKeyNext = 0;
  context.ConfigNavWindowingKeyPrev = 0;
}

void begin_page() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
}

void end_page() {
  ImGui::End();
  ImGui::PopStyleVar(3);
}

// Two views are the same screen when they have the same name and first question or page: a language chosen on
// the way keeps it, and so does an answer that brings a further question onto it.
std::string identity_of(const View& view) {
  std::string identity = name_of(view);
  if (const auto* staff = std::get_if<StaffView>(&view)) identity += "|" + staff->title;
  if (const auto* results = std::get_if<ResultsView>(&view)) identity += "|" + std::to_string(results->done);
  if (const auto* question = std::get_if<QuestionView>(&view)) {
    if (!question->fields.empty()) identity += "|" + asked_of(question->fields.front()).path;
  }
  return identity;
}

Box across(const Frame& frame, const Box& box) { return {0, box.y, frame.whole().width, box.height}; }

void begin_touch(FingerState& finger, Deafness& deafness, float mm_per_pixel) {
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  finger = {.down = true,
            .unheard = deafness.swallows_press(ImGui::GetIO().MousePos, ImGui::GetTime(), mm_per_pixel),
            .taken = finger.taken,
            .start_x = ImGui::GetIO().MousePos.x,
            .start_y = ImGui::GetIO().MousePos.y};
}

void end_touch(FingerState& finger) {
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left) && ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  finger = {.start_x = finger.start_x, .start_y = finger.start_y};
}

// True when the staff's gesture is complete. Its touches are nobody else's.
bool follow_gesture(StaffGesture& gesture, FingerState& finger, const Theme& theme) {
  const ImGuiIO& io = ImGui::GetIO();
  const StaffGesture::Touch touch{io.MousePos.x, io.MousePos.y, ImGui::GetTime()};
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    gesture.press(touch, {io.DisplaySize.x, io.DisplaySize.y, theme.size(Size::staff_corner)});
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return false;
  const auto outcome = gesture.lift(touch, finger.scrolling || !finger.dragged.empty());
  finger.taken = outcome != StaffGesture::Outcome::not_ours;
  return outcome == StaffGesture::Outcome::complete;
}

}  // namespace

struct Ui::State {
  // Declared in the order in which they are made; the context goes last.
  std::unique_ptr<ImGuiContext, DestroyContext> context;
  std::optional<TextEngine> engine;
  std::optional<Pictures> pictures;
  HouseStyle style;
  std::optional<Theme> theme;
  Memory memory;  // of the view with this identity, depth and kind
  std::string identity;
  int depth = 0;
  struct Covered {
    std::string identity;
    Memory memory;
  };
  std::map<int, Covered> covered;  // by their depth: the screens that this one lies before
  std::size_t kind = 0;            // index of the view
  bool same_kind = false;          // the view before was of that kind, too
  StaffGesture gesture;
  Deafness deafness;
  Drawn drawn;
  bool wants_another = false;
  bool motionless = false;
  bool fades = true;

  void remember_for(const std::string& next, int next_depth);
};

// Begins the memory of the screen that is shown next, or goes on with it where that was covered by the one
// that is closed. The finger begins anew, and so does fading in.
void Ui::State::remember_for(const std::string& next, int next_depth) {
  if (next_depth > depth) covered[depth] = {identity, std::move(memory)};
  memory = {};
  if (const auto found = covered.find(next_depth); found != covered.end() && found->second.identity == next)
    memory = std::move(found->second.memory);
  covered.erase(covered.lower_bound(next_depth), covered.end());
  depth = next_depth;
  memory.of<FingerState>() = {};
  memory.of<ShownFor>() = {};
}

Ui::Ui(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ui::Ui(Ui&&) noexcept = default;
Ui& Ui::operator=(Ui&&) noexcept = default;
Ui::~Ui() = default;

std::expected<Ui, std::string> Ui::create(Display display, std::function<void()> wake, HouseStyle style) {
  auto state = std::make_unique<State>();
  state->context.reset(ImGui::CreateContext());
  ImGui::SetCurrentContext(state->context.get());
  hide_imgui(*state->context);
  auto engine = TextEngine::create(style.font);
  if (!engine) return std::unexpected(engine.error());
  state->engine.emplace(std::move(*engine));
  state->pictures.emplace(std::move(wake));
  state->style = std::move(style);
  state->theme.emplace(display, Look{}, state->style);
  return Ui(std::move(state));
}

void Ui::resize(Display display) { state_->theme.emplace(display, Look{}, state_->style); }

std::optional<Event> Ui::draw(const View& view) {
  State& state = *state_;
  const std::string identity = identity_of(view);
  const PageInfo& page = std::visit([](const auto& any) -> const PageInfo& { return any.page; }, view);
  if (state.identity != identity) {
    state.remember_for(identity, page.depth);
    if (!state.identity.empty()) state.deafness.show_screen(ImGui::GetTime());
    state.identity = identity;
    state.same_kind = state.kind == view.index();
    state.kind = view.index();
  } else {
    state.memory.of<ShownFor>().seconds += ImGui::GetIO().DeltaTime;
  }
  FingerState& finger = state.memory.of<FingerState>();
  state.drawn.targets.clear();
  state.drawn.texts.clear();
  state.drawn.pictures.clear();
  state.pictures->begin_frame();
  if (page.look != state.theme->look()) state.theme.emplace(state.theme->display(), page.look, state.style);
  begin_touch(finger, state.deafness, state.theme->display().mm_per_pixel);
  const bool asks_staff = follow_gesture(state.gesture, finger, *state.theme);
  const bool lifted = ImGui::IsMouseReleased(ImGuiMouseButton_Left);

  begin_page();
  std::optional<Event> result;
  {
    Frame frame(*state.theme, *state.engine, *state.pictures, state.memory, page, state.drawn);
    if (state.motionless) frame.keep_still();
    if (!state.fades) frame.leave_out_fades();
    result = std::visit([&frame](const auto& any) { return draw_screen(frame, any); }, view);
    // From one question to the next the header and the buttons stay as they are.
    frame.fade_in(state.same_kind ? across(frame, cut_page(frame).body) : frame.whole());
    if (frame.tapped_once()) state.deafness.note_tap(ImGui::GetIO().MousePos, ImGui::GetTime());
    state.wants_another = frame.wants_another() || result.has_value();
  }
  end_page();
  // A finger that holds something still asks for no more frames.
  const ImGuiIO& io = ImGui::GetIO();
  const bool moves =
      io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  const bool moved = ((finger.scrolling || !finger.dragged.empty()) && moves) || io.MouseWheel != 0;
  if (!result && (lifted || moved)) result = event::Touch{};
  end_touch(finger);
  if (asks_staff) return event::AskStaff{};
  return result;
}

double Ui::deaf_s(float x, float y) const {
  return state_->deafness.deaf_s({x, y}, ImGui::GetTime(), state_->theme->display().mm_per_pixel);
}
double Ui::appears_in_s() const { return state_->deafness.appears_in_s(ImGui::GetTime()); }
double Ui::deaf_somewhere_s() const { return state_->deafness.deaf_somewhere_s(ImGui::GetTime()); }

void Ui::stop_motion() { state_->motionless = true; }
void Ui::set_fades(bool fades) { state_->fades = fades; }

bool Ui::finger_came_down() const { return ImGui::IsMouseClicked(ImGuiMouseButton_Left); }
bool Ui::wants_another_frame() const { return state_->wants_another || state_->pictures->has_news(); }
bool Ui::waits_for_pictures() const { return state_->pictures->waiting(); }
void Ui::finish_pictures() { state_->pictures->wait_until_decoded(); }

const std::vector<Target>& Ui::targets() const { return state_->drawn.targets; }
const std::vector<DrawnText>& Ui::texts() const { return state_->drawn.texts; }
const std::vector<DrawnPicture>& Ui::pictures() const { return state_->drawn.pictures; }

}  // namespace buurtpeil
