// The end of a visit: values, calculations and reasons as they are stored. Nothing is computed after this.
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "visit/answer_format.h"
#include "visit/state.h"

namespace buurtpeil {
/// While it lives, answers that are not valid read as empty: they are not stored, and nothing that is stored
/// may be computed from them. Without one another may not be valid any more, so it looks again. Afterwards
/// all is as it was before, what was computed included: to store a draft changes nothing in a visit.
class Visit::State::ValidOnly {
 public:
  explicit ValidOnly(State& state) : engine_(state.engine) {
    for (bool found = true; found;) {
      found = false;
      for (const int index : engine_.order()) {
        const Item& item = engine_.item(index);
        const bool may_be_wrong = item.role == Role::question && !item.text.empty() &&
                                  engine_.row_of(index).is_shown() && !engine_.row_of(index).calculation;
        if (!may_be_wrong || !engine_.is_relevant(index)) continue;
        if (state.complaint_about(index) == Complaint::none) continue;
        if (!before_) before_ = engine_.items();
        engine_.set_text(index, "");
        found = true;
      }
    }
  }
  ValidOnly(const ValidOnly&) = delete;
  ValidOnly& operator=(const ValidOnly&) = delete;
  ~ValidOnly() {
    if (before_) engine_.put_back(std::move(*before_));
  }

 private:
  Engine& engine_;
  std::optional<Engine::Items> before_;  ///< nothing where all answers are valid
};

Answer Visit::State::freeze(int index, Status status, Moment now, Absence on_screen) {
  const Row& row = engine.row_of(index);
  if (!engine.is_relevant(index)) return {"", Absence::not_asked};
  if (traits_of(row.type).type_class == TypeClass::passed_over) return {"", Absence::unsupported};
  if (row.type == Type::end) return {to_iso_local(now), Absence::none};
  const std::string value = to_text(engine.value(index));
  if (!row.is_shown()) return {value, Absence::none};
  const Item& item = engine.item(index);
  // What was answered and is not valid reads as empty here (ValidOnly).
  if (!value.empty() && (!row.calculation || complaint_about(index) == Complaint::none))
    return {row.calculation ? value : canonical(row, item.text), Absence::none};
  if (item.refused) return {"", Absence::refused};
  if (std::ranges::find(shown(), index) != shown().end()) return {"", on_screen};
  return {"", item.passed || status == Status::finished ? Absence::skipped : Absence::not_reached};
}

std::vector<AnsweredScreen> Visit::State::answered_screens() {
  std::vector<AnsweredScreen> answered;
  for (const Screen& screen : screens) {
    AnsweredScreen one;
    bool has_answer = false;
    for (const int index : screen.items) {
      const Item& item = engine.item(index);
      one.ms = std::max(one.ms, item.seen_ms);
      if (!asks(index) || !item.answered || item.text.empty()) continue;
      has_answer = true;
      one.words += words_in(engine.words(engine.row_of(index).label, index));
    }
    if (has_answer && one.ms > 0) answered.push_back(one);
  }
  return answered;
}

Imprint Visit::imprint(Moment now) const {
  State& state = *state_;
  state.note_time(now);
  Imprint imprint{.unread = is_unread(state.answered_screens()), .ended_ms = now.monotonic_ms};
  std::string answers;
  for (const int index : state.engine.order()) {
    const Item& item = state.engine.item(index);
    if (item.role != Role::question || !state.engine.is_relevant(index) || !state.asks(index)) continue;
    const bool answered = item.answered && !item.text.empty();
    imprint.answered += answered ? 1 : 0;
    answers += state.engine.path_of(index) + "=" +
               (item.refused ? "-"
                : answered   ? "+" + item.text
                             : "") +
               "\n";
  }
  imprint.answers = std::hash<std::string>{}(answers);
  return imprint;
}

Response Visit::response(Status status, Moment now, Absence on_screen) const {
  State& state = *state_;
  state.note_time(now);
  const Form& form = state.engine.form();
  const State::ValidOnly valid_only(state);
  Response response;
  response.id = state.beginning.id;
  response.form_id = form.id;
  response.form_version = form.version;
  response.form_hash = form.hash;
  response.status = status;
  if (language() >= 0) response.language = form.languages[static_cast<std::size_t>(language())].code;
  response.kiosk = state.beginning.kiosk;
  response.occasion = state.beginning.occasion;
  response.started = state.started;
  response.ended = now;
  response.seconds = state.seconds_before + (now.monotonic_ms - state.monotonic_start_ms) / 1000;
  const auto has_value = [](const Row& row) {
    return row.type != Type::note && value_kind(row.type) != ValueKind::none;
  };
  for (const int index : state.engine.order()) {
    const Item& item = state.engine.item(index);
    if (!has_value(state.engine.row_of(index)) || !state.engine.stands(index)) continue;
    response.answers.emplace_back(item.path, state.freeze(index, status, now, on_screen));
    if (item.seen_ms > 0)
      response.tenths.emplace_back(item.path, std::max<std::int64_t>(1, (item.seen_ms + 50) / 100));
  }
  if (status == Status::finished && is_hasty(state.answered_screens())) response.doubt = Doubt::hasty;
  return response;
}

}  // namespace buurtpeil
