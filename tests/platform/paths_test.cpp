#include "platform/paths.h"

#include <doctest/doctest.h>
#include <stdlib.h>

using namespace buurtpeil;

TEST_CASE("folders are where the XDG variables say, if they say it absolutely") {
  setenv("HOME", "/srv/kiosk", 1);
  setenv("XDG_CONFIG_HOME", "/srv/config", 1);
  setenv("XDG_DATA_HOME", "data", 1);
  CHECK(config_home() == "/srv/config");
  CHECK(data_home() == "/srv/kiosk/.local/share");
}

TEST_CASE("without HOME the account's folder counts") {
  unsetenv("HOME");
  unsetenv("XDG_CONFIG_HOME");
  CHECK(config_home().is_absolute());
  CHECK(config_home().filename() == ".config");
}
