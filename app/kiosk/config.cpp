#include "kiosk/config.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "kiosk/staff/pin.h"
#include "platform/paths.h"

namespace buurtpeil {
namespace {

constexpr const char* known_keys =
    "export_dirs, form, forms, idle_s, kiosk, languages, logo, map, mm_per_pixel, mode, municipality, "
    "occasions, "
    "results, sealed, staff_pin, store, theme, warning_s";
constexpr std::size_t longest_occasion_bytes = 200;
constexpr std::size_t most_forms = 50;
constexpr const char* manual =
    "Asks the questions of a form, full screen, and keeps the answers in a store on this machine.\n"
    "buurtpeil-sync exports them. Settings come from kiosk.toml; the command line wins.";

bool is_kiosk_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

/// Takes the settings out of the table, noting each mistake with its line.
class TomlReading {
 public:
  TomlReading(const toml::table& table, const std::filesystem::path& file) : table_(table), file_(file) {}

  void text(const char* key, std::string& into) {
    if (const auto* node = find(key)) {
      if (const auto value = node->value_exact<std::string>())
        into = *value;
      else
        mistake(*node, fmt::format("'{}' must be a text in quotes", key));
    }
  }

  void path(const char* key, std::filesystem::path& into) {
    std::string value;
    text(key, value);
    if (!value.empty()) into = file_.parent_path() / value;
  }

  void seconds(const char* key, int& into) {
    if (const auto* node = find(key)) {
      const auto value = node->value_exact<std::int64_t>();
      if (value && *value >= 1 && *value <= 3600)
        into = static_cast<int>(*value);
      else
        mistake(*node, fmt::format("'{}' must be a whole number of seconds, 1 to 3600", key));
    }
  }

  void millimetres(const char* key, float& into) {
    if (const auto* node = find(key)) {
      const auto value = node->is_number() ? node->value<double>() : std::nullopt;
      if (value && *value >= 0.05 && *value <= 2)
        into = static_cast<float>(*value);
      else
        mistake(*node, fmt::format("'{}' must be a number of millimetres, 0.05 to 2", key));
    }
  }

  void kiosk_name(const char* key, std::string& into) {
    text(key, into);
    if (const auto* node = find(key); node && node->is_string() && !is_kiosk_name(into))
      mistake(*node, fmt::format("'{}' must be 1 to 64 letters, digits, points, dashes or underscores", key));
  }

  void codes(const char* key, std::vector<std::string>& into) {
    texts(key, "language codes, like [\"nl\", \"ar\"]", into);
  }

  void texts(const char* key, const char* what, std::vector<std::string>& into) {
    const auto* node = find(key);
    if (!node) return;
    const auto* array = node->as_array();
    if (!array || !std::ranges::all_of(*array, [](const toml::node& text) { return text.is_string(); }))
      return mistake(*node, fmt::format("'{}' must be a list of {}", key, what));
    into.clear();
    for (const toml::node& text : *array) into.push_back(*text.value<std::string>());
  }

  void occasions(const char* key, std::vector<std::string>& into) {
    texts(key, "texts, like [\"Info evening, community centre\"]", into);
    if (std::ranges::any_of(into, [](const std::string& occasion) {
          return occasion.empty() || occasion.size() > longest_occasion_bytes;
        }))
      mistake(*find(key), fmt::format("'{}': each has 1 to {} bytes", key, longest_occasion_bytes));
  }

  void paths(const char* key, const char* what, std::vector<std::filesystem::path>& into) {
    std::vector<std::string> names;
    texts(key, what, names);
    if (find(key) && find(key)->is_array()) into.clear();
    for (const std::string& name : names) into.push_back(file_.parent_path() / name);
  }

  /// Files of one name could not be told apart, at the kiosk nor in a store.
  void forms(const char* key, const std::filesystem::path& first, std::vector<std::filesystem::path>& into) {
    std::vector<std::string> names;
    texts(key, "files, like [\"evening.xlsx\", \"lobby.xlsx\"]", names);
    if (names.size() > most_forms) mistake(*find(key), fmt::format("'{}': at most {}", key, most_forms));
    std::map<std::string, std::filesystem::path> known = {{first.filename().string(), first}};
    for (const std::string& name : names) {
      const std::filesystem::path file = (file_.parent_path() / name).lexically_normal();
      const std::string file_name = file.filename().string();
      const auto [other, is_new] = known.emplace(file_name, file);
      if (file_name.empty())
        mistake(*find(key), fmt::format("'{}': '{}' names no file", key, name));
      else if (is_new)
        into.push_back(file);
      else if (other->second.lexically_normal() != file)
        mistake(*find(key), fmt::format("'{}': two files are named {}", key, file_name));
    }
  }

  void mode(const char* key, Mode& into) {
    const auto* node = find(key);
    if (!node) return;
    const auto value = node->value_exact<std::string>();
    if (value && (*value == "kiosk" || *value == "tablet"))
      into = *value == "tablet" ? Mode::tablet : Mode::kiosk;
    else
      mistake(*node, fmt::format("'{}' must be \"kiosk\" or \"tablet\"", key));
  }

