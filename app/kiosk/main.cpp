// buurtpeil: the kiosk.
#include <fmt/format.h>

#include <cstdlib>
#include <future>
#include <memory>
#include <optional>

#include "form/last_resort.h"
#include "kiosk/config.h"
#include "kiosk/kiosk.h"
#include "kiosk/load_theme.h"
#include "kiosk/run.h"
#include "kiosk/staff/form_list.h"
#include "kiosk/staff/pin.h"
#include "kiosk/words.h"
#include "platform/random.h"
#include "store/private_memory.h"
#include "theme/assets_folder.h"

using namespace buurtpeil;

namespace {

void say(const std::string& message) { fmt::print(stderr, "buurtpeil: {}\n", message); }

int fail(const std::string& message) {
  say(message);
  return 1;
}

/// What a kiosk reads before it can show anything.
struct Read {
  Words words;
  std::unique_ptr<Form> form;
  LoadedTheme theme;
  Store store;  ///< that knows the form
};

/// Nothing where the kiosk cannot begin; why is said by then.
std::optional<Read> read(const Config& config) {
  const auto failed = [](const std::string& message) { return say(message), std::nullopt; };
  auto words = Words::load(assets_folder() / "texts/words.csv");
  if (!words) return failed(words.error().message);
  CheckedForm begun = checked_form(config.form, config);
  for (const std::string& line : begun.lines) fmt::print(stderr, "{}\n", line);
  if (!begun.form) return std::nullopt;
  for (const auto& file : config.forms)
    if (std::error_code code; !std::filesystem::is_regular_file(file, code))
      say(fmt::format("'forms' in kiosk.toml: {} is not there; staff cannot choose it", file.string()));

  auto theme = load_theme(config);
  if (!theme) return failed(theme.error().message);
  for (const std::string& note : theme->notes) say(note);

  auto store = Store::open(config.store, config.kind, Store::Verify::meanwhile);
  if (!store) return failed(store.error().message);
  auto chosen = form_chosen_before(config, *store);
  if (!chosen) say(chosen.error().message);
  std::unique_ptr<Form> form = chosen && *chosen ? std::move(*chosen) : std::move(begun.form);
  const auto warning = store->keep_form(*form, now());
  if (!warning) return failed(warning.error().message);
  if (!warning->empty()) say(*warning);
  return Read{std::move(*words), std::move(form), std::move(*theme), std::move(*store)};
}

int start(int argc, char** argv) {
  const auto config = configure(argc, argv);
  if (!config)
    return fmt::print(config.error().code == 0 ? stdout : stderr, "{}", config.error().text),
           config.error().code;
  if (config->kind == StoreKind::real) keep_memory_private();
  if (config->set_pin) return ask_for_pin();
  setenv("FONTCONFIG_FILE", (assets_folder() / "fonts.conf").c_str(), 1);  // before the first Pango call

  // OpenGL takes as long to load as all the rest: it is read meanwhile. Nothing is on the screen before that
  // is known to be sound.
  auto reading = std::async(std::launch::async, [&] { return read(*config); });
  auto window = Window::prepare({.mode = config->windowed ? WindowMode::windowed : WindowMode::full_screen,
                                 .width = config->windowed ? config->windowed->width_px : 0,
                                 .height = config->windowed ? config->windowed->height_px : 0,
                                 .takes_keyboard = config->kind == StoreKind::real});
  auto found = reading.get();
  if (!found) return 1;
  if (!window) return fail(window.error());
  if (const auto shown = window->show(); !shown) return fail(shown.error());
  auto ui = Ui::create({window->width(), window->height(), config->mm_per_pixel}, Window::wake,
                       std::move(found->theme.style));
  if (!ui) return fail(ui.error());

  if (config->staff_pin.empty() && config->kind == StoreKind::real && !config->windowed)
    say("no staff_pin in kiosk.toml: the staff's screen cannot be opened; 'buurtpeil --set-pin' makes one");
  Kiosk kiosk{*found->form, found->words, *config, std::move(found->store), now(), system_random()};
  for (const std::string& problem : kiosk.maps().problems()) say(problem + "; it is left out");
  kiosk.follow(StoreCheck::begin(config->store, Window::wake));
  return run(*config, *window, *ui, kiosk);
}

}  // namespace

int main(int argc, char** argv) {
  return with_last_resort("buurtpeil", [&] { return start(argc, argv); });
}
