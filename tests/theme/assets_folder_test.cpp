#include "theme/assets_folder.h"

#include <doctest/doctest.h>
#include <stdlib.h>

using namespace buurtpeil;

TEST_CASE("the assets are beside the program, unless the environment names them") {
  CHECK(std::filesystem::exists(executable_folder() / "test_theme"));
  unsetenv("BUURTPEIL_ASSETS");
  CHECK(assets_folder() == executable_folder().parent_path() / "share/buurtpeil");
  setenv("BUURTPEIL_ASSETS", "/srv/assets", 1);
  CHECK(assets_folder() == "/srv/assets");
}
