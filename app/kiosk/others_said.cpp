// A Session after its visit: what others said, beside what the visitor said, and what was done with it.
#include <algorithm>

#include "kiosk/session.h"
#include "kiosk/views/page.h"
#include "kiosk/views/results_view.h"
#include "results/compare.h"
#include "results/contribution.h"

namespace buurtpeil {
namespace {

/// What is shown: this kiosk's round, or where too few have answered in it yet, the municipality's, else an
/// earlier round, else what was said elsewhere.
const Results& shown_results(const Service& service) {
  const OtherResults& others = service.other_results();
  if (!result_pages(service.results()).empty()) return service.results();
  for (const auto* some : {&others.municipality, &others.earlier, &others.elsewhere})
    if (!some->empty() && !result_pages(some->front()).empty()) return some->front();
  return service.results();
}

/// The others without what is shown itself.
OtherResults beside(const Results& shown, const OtherResults& all) {
  OtherResults others = all;
  for (const auto part : {&OtherResults::earlier, &OtherResults::municipality, &OtherResults::elsewhere})
    if (!(all.*part).empty() && &(all.*part).front() == &shown) (others.*part).erase((others.*part).begin());
  return others;
}

/// Why `shown` is not what was said in this round; "" where it is.
std::string note_about(const Results& shown, const Service& service, const std::string& language,
                       const Wording& say) {
  const OtherResults& others = service.other_results();
  const auto is_of = [&](const std::vector<Results>& some) {
    return !some.empty() && &some.front() == &shown;
  };
  const std::string round = words_in(shown.round_names, language);
  if (is_of(others.earlier)) return say("results_instead", {{"name", round.empty() ? shown.round : round}});
  if (is_of(others.elsewhere)) return say("results_instead_elsewhere", {{"name", shown.municipality}});
  return "";
}

}  // namespace

bool Session::has_results() const {
  return farewell_ == Farewell::saved && own_answers_ && !service_.results().questions.empty();
}

void Session::keep_own_answers(const Response& response) {
  const Form& form = service_.form();
  std::vector<StoredAnswer> room;
  StoredResponse stored = in_place(response, room);
  stored.doubt = Doubt::none;  // their own answer is theirs, whatever the counts make of it
  own_answers_ = OwnAnswers{.place = place_of(form, stored), .by_question = {}};
  for (const Contribution& contribution : contributions_of(form, stored))
    own_answers_->by_question[form.rows[static_cast<std::size_t>(contribution.row)].name] =
        contribution.person;
}

void Session::at_did(const Event& event) {
  if (std::holds_alternative<event::ShowDid>(event)) return open(Overlay::did);
  const bool back = std::holds_alternative<event::Back>(event);
  if (!back && !std::holds_alternative<event::Next>(event)) return;
  close(Overlay::did);
  // From the invitation: back to it, or on to who asks and why.
  if (back && !introduced_ && !farewell_) over_ = service_.mode() == Mode::kiosk;
}

void Session::at_results(const Event& event) {
  const std::size_t pages = std::max<std::size_t>(result_pages(shown_results(service_)).size(), 1);
  if (const auto* compare = std::get_if<event::Compare>(&event)) {
    beside_ = compare->name;
  } else if (std::holds_alternative<event::Next>(event)) {
    if (*results_page_ + 1 < pages) ++*results_page_;
  } else if (std::holds_alternative<event::Back>(event)) {
    if (*results_page_ == 0)
      results_page_.reset();
    else
      --*results_page_;
  } else if (std::holds_alternative<event::Finish>(event)) {
    over_ = true;
  }
}

ResultsView Session::others_said_view() const {
  const Wording say = wording_of(service_, language_);
  const Results& here = shown_results(service_);
  const OtherResults others = beside(here, service_.other_results());
  OthersSaid said{.form = service_.form(),
                  .here = here,
                  .others = others,
                  .place = own_answers_->place,
                  .own = own_answers_->by_question,
                  .note = {}};
  said.note = note_about(said.here, service_, code_of(service_, language_), say);
  ResultsView view = results_view(said, *results_page_, beside_, code_of(service_, language_), say);
  view.page = page();
  return view;
}

DidView Session::what_was_done_view() const {
  DidView view = did_view(service_.form(), language_, wording_of(service_, language_));
  view.page = page();
  return view;
}

}  // namespace buurtpeil
