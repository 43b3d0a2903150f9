#include "kiosk/config.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

/// A folder for XDG_CONFIG_HOME and XDG_DATA_HOME that goes when the test ends.
struct Home {
  fs::path folder = fs::temp_directory_path() / "buurtpeil_config_test";
  Home() {
    fs::remove_all(folder);
    fs::create_directories(folder / "buurtpeil");
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  }
  ~Home() { fs::remove_all(folder); }
  void write(const std::string& toml) const { std::ofstream{folder / "buurtpeil/kiosk.toml"} << toml; }
};

std::expected<Config, EarlyEnd> configured(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "buurtpeil");
  return configure(static_cast<int>(arguments.size()), arguments.data());
}

std::string toml_message(const std::string& toml) {
  Config config;
  const auto read = read_toml(toml, "kiosk.toml", config);
  return read ? "" : read.error().message;
}

std::string usage_message(const std::vector<const char*>& arguments) {
  const auto config = configured(arguments);
  REQUIRE_FALSE(config.has_value());
  return std::to_string(config.error().code) + " " + config.error().text;
}

}  // namespace

TEST_CASE("kiosk.toml sets the kiosk up, and the command line wins") {
  const Home home;
  home.write(R"(
form = "street.xlsx"
store = "/srv/answers.db"
kiosk = "town-hall"
mm_per_pixel = 0.363
idle_s = 180
warning_s = 45
languages = ["nl", "ar"]
municipality = "Gemeente Voorbeeld"
theme = "style/index.css"
logo = "/srv/logo.svg"
)");
  const auto config =
      configured({"--store", "other.db", "--windowed", "1280x800", "--trial", "--robot", "3", "--robot-pace",
                  "500", "--seed", "7", "--screenshots", "shots", "--trace", "5", "--language", "ar"});
  REQUIRE(config.has_value());
  CHECK(config->form == home.folder / "buurtpeil/street.xlsx");
  CHECK(config->store == "other.db");
  CHECK(config->kiosk == "town-hall");
  CHECK(config->mm_per_pixel == doctest::Approx(0.363));
  CHECK(config->idle_s == 180);
  CHECK(config->warning_s == 45);
  CHECK(config->languages == std::vector<std::string>{"nl", "ar"});
  CHECK(config->municipality == "Gemeente Voorbeeld");
  CHECK(config->theme == home.folder / "buurtpeil/style/index.css");
  CHECK(config->logo == "/srv/logo.svg");
  CHECK(configured({"--theme", "other.json"})->theme == "other.json");
  CHECK(configured({"--map", "a.mbtiles", "--map", "b.mbtiles"})->maps ==
        std::vector<std::filesystem::path>{"a.mbtiles", "b.mbtiles"});
  CHECK(config->kind == StoreKind::trial);
  REQUIRE(config->windowed.has_value());
  CHECK(config->windowed->width_px == 1280);
  CHECK(config->windowed->height_px == 800);
  CHECK(config->robot_visits == 3);
  CHECK(config->robot_pace == 500);
  CHECK(config->seed == 7);
  CHECK(config->screenshots == "shots");
  CHECK(config->trace_fd == 5);
  CHECK(config->language == "ar");
}

TEST_CASE("kiosk.toml says how staff work with the kiosk") {
  Config config;
  CHECK(config.export_dirs == std::vector<fs::path>{"/media", "/run/media"});
  REQUIRE(
      read_toml("mode = 'tablet'\n"
                "occasions = ['Info evening, community centre', 'Market']\n"
                "staff_pin = '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                "GpZ3sK/oH9p7VIiV56G/64Zo/8GaUw434IimaPqxwCo'\n"
                "export_dirs = ['disks', '/media']\nsealed = true\n",
                "folder/kiosk.toml", config));
  CHECK(config.mode == Mode::tablet);
  CHECK(config.occasions == std::vector<std::string>{"Info evening, community centre", "Market"});
  CHECK(config.export_dirs == std::vector<fs::path>{"folder/disks", "/media"});
  CHECK(config.sealed);
}

TEST_CASE("kiosk.toml lists the forms that staff may choose, relative to its folder, each once") {
  Config config;
  REQUIRE(
      read_toml("forms = ['evening.xlsx', 'street.md', '/srv/lobby.xlsx', './evening.xlsx']\n"
                "form = 'street.md'\n",
                "folder/kiosk.toml", config));
  CHECK(config.form == "folder/street.md");
  CHECK(config.forms == std::vector<fs::path>{"folder/evening.xlsx", "/srv/lobby.xlsx"});
}

TEST_CASE("forms that could not be told apart, or are none, are refused") {
  CHECK(toml_message("form = 'street.md'\nforms = ['evening/street.md', 'evening/', '']\n") ==
        "kiosk.toml: line 2: 'forms': two files are named street.md\n"
        "kiosk.toml: line 2: 'forms': 'evening/' names no file\n"
        "kiosk.toml: line 2: 'forms': '' names no file");
  CHECK(toml_message("forms = 'evening.xlsx'\n") ==
        "kiosk.toml: line 1: 'forms' must be a list of files, like [\"evening.xlsx\", \"lobby.xlsx\"]");
  std::string many;
  for (int i = 0; i <= 50; ++i) many += "'" + std::to_string(i) + ".md',";
  CHECK(toml_message("forms = [" + many + "]\n") == "kiosk.toml: line 1: 'forms': at most 50");
}

