// Places as .geojson, compared whole.
#include <sstream>

#include "support/needs.h"
#include "support/process.h"
#include "sync/fixture.h"
#include "sync/geojson_sheet.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

TEST_CASE("the places of each question are a FeatureCollection with the other answers") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::integer, "age"),     question(Type::geopoint, "pin"),
               question(Type::hidden, "pin_way"),  question(Type::repeat, "place"),
               question(Type::text, "place/what"), question(Type::geoshape, "place/field")};
  nest(form);
  Response first = answering(form, 1,
                             {{"age", value("41")},
                              {"pin", value("52.0100000 4.7100000 0 0")},
                              {"pin_way", value("list")},
                              {"place[1]/what", value("a \"bench\"")},
                              {"place[1]/field", value("52 4 0 0;52.001 4 0 0;52.001 4.001 0 0;52 4 0 0")},
                              {"place[2]/what", value("nothing")}});
  const auto store = store_of(folder / "a.db", {form}, {first, answering(form, 2, {{"age", value("7")}})});
  exported({{store}, folder / "out", {}, true}, loader({form}));
  CHECK(files_in(folder / "out") ==
        "street-pin.geojson street-place-field.geojson street-place.csv street.codebook.csv street.csv ");
  CHECK(bytes_of(folder / "out/street-pin.geojson") ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        "{\"type\":\"Feature\",\"id\":\"" +
            id_of(1) +
            "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[4.7100000,52.0100000]},\"properties\":{"
            "\"KEY\":\"" +
            id_of(1) +
            "\",\"age\":41,\"pin_way\":\"list\",\"buurtpeil-status\":\"finished\",\"buurtpeil-finished\":"
            "\"2026-03-01T18:06:47.123Z\"}}\n]}\n");
  CHECK(bytes_of(folder / "out/street-place-field.geojson") ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        "{\"type\":\"Feature\",\"id\":\"" +
            id_of(1) +
            "/place[1]\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[4.0000000,52.0000000],"
            "[4.0010000,52.0010000],[4.0000000,52.0010000],[4.0000000,52.0000000]]]},\"properties\":{\"KEY\":"
            "\"" +
            id_of(1) +
            "/place[1]\",\"what\":\"a \\\"bench\\\"\",\"buurtpeil-status\":\"finished\","
            "\"buurtpeil-finished\":\"2026-03-01T18:06:47.123Z\"}}\n]}\n");
}

TEST_CASE("a value that is no place has no geometry, and a line is no area") {
  CHECK(geometry_json("", Type::geopoint) == "");
  CHECK(geometry_json("Kerkstraat", Type::geopoint) == "");
  CHECK(geometry_json("1 2;3 4", Type::geotrace) ==
        R"({"type":"LineString","coordinates":[[2.0000000,1.0000000],[4.0000000,3.0000000]]})");
  CHECK(geometry_json("0 0;0 1;1 1;0 0", Type::geotrace).starts_with(R"({"type":"LineString")"));
  CHECK(geometry_json("0 0;0 1;1 1;0 0", Type::geoshape) ==
        R"({"type":"Polygon","coordinates":[[[0.0000000,0.0000000],[1.0000000,0.0000000],)"
        R"([1.0000000,1.0000000],[0.0000000,0.0000000]]]})");
}

TEST_CASE("ogrinfo reads the places and their answers" * needs{"/usr/bin/ogrinfo"}) {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::integer, "age"), question(Type::geopoint, "pin"),
               question(Type::geotrace, "route"), question(Type::geoshape, "field")};
  nest(form);
  const Response response = answering(form, 1,
                                      {{"age", value("41")},
                                       {"pin", value("52.0100000 4.7100000 0 0")},
                                       {"route", value("52 4 0 0;52.001 4.25 0 0")},
                                       {"field", value("52 4 0 0;52.001 4 0 0;52.001 4.001 0 0;52 4 0 0")}});
  const auto store = store_of(folder / "a.db", {form}, {response});
  exported({{store}, folder / "out", {}, true}, loader({form}));
  std::string seen;
  for (const char* name : {"pin", "route", "field"}) {
    const Run read =
        run({"ogrinfo", "-ro", "-al", (folder / ("out/street-" + std::string(name) + ".geojson")).string()});
    REQUIRE_MESSAGE(read.exit_code == 0, read.err);
    std::istringstream lines(read.out);
    for (std::string line; std::getline(lines, line);)
      for (const char* told : {"Feature Count: ", "  age (", "  POINT (", "  LINESTRING (", "  POLYGON ("})
        if (line.starts_with(told)) seen += line + "\n";
  }
  CHECK(seen ==
        "Feature Count: 1\n  age (Integer) = 41\n  POINT (4.71 52.01)\n"
        "Feature Count: 1\n  age (Integer) = 41\n  LINESTRING (4 52,4.25 52.001)\n"
        "Feature Count: 1\n  age (Integer) = 41\n"
        "  POLYGON ((4 52,4.001 52.001,4.0 52.001,4 52))\n");
}