  void truth(const char* key, bool& into) {
    const auto* node = find(key);
    if (!node) return;
    if (const auto value = node->value_exact<bool>())
      into = *value;
    else
      mistake(*node, fmt::format("'{}' must be true or false", key));
  }

  void pin_hash(const char* key, std::string& into) {
    text(key, into);
    if (const auto* node = find(key); node && node->is_string() && !is_pin_hash(into))
      mistake(*node, fmt::format("'{}' must be a line that 'buurtpeil --set-pin' printed, not the PIN", key));
  }

  /// Call after all others.
  [[nodiscard]] std::expected<void, Error> end() {
    for (const auto& [key, node] : table_)
      if (!asked_.contains(std::string{key.str()}))
        mistake_at(key.source(), fmt::format("unknown key '{}'; known are: {}", key.str(), known_keys));
    if (mistakes_.empty()) return {};
    std::string all;
    for (const auto& [line, message] : mistakes_) all += (all.empty() ? "" : "\n") + message;
    return std::unexpected(Error{all});
  }

 private:
  const toml::node* find(const char* key) {
    asked_.insert(key);
    return table_.get(key);
  }
  void mistake(const toml::node& node, const std::string& what) { mistake_at(node.source(), what); }
  void mistake_at(const toml::source_region& source, const std::string& what) {
    mistakes_.emplace(source.begin.line,
                      fmt::format("{}: line {}: {}", file_.string(), source.begin.line, what));
  }

