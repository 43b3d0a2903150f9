// A few visits as the kiosk stores them, step by step: what the tests of failing disks and lost power
// interrupt.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/fixture.h"

namespace buurtpeil::test {

using Step = std::function<std::expected<void, Error>(Store&)>;

/// Visits that grow, end, are left and are deleted; long enough for several pages.
inline std::vector<Step> story() {
  std::vector<Step> steps;
  const Form form = street_form();
  steps.push_back([form](Store& store) -> std::expected<void, Error> {
    const auto kept = store.keep_form(form, at(0));
    if (!kept) return std::unexpected(kept.error());
    return {};
  });
  for (int visit = 1; visit <= 5; ++visit) {
    Draft draft = draft_of(form, visit);
    for (int touch = 1; touch <= 4; ++touch) {
      draft.place = "touch " + std::to_string(touch);
      draft.response.answers.emplace_back(
          "answer" + std::to_string(touch),
          Answer{std::string(static_cast<std::size_t>(visit * 400 * touch), 'x'), Absence::none});
      steps.push_back([draft](Store& store) { return store.save(draft); });
    }
    if (visit == 2) {
      steps.push_back([id = draft.response.id](Store& store) { return store.erase(id); });
    } else if (visit == 4) {
      steps.push_back([](Store& store) { return store.abandon_drafts(); });
    } else {
      draft.response.status = Status::finished;
      steps.push_back([response = draft.response](Store& store) { return store.save(response); });
    }
  }
  return steps;
}

/// Everything that a store holds, as text; or why it cannot be opened.
inline std::string state_of(const std::filesystem::path& path) {
  std::string state;
  {
    const auto store = Store::open(path, StoreKind::real);
    if (!store) return "cannot be opened: " + store.error().message;
    const auto draft = store->draft();
    if (!draft) return draft.error().message;
    if (*draft) state += "draft at " + (*draft)->place + ": " + text_of((*draft)->response);
  }
  const auto reader = StoreReader::open(path);
  if (!reader) return reader.error().message;
  const auto forms = reader->forms();
  state += forms ? std::to_string(forms->size()) + " forms\n" : forms.error().message;
  const auto read =
      reader->responses("street", [&](const Response& response) { state += text_of(response); });
  return read ? state : read.error().message;
}

/// The state before the first step and after each one, on a disk that works.
inline std::vector<std::string> states_of(const std::vector<Step>& steps) {
  const Folder folder;
  std::vector<std::string> states;
  for (std::size_t i = 0; i <= steps.size(); ++i) {
    if (i > 0) {
      Store store = opened(folder / "a.db");
      REQUIRE_OK(steps[i - 1](store));
    }
    states.push_back(state_of(folder / "a.db"));
  }
  return states;
}

}  // namespace buurtpeil::test
