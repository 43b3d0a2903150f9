// The screens: each draws one View and gives the Event of what was tapped. They ask, they do not act.
#pragma once

#include <optional>

#include "ui/frame.h"
#include "ui/view.h"

namespace buurtpeil {

std::optional<Event> draw_screen(Frame& frame, const AttractView& view);
std::optional<Event> draw_screen(Frame& frame, const LanguageView& view);
std::optional<Event> draw_screen(Frame& frame, const LookView& view);
std::optional<Event> draw_screen(Frame& frame, const IntroView& view);
std::optional<Event> draw_screen(Frame& frame, const QuestionView& view);
std::optional<Event> draw_screen(Frame& frame, const ReviewView& view);
std::optional<Event> draw_screen(Frame& frame, const StillThereView& view);
std::optional<Event> draw_screen(Frame& frame, const LeaveView& view);
std::optional<Event> draw_screen(Frame& frame, const ThanksView& view);
std::optional<Event> draw_screen(Frame& frame, const ResultsView& view);
std::optional<Event> draw_screen(Frame& frame, const DidView& view);
std::optional<Event> draw_screen(Frame& frame, const OutOfServiceView& view);
std::optional<Event> draw_screen(Frame& frame, const PinView& view);
std::optional<Event> draw_screen(Frame& frame, const StaffView& view);
std::optional<Event> draw_screen(Frame& frame, const CopyView& view);

}  // namespace buurtpeil
