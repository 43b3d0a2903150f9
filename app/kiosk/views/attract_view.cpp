#include "kiosk/views/attract_view.h"

#include "kiosk/views/look_view.h"
#include "kiosk/views/media_view.h"
#include "kiosk/views/page.h"
#include "kiosk/views/question_view.h"
#include "kiosk/views/results_view.h"
#include "results/compare.h"

namespace buurtpeil {
namespace {

constexpr int slide_s = 12;
constexpr std::int64_t slide_ms = slide_s * std::int64_t{1000};
// The slides of the invitation begin anew after so many, a number that most numbers of paragraphs divide.
constexpr std::int64_t slides_before_same = 840;

/// As the visit that begins next will ask it, in that order of choices.
std::optional<ChoiceField> first_question(const Service& service, int language, Moment now) {
  const Form& form = service.form();
  if (form.first_question < 0) return std::nullopt;
  const Wording say = wording_of(service, language);
  const Visit visit{
      form,
      Beginning{
          .id = "", .kiosk = "", .occasion = "", .language = language, .seed = service.next_visit_seed()},
      now};
  ChoiceLists lists;
  MapLooks looks;
  const QuestionView view =
      question_view({form, visit, say, now, {}, {.possible = false}, lists, service.maps(), looks});
  ChoiceField field = std::get<ChoiceField>(view.fields.front());
  constexpr std::size_t fewest_faces = 3;
  // A scale without faces is small rings; cards are seen from afar.
  const bool has_faces = field.look == ChoiceLook::faces && field.options.size() >= fewest_faces;
  const bool lies_in_sight = has_faces || field.look == ChoiceLook::columns || field.look == ChoiceLook::pack;
  if (!lies_in_sight) field.look = ChoiceLook::cards;
  field.table = field.open = field.close = "";
  field.media.big_image = field.explain = field.hide = "";
  field.guidance = {};
  field.refuse = {};
  field.marked = false;  // nothing is chosen here: a touch goes on
  field.instruction = say("attract_answer");
  return field;
}

/// On every second slide what was said in an earlier round, or what was done with it, in turn; in the default
/// language. Never what is said in this one: it bends the answers of whoever reads it first.
void add_news(AttractView& view, const Service& service, int language) {
  const Wording say = wording_of(service, language);
  if (has_did(service.form())) view.did = {say("did_title"), event::ShowDid{}};
  if (view.slide % 2 == 0) return;
  const auto& earlier = service.other_results().earlier;
  std::vector<AttractView::Finding> findings;
  // Least of all of the question that the invitation itself asks.
  const int asked = service.form().first_question;
  const std::string_view except =
      asked < 0 ? "" : std::string_view(service.form().rows[static_cast<std::size_t>(asked)].name);
  if (!earlier.empty()) findings = findings_of(earlier.front(), say.language(), say, except);
  const std::vector<Deed> deeds = deeds_of(service.form(), language);
  const std::size_t turn = static_cast<std::size_t>(view.slide) / 2;
  const bool both = !findings.empty() && !deeds.empty();
  if (!deeds.empty() && (findings.empty() || turn % 2 == 1)) {
    view.deed = deeds[turn / (both ? 2 : 1) % deeds.size()];
    view.said_words = say("did_said");
    view.did_words = say("did_did");
  } else if (!findings.empty()) {
    view.finding = findings[turn / (both ? 2 : 1) % findings.size()];
    const std::string round = words_in(earlier.front().round_names, say.language());
    view.finding->about +=
        " · " + (round.empty() ? say("results_last_round") : say("results_round_named", {{"round", round}}));
  }
}

}  // namespace

AttractView attract_view(const Service& service, Moment now) {
  const Form& form = service.form();
  const std::vector<int> languages = service.languages();
  const Effort effort = effort_of(form);
  AttractView view;
  view.slide = static_cast<int>(now.monotonic_ms / slide_ms % slides_before_same);
  const auto slide = static_cast<std::size_t>(view.slide);
  view.page = page_of(service, languages.front());
  const Wording first = wording_of(service, languages.front());
  add_look_tools(view.page, Look{}, first);
  if (languages.size() > 1) view.page.languages = {first("language"), event::ShowLanguages{}};
  if (const auto pictures = paragraphs_of(form, "kiosk_attract_image", languages.front());
      !pictures.empty()) {
    view.picture = file_beside(form, pictures[slide % pictures.size()].words);
    view.next_picture = file_beside(form, pictures[(slide + 1) % pictures.size()].words);
  }
  view.first = first_question(service, languages.front(), now);
  add_news(view, service, languages.front());
  for (const int language : languages) {
    const Wording say = wording_of(service, language);
    const std::string code = code_of(service, language);
    const auto slides = paragraphs_of(form, "kiosk_attract", language);
    view.invitations.push_back(
        {.language = code,
         .direction = direction_of(code),
         .invitation = slides.empty() ? StyledText(say("attract_invitation")) : slides[slide % slides.size()],
         .effort = say("attract_effort", {{"questions", count_of_questions(effort.questions, say)},
                                          {"minutes", std::to_string(effort.minutes)}}),
         .start = say("attract_start")});
  }
  return view;
}

std::int64_t next_slide_ms(Moment now) { return (now.monotonic_ms / slide_ms + 1) * slide_ms; }

OutOfServiceView out_of_service_view(const Service& service) {
  OutOfServiceView view;
  view.page = page_of(service, service.languages().front());
  for (const int language : service.languages()) {
    const Wording say = wording_of(service, language);
    view.notices.push_back({say.language(), direction_of(say.language()), say("out_of_service")});
  }
  return view;
}

}  // namespace buurtpeil
