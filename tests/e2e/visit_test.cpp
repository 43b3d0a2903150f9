// A visitor at the screen, and the answers in the CSV.
#include <doctest/doctest.h>

#include "e2e/kiosk_run.h"

using namespace buurtpeil;

namespace {

const std::string header =
    "street.csv\n"
    "SubmissionDate,garden,size,street-greenery,street-thanks_so_far,street-idea,meta-instanceID,KEY,"
    "SubmitterID,SubmitterName,"
    "AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion,"
    "buurtpeil-status,buurtpeil-language,buurtpeil-kiosk,buurtpeil-occasion,buurtpeil-started,buurtpeil-"
    "finished,"
    "buurtpeil-seconds,buurtpeil-doubt\n";

}  // namespace

TEST_CASE("a visitor answers at the screen, and the answers come out as CSV") {
  const Machine machine;
  KioskRun kiosk{machine};
  kiosk.at("attract").tap("start").at("intro").tap("start");
  kiosk.at("question", "garden").tap("choice:garden=yes").tap("next");
  kiosk.at("question", "size").type("25").tap("next");
  kiosk.at("question", "street/greenery")
      .tap("choice:street/greenery=plants")
      .tap("choice:street/greenery=trees")
      .tap("next");
  kiosk.at("question", "street/thanks_so_far").tap("next");
  kiosk.at("question", "street/idea").type("een bank").tap("next");
  kiosk.at("thanks").tap("done").at("attract");
  CHECK(machine.exported() == header +
                                  "UTC,yes,25,trees plants,,Een bank,KEY,KEY,,,0,0,,,hall,0,3,"
                                  "finished,,hall,,LOCAL,LOCAL,SECONDS,\n");
}