TEST_CASE("a form on the command line is the only one") {
  const Home home;
  home.write("form = 'street.md'\nforms = ['evening.xlsx']\n");
  const auto listed = configured({});
  REQUIRE(listed.has_value());
  CHECK(listed->forms.size() == 1);
  const auto named = configured({"lobby.md"});
  REQUIRE(named.has_value());
  CHECK(named->form == "lobby.md");
  CHECK(named->forms.empty());
}

TEST_CASE("a PIN itself is no hash, and what staff could not use is refused") {
  CHECK(toml_message("staff_pin = '246810'\nmode = 'table'\noccasions = ['']\nsealed = 'yes'\n"
                     "export_dirs = '/media'\n") ==
        "kiosk.toml: line 1: 'staff_pin' must be a line that 'buurtpeil --set-pin' printed, not the PIN\n"
        "kiosk.toml: line 2: 'mode' must be \"kiosk\" or \"tablet\"\n"
        "kiosk.toml: line 3: 'occasions': each has 1 to 200 bytes\n"
        "kiosk.toml: line 4: 'sealed' must be true or false\n"
        "kiosk.toml: line 5: 'export_dirs' must be a list of folders, like [\"/media\"]");
}

TEST_CASE("without kiosk.toml the defaults hold, and the store has the kiosk's name") {
  const Home home;
  const auto config = configured({"street.md"});
  REQUIRE(config.has_value());
  CHECK(config->form == "street.md");
  CHECK(config->store == home.folder / "data/buurtpeil/kiosk.db");
  CHECK(config->kind == StoreKind::real);
  CHECK(config->idle_s == 120);
  CHECK(config->warning_s == 30);
  CHECK_FALSE(config->windowed.has_value());
  CHECK_FALSE(config->seed.has_value());
}

TEST_CASE("every mistake in kiosk.toml is named with its line, in the file's order") {
  CHECK(toml_message("form = 'a.md'\nmm_per_pixel = 1\n") == "");
  CHECK(toml_message("warning_s = 0\ncolour = 'red'\nform = 3\nkiosk = 'town hall'\nlanguages = ['nl', 2]\n"
                     "mm_per_pixel = 3.0\nidle_s = 1.5\n") ==
        "kiosk.toml: line 1: 'warning_s' must be a whole number of seconds, 1 to 3600\n"
        "kiosk.toml: line 2: unknown key 'colour'; known are: export_dirs, form, forms, idle_s, kiosk, "
        "languages, logo, map, mm_per_pixel, mode, municipality, occasions, results, sealed, staff_pin, "
        "store, theme, warning_s\n"
        "kiosk.toml: line 3: 'form' must be a text in quotes\n"
        "kiosk.toml: line 4: 'kiosk' must be 1 to 64 letters, digits, points, dashes or underscores\n"
        "kiosk.toml: line 5: 'languages' must be a list of language codes, like [\"nl\", \"ar\"]\n"
        "kiosk.toml: line 6: 'mm_per_pixel' must be a number of millimetres, 0.05 to 2\n"
        "kiosk.toml: line 7: 'idle_s' must be a whole number of seconds, 1 to 3600");
  CHECK(toml_message("\nform = \n")
            .starts_with("kiosk.toml: line 2: "));  // the rest is the TOML library's sentence
}

TEST_CASE("a wrong command line is one sentence and exit code 2") {
  const Home home;
  CHECK(usage_message({}) ==
        "2 buurtpeil: which form? Name one, as in 'buurtpeil street.xlsx', or put form = \"street.xlsx\" "
        "into kiosk.toml; "
        "see buurtpeil --help\n");
  CHECK(usage_message({"a.md", "--robot", "3"}) ==
        "2 buurtpeil: --robot requires --trial; see buurtpeil --help\n");
  CHECK(usage_message({"a.md", "--robot-pace", "500"}) ==
        "2 buurtpeil: --robot-pace requires --robot; see buurtpeil --help\n");
  CHECK(usage_message({"a.md", "--screenshots", "d"}) ==
        "2 buurtpeil: --screenshots requires --trial; see buurtpeil --help\n");
  CHECK(usage_message({"a.md", "--windowed", "12x"}) ==
        "2 buurtpeil: --windowed: must be WIDTHxHEIGHT in pixels, 320 to 9999 each, like 1280x800; see "
        "buurtpeil --help\n");
  CHECK(usage_message({"a.md", "b.md"}) ==
        "2 buurtpeil: The following argument was not expected: b.md; see buurtpeil --help\n");
  CHECK(usage_message({"a.md", "--config", "/nowhere.toml"}) == "1 /nowhere.toml: cannot be read\n");
}

TEST_CASE("help is no mistake") {
  const Home home;
  const auto config = configured({"--help"});
  REQUIRE_FALSE(config.has_value());
  CHECK(config.error().code == 0);
  CHECK(config.error().text.starts_with("Asks the questions of a form, full screen"));
}

TEST_CASE("languages that the form does not have are named before anybody stands in front of the kiosk") {
  Form form;
  form.languages = {{"Nederlands (nl)", "Nederlands", "nl"}, {"English (en)", "English", "en"}};
  Config config;
  CHECK(language_complaint(config, form) == "");
  config.languages = {"ar", "en"};
  CHECK(language_complaint(config, form) == "");
  config.languages = {"ar", "tr"};
  CHECK(language_complaint(config, form) ==
        "'languages' in kiosk.toml offers ar, tr, but the form has nl, en");
  config.language = "pl";
  CHECK(language_complaint(config, form) == "--language pl: the form has nl, en");
  CHECK(language_complaint(config, Form{}) == "");
}
