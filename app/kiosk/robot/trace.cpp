#include "kiosk/robot/trace.h"

#include <fmt/format.h>

namespace buurtpeil {

std::string question_of(const View& view) {
  if (const auto* attract = std::get_if<AttractView>(&view))
    return attract->first ? attract->first->path : "";
  const auto* question = std::get_if<QuestionView>(&view);
  if (!question || question->fields.empty()) return "";
  return asked_of(question->fields.front()).path;
}

std::string trace_block(const View& view, const std::vector<Target>& targets, long frame) {
  std::string block = fmt::format("view {} path={} frame={}\n", name_of(view), question_of(view), frame);
  for (const Target& target : targets)
    if (target.reachable)
      block += fmt::format("target {} {:.1f} {:.1f} {:.1f} {:.1f}\n", target.name, target.box.x, target.box.y,
                           target.box.width, target.box.height);
  return block + "end\n";
}

}  // namespace buurtpeil