  const toml::table& table_;
  const std::filesystem::path& file_;
  std::set<std::string> asked_;
  std::multimap<toml::source_index, std::string> mistakes_;  // by line
};

/// What the command line says; nothing where it does not.
struct CommandLine {
  std::string form, config, store, theme, windowed, language, screenshots;
  std::vector<std::string> maps;
  bool trial = false, set_pin = false;
  int robot_visits = 0, robot_pace = 0, trace_fd = -1;
  std::optional<std::uint64_t> seed;
};

std::string check_size(const std::string& text) {
  int width = 0, height = 0, read = 0;
  const bool whole = std::sscanf(text.c_str(), "%4dx%4d%n", &width, &height, &read) == 2 &&
                     read == static_cast<int>(text.size());
  return whole && width >= 320 && height >= 320
             ? ""
             : "must be WIDTHxHEIGHT in pixels, 320 to 9999 each, like 1280x800";
}

std::expected<CommandLine, EarlyEnd> parse(int argc, const char* const* argv) {
  CommandLine line;
  CLI::App app{manual, "buurtpeil"};
  app.add_option("FORM", line.form, "The form to ask: an XLSForm, .xlsx, .csv or .md");
  app.add_option("--config", line.config,
                 "Settings. Else $XDG_CONFIG_HOME/buurtpeil/kiosk.toml, else /etc/buurtpeil/kiosk.toml")
      ->type_name("FILE");
  app.add_option("--store", line.store, "Where the answers are kept. Else $XDG_DATA_HOME/buurtpeil/KIOSK.db")
      ->type_name("FILE");
  app.add_option("--theme", line.theme,
                 "The house style: our .toml, a .css with custom properties or a .json with design tokens")
      ->type_name("FILE");
  app.add_option("--map", line.maps,
                 "A map for questions about places, .mbtiles; several times, the lowest first")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--trial", line.trial, "Keep the answers in a trial store: they never mix with real ones");
  app.add_option("--windowed", line.windowed,
                 "A window of this size that can be closed, instead of the full screen")
      ->type_name("WxH")
      ->check(check_size);
  app.add_option("--language", line.language, "Begin each visit in this language, without asking for one")
      ->type_name("CODE");
  auto* robot =
      app.add_option("--robot", line.robot_visits, "Let the robot visitor complete N visits, then end")
          ->type_name("N")
          ->check(CLI::Range(1, 1'000'000));
  app.add_option(
         "--robot-pace", line.robot_pace,
         "Let the robot read each question so many words a minute. Else it is faster than anybody, and "
         "its responses are marked as hasty")
      ->type_name("W")
      ->check(CLI::Range(1, 10'000))
      ->needs(robot);
  app.add_option("--seed", line.seed, "Seed of the robot's answers and of all random numbers")
      ->type_name("S");
  auto* screenshots = app.add_option("--screenshots", line.screenshots,
                                     "Save each distinct view as a numbered PNG in this folder")
                          ->type_name("DIR");
  app.add_option("--trace", line.trace_fd,
                 "Write the name of each view shown to this file descriptor; never an answer")
      ->type_name("FD")
      ->check(CLI::Range(0, 1023));
  app.add_flag("--set-pin", line.set_pin,
               "Ask for the PIN of the staff's screen and print the line for kiosk.toml");
  robot->needs("--trial");
  screenshots->needs("--trial");  // a picture may show an answer
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return std::unexpected(EarlyEnd{0, app.help()});
  } catch (const CLI::ParseError& error) {
    return std::unexpected(EarlyEnd{2, fmt::format("buurtpeil: {}; see buurtpeil --help\n", error.what())});
  }
  return line;
}

/// The text of kiosk.toml and where it is; an empty path when there is none.
std::expected<std::pair<std::filesystem::path, std::string>, Error> find_toml(const std::string& wished) {
  const std::vector<std::filesystem::path> places =
      wished.empty() ? std::vector<std::filesystem::path>{config_home() / "buurtpeil/kiosk.toml",
                                                          "/etc/buurtpeil/kiosk.toml"}
                     : std::vector<std::filesystem::path>{wished};
  for (const auto& place : places) {
    std::error_code ignored;
    if (wished.empty() && !std::filesystem::exists(place, ignored)) continue;
    std::ifstream in{place};
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
      return std::unexpected(Error{fmt::format("{}: cannot be read", place.string())});
    return std::pair{place, text.str()};
  }
  return {};
}

}  // namespace

std::expected<void, Error> read_toml(std::string_view toml, const std::filesystem::path& file,
                                     Config& config) {
  toml::table parsed;
  try {
    parsed = toml::parse(toml, file.string());
  } catch (const toml::parse_error& error) {
    return std::unexpected(
        Error{fmt::format("{}: line {}: {}", file.string(), error.source().begin.line, error.description())});
  }
  TomlReading reading{parsed, file};
  reading.path("form", config.form);
  reading.forms("forms", config.form, config.forms);
  reading.path("store", config.store);
  reading.kiosk_name("kiosk", config.kiosk);
  reading.millimetres("mm_per_pixel", config.mm_per_pixel);
  reading.seconds("idle_s", config.idle_s);
  reading.seconds("warning_s", config.warning_s);
  reading.codes("languages", config.languages);
  reading.text("municipality", config.municipality);
  reading.path("theme", config.theme);
  reading.path("logo", config.logo);
  reading.paths("map", "files, like [\"town.mbtiles\"]", config.maps);
  reading.mode("mode", config.mode);
  reading.occasions("occasions", config.occasions);
  reading.pin_hash("staff_pin", config.staff_pin);
  reading.paths("export_dirs", "folders, like [\"/media\"]", config.export_dirs);
  reading.paths("results", "files, like [\"round1.results.json\"]", config.results);
  reading.truth("sealed", config.sealed);
  return reading.end();
}

std::expected<Config, EarlyEnd> configure(int argc, const char* const* argv) {
  const auto line = parse(argc, argv);
  if (!line) return std::unexpected(line.error());
  Config config;
  config.set_pin = line->set_pin;
  if (line->set_pin) return config;
  const auto toml = find_toml(line->config);
  if (!toml) return std::unexpected(EarlyEnd{1, toml.error().message + "\n"});
  if (const auto read = read_toml(toml->second, toml->first, config); !read)
    return std::unexpected(EarlyEnd{1, read.error().message + "\n"});

  if (!line->form.empty()) config.form = line->form, config.forms.clear();
  if (!line->store.empty()) config.store = line->store;
  if (!line->theme.empty()) config.theme = line->theme;
  if (!line->maps.empty()) config.maps.assign(line->maps.begin(), line->maps.end());
  if (config.store.empty()) config.store = data_home() / "buurtpeil" / (config.kiosk + ".db");
  if (line->trial) config.kind = StoreKind::trial;
  if (!line->windowed.empty()) {
    config.windowed = Config::Size{};
    (void)std::sscanf(line->windowed.c_str(), "%dx%d", &config.windowed->width_px,
                      &config.windowed->height_px);
  }
  config.language = line->language;
  config.robot_visits = line->robot_visits;
  config.robot_pace = line->robot_pace;
  config.seed = line->seed;
  config.screenshots = line->screenshots;
  config.trace_fd = line->trace_fd;
  if (config.form.empty())
    return std::unexpected(EarlyEnd{
        2,
        "buurtpeil: which form? Name one, as in 'buurtpeil street.xlsx', or put form = \"street.xlsx\" "
        "into kiosk.toml; see buurtpeil --help\n"});
  return config;
}

std::string language_complaint(const Config& config, const Form& form) {
  if (form.languages.empty()) return "";
  std::vector<std::string> codes;
  for (const Language& language : form.languages) codes.push_back(language.code);
  const auto has = [&](const std::string& code) { return form.language_of(code) >= 0; };
  if (!config.language.empty() && !has(config.language))
    return fmt::format("--language {}: the form has {}", config.language, fmt::join(codes, ", "));
  if (!config.languages.empty() && std::ranges::none_of(config.languages, has))
    return fmt::format("'languages' in kiosk.toml offers {}, but the form has {}",
                       fmt::join(config.languages, ", "), fmt::join(codes, ", "));
  return "";
}

}  // namespace buurtpeil
