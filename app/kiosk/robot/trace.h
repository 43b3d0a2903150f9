// --trace FD: what is on the screen, line by line, for tests that touch the real window and wait for what is
// meant to happen. It says where something can be touched, and never what was answered.
//
//   view question path=street/greenery frame=41
//   target next 1600.0 940.0 260.0 90.0
//   target choice:greenery=more 120.0 300.0 800.0 90.0
//   end
//
// First the view's name, the path of the first question on it (may be empty), and the number of frames drawn
// since the start. Then what can be touched now: name, x, y, width, height, in pixels of the window.
//
// Such a block is written when its frame is on the screen and has come to rest: after every event of the
// visitor that was handled (its answer is on the disk by then), and whenever the view or its targets changed
// otherwise, a second of the countdown included. Nothing is written for frames that only repeat the last one.
// The screen takes presses then, but for a second one in the place of the last (ui/deafness.h) and for a Next
// that would skip what has just appeared (Session::read_ms): when those count too, and nothing came before, a
// line follows
//
//   listens
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "ui/view.h"

namespace buurtpeil {

/// Path of the first question or note on the screen, the invitation's too; "" where no question is shown.
[[nodiscard]] std::string question_of(const View& view);

inline constexpr std::string_view trace_listens = "listens\n";

/// One block, as above.
[[nodiscard]] std::string trace_block(const View& view, const std::vector<Target>& targets, long frame);

}  // namespace buurtpeil
