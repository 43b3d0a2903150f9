// buurtpeil: the kiosk.
#include <fmt/format.h>

#include <cstdlib>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/dress.h"
#include "kiosk/kiosk.h"
#include "kiosk/pin.h"
#include "kiosk/run.h"
#include "kiosk/words.h"
#include "platform/chance.h"
#include "platform/paths.h"

using namespace buurtpeil;

namespace {

int fail(const std::string& message) {
  fmt::print(stderr, "buurtpeil: {}\n", message);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto config = configure(argc, argv);
  if (!config)
    return fmt::print(config.error().code == 0 ? stdout : stderr, "{}", config.error().text),
           config.error().code;
  if (config->set_pin) return ask_for_pin();
  setenv("FONTCONFIG_FILE", (assets_folder() / "fonts.conf").c_str(), 1);  // before the first Pango call

  const auto words = Words::load(assets_folder() / "texts/words.csv");
  if (!words) return fail(words.error().message);
  const LoadedForm loaded = load_form(config->form);
  const std::vector<Problem> problems = problems_at_start(loaded.problems);
  for (const Problem& problem : problems)
    fmt::print(stderr, "{}\n", to_line(config->form.filename().string(), problem));
  if (!loaded.form || has_errors(problems)) return 1;
  if (const std::string complaint = language_complaint(*config, *loaded.form); !complaint.empty())
    return fail(complaint);

  auto dressed = dress(*config);
  if (!dressed) return fail(dressed.error().message);
  for (const std::string& note : dressed->notes) fail(note);

  auto store = Store::open(config->store, config->kind);
  if (!store) return fail(store.error().message);
  const auto warning = store->keep_form(*loaded.form, now());
  if (!warning) return fail(warning.error().message);
  if (!warning->empty()) fail(*warning);

  auto window = Window::open({.mode = config->windowed ? WindowMode::windowed : WindowMode::full_screen,
                              .width = config->windowed ? config->windowed->width_px : 0,
                              .height = config->windowed ? config->windowed->height_px : 0,
                              .takes_keyboard = config->kind == StoreKind::real});
  if (!window) return fail(window.error());
  auto ui = Ui::create({window->width(), window->height(), config->mm_per_pixel}, Window::wake,
                       std::move(dressed->style));
  if (!ui) return fail(ui.error());

  if (config->staff_pin.empty() && config->kind == StoreKind::real && !config->windowed)
    fail("no staff_pin in kiosk.toml: the staff's screen cannot be opened; 'buurtpeil --set-pin' makes one");
  Kiosk kiosk{*loaded.form, *words, *config, std::move(*store), now(), system_chance()};
  return run(*config, *window, *ui, kiosk);
}
