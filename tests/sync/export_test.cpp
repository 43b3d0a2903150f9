// Whole exported files, compared byte for byte.
#include "sync/export.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <sstream>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

/// The cells after the questions of what response_to makes.
std::string tail(int number, const std::string& times, const std::string& version = "3",
                 const std::string& status = "finished") {
  return id_of(number) + "," + id_of(number) + ",,,0,0,,,town-hall,0," + version + "," + status +
         ",nl,town-hall,," + times + ",60,\r\n";
}

Form survey_form() {
  Form form = street_form();
  form.languages = {{"Nederlands (nl)", "Nederlands", "nl"},
                    {"\u0627\u0644\u0639\u0631\u0628\u064a\u0629 (ar)",
                     "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "ar"}};
  const std::string nl = form.languages[0].heading, ar = form.languages[1].heading;
  form.choices["yes_no"] = {choice("yes", {{nl, "Ja, graag"}, {ar, "نعم"}}),
                            choice("no", {{nl, "Nee"}, {ar, "لا"}}), choice("-99", {{nl, "-"}})};
  form.rows = {
      question(Type::start, "started_at"),
      question(Type::note, "welcome", {{nl, "Welkom"}}),
      question(Type::group, "street", {{nl, "Uw straat"}}),
      question(Type::select_one, "street/garden", {{nl, "Hebt u een tuin?"}, {ar, "هل لديك حديقة؟"}},
               "yes_no"),
      question(Type::select_multiple, "street/wishes", {{nl, "Wat wilt u; en \"waarom\"?"}}, "yes_no"),
      question(Type::decimal, "street/width", {{nl, "Hoe breed?"}}),
      question(Type::text, "idea", {{nl, "Uw idee"}, {ar, "فكرتك"}}),
      question(Type::calculate, "sum"),
      question(Type::geopoint, "spot", {{nl, "Waar?"}}),
      question(Type::date, "day"),
      question(Type::time, "hour")};
  nest(form);
  return form;
}

const std::string survey_header =
    "SubmissionDate,started_at,welcome,street-garden,street-wishes,street-width,idea,sum,spot-Latitude,spot-"
    "Longitude,spot-Altitude,"
    "spot-Accuracy,day,hour," +
    fixed_columns;

std::vector<Response> survey_responses(const Form& form) {
  Response first = answering(form, 1,
                             {{"started_at", value("2026-03-01T19:05:47.123+01:00")},
                              {"street/garden", value("yes")},
                              {"street/wishes", value("yes no")},
                              {"street/width", value("-2.5")},
                              {"idea", value("Een bankje; \"echt\",\nvan hout")},
                              {"sum", value("-7.25")},
                              {"spot", value("-52.1 4.3 0 0")},
                              {"day", value("2026-03-01")},
                              {"hour", value("19:04:00.000+01:00")}});
  Response second =
      answering(form, 2, {{"street/garden", {"", Absence::refused}}, {"idea", value("مقعد في الشارع")}});
  second.status = Status::abandoned;
  return {first, second};
}

/// The end of a line for Excel.
std::string keys_last(const std::string& submitted, int response) {
  return submitted + ";" + id_of(response) + ";" + id_of(response) + ";;;0;0;;;town-hall;0;3\r\n";
}

}  // namespace

TEST_CASE("a form's responses are exported as ODK Central does, our own columns after them") {
  const Folder folder;
  const Form form = survey_form();
  const auto store = store_of(folder / "a.db", {form}, survey_responses(form));
  const auto report = exported({{store}, folder / "out", {}}, loader({form}));
  CHECK(files_in(folder / "out") == "street.codebook.csv street.csv ");
  CHECK(bytes_of(folder / "out/street.csv") ==
        survey_header +
            "2026-03-01T18:06:47.123Z,2026-03-01T19:05:47.123+01:00,,yes,yes no,-2.5,\"Een bankje; "
            "\"\"echt\"\",\nvan hout\",-7.25,"
            "-52.1,4.3,0,0,2026-03-01,19:04:00.000+01:00," +
            tail(1, "2026-03-01T19:05+01:00,2026-03-01T19:06+01:00") +
            "2026-03-01T18:08:27.123Z,,,,,,مقعد في الشارع,,,,,,,," +
            tail(2, "2026-03-01T19:07+01:00,2026-03-01T19:08+01:00", "3", "abandoned"));
  CHECK(report.files.size() == 2);
  CHECK(report.files[0].rows == 2);
  CHECK(report.warnings.empty());
}

TEST_CASE("Excel gets semicolons, decimal commas, local times, labels, and what people were asked first") {
  const Folder folder;
  const Form form = survey_form();
  const auto store = store_of(folder / "a.db", {form}, survey_responses(form));
  exported({{store}, folder / "out", {Layout::excel, Guard::on, "nl"}}, loader({form}));
  CHECK(
      bytes_of(folder / "out/street.csv") ==
      "\xEF\xBB\xBFstreet-garden;street-wishes;street-width;idea;spot-Latitude;spot-Longitude;"
      "spot-Altitude;spot-Accuracy;day;hour;"
      "buurtpeil-status;buurtpeil-language;buurtpeil-kiosk;buurtpeil-occasion;buurtpeil-started;"
      "buurtpeil-finished;buurtpeil-seconds;buurtpeil-doubt;"
      "started_at;welcome;sum;"
      "SubmissionDate;meta-instanceID;KEY;SubmitterID;SubmitterName;AttachmentsPresent;"
      "AttachmentsExpected;Status;ReviewState;DeviceID;Edits;FormVersion\r\n"
      "Ja, graag;Ja, graag | Nee;-2,5;\"Een bankje; \"\"echt\"\",\nvan hout\";-52,1;4,3;0;0;2026-03-01;19:04;"
      "finished;nl;town-hall;;2026-03-01 19:05;2026-03-01 19:06;60;;"
      "2026-03-01 19:05;;-7,25;" +
          keys_last("2026-03-01 19:06", 1) +
          ";;;مقعد في الشارع;;;;;;;abandoned;nl;town-hall;;2026-03-01 19:07;2026-03-01 19:08;60;;;;;" +
          keys_last("2026-03-01 19:08", 2));

  exported({{store}, folder / "arabic", {Layout::excel, Guard::on, "ar"}}, loader({form}));
  const std::string arabic = bytes_of(folder / "arabic/street.csv");
  CHECK(arabic.find("\r\nنعم;نعم | لا;-2,5;") != std::string::npos);
}

TEST_CASE("a response that is doubted says why") {
  const Folder folder;
  const Form form = street_form();
  std::vector<Response> responses;
  for (const Doubt doubt : {Doubt::none, Doubt::hasty, Doubt::repeated}) {
    responses.push_back(answering(form, static_cast<int>(responses.size()), {}));
    responses.back().doubt = doubt;
  }
  const auto store = store_of(folder / "a.db", {form}, responses);
  exported({{store}, folder / "out", {}}, loader({form}));
  std::string last_cells;
  std::istringstream lines(bytes_of(folder / "out/street.csv"));
  for (std::string line; std::getline(lines, line);) last_cells += line.substr(line.rfind(',')) + "\n";
  CHECK(last_cells == ",buurtpeil-doubt\r\n,\r\n,hasty\r\n,repeated\r\n");
}

TEST_CASE("the codebook says what each column asks, in every language, with its choices") {
  const Folder folder;
  const Form form = survey_form();
  const auto store = store_of(folder / "a.db", {form}, {});
  exported({{store}, folder / "out", {}}, loader({form}));
  const std::string choices = "\"yes=Ja, graag\nno=Nee\n-99=-\",\"yes=نعم\nno=لا\n-99=\",3\r\n";
  CHECK(bytes_of(folder / "out/street.codebook.csv") ==
        "name,type,label::Nederlands (nl),label::العربية (ar),choices::Nederlands (nl),choices::العربية "
        "(ar),versions\r\n"
        "started_at,start,,,,,3\r\n"
        "welcome,note,Welkom,,,,3\r\n"
        "street-garden,select_one,Hebt u een tuin?,هل لديك حديقة؟," +
            choices + "street-wishes,select_multiple,\"Wat wilt u; en \"\"waarom\"\"?\",," + choices +
            "street-width,decimal,Hoe breed?,,,,3\r\n"
            "idea,text,Uw idee,فكرتك,,,3\r\n"
            "sum,calculate,,,,,3\r\n"
            "spot,geopoint,Waar?,,,,3\r\n"
            "day,date,,,,,3\r\n"
            "hour,time,,,,,3\r\n");
  CHECK(bytes_of(folder / "out/street.csv") == survey_header);
}

TEST_CASE(
    "a cell that a spreadsheet program would run gets an apostrophe; numbers and places do not; --raw leaves "
    "all as it is") {
  const Folder folder;
  Form form = street_form();
  form.version = "=v";
  form.rows = {question(Type::text, "idea"), question(Type::calculate, "sum"),
               question(Type::integer, "count"), question(Type::geotrace, "way"),
               question(Type::select_one, "pick")};
  std::vector<Response> responses;
  const std::vector<std::string> risky = {"=1+1", "+31", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "a=b", "'x"};
  for (int i = 0; i < static_cast<int>(risky.size()); ++i)
    responses.push_back(answering(form, i, {{"idea", value(risky[static_cast<std::size_t>(i)])}}));
  responses.push_back(answering(form, 20,
                                {{"sum", value("-5")},
                                 {"count", value("-5")},
                                 {"way", value("-5.1 4 0 0; 5 4 0 0")},
                                 {"pick", value("-99")}}));
  responses.push_back(answering(
      form, 21,
      {{"sum", value("-5+x")}, {"count", value("=5")}, {"way", value("-5 x")}, {"pick", value("-a")}}));
  const auto store = store_of(folder / "a.db", {form}, responses);

  const auto cells = [&](const std::string& name, Guard guard) {
    exported({{store}, folder / name, {Layout::odk, guard, ""}}, loader({form}));
    std::string text = bytes_of(folder / name / "street.csv"), found;
    for (std::size_t at = text.find("Z,"); at != std::string::npos; at = text.find("Z,", at + 1))
      found += text.substr(at + 2, text.find(",uuid", at) - at - 2) + "|";
    return found +
           (text.find(",0,'=v,finished") != std::string::npos ? "guarded version" : "version as it is");
  };
  CHECK(cells("guarded", Guard::on) ==
        "'=1+1,,,,|'+31,,,,|'-5,,,,|'@SUM(A1),,,,|'\tx,,,,|\"'\rx\",,,,|\"'\nx\",,,,|a=b,,,,|'x,,,,|"
        ",-5,-5,-5.1 4 0 0; 5 4 0 0,-99|,'-5+x,'=5,'-5 x,'-a|guarded version");
  CHECK(cells("raw", Guard::off) ==
        "=1+1,,,,|+31,,,,|-5,,,,|@SUM(A1),,,,|\tx,,,,|\"\rx\",,,,|\"\nx\",,,,|a=b,,,,|'x,,,,|"
        ",-5,-5,-5.1 4 0 0; 5 4 0 0,-99|,-5+x,=5,-5 x,-a|version as it is");
}

TEST_CASE(
    "columns are those of the newest version in its order, vanished ones after, then what only answers "
    "know") {
  const Folder folder;
  Form old_form = street_form(), new_form = street_form();
  old_form.version = "";
  old_form.rows = {question(Type::text, "gone"), question(Type::text, "idea")};
  new_form.hash = std::string(64, 'b');
  new_form.version = "4";
  new_form.rows = {question(Type::text, "fresh"), question(Type::text, "idea")};
  Form lost = street_form();
  lost.hash = std::string(64, 'c');
  lost.version = "0";
  const auto store =
      store_of(folder / "a.db", {lost, old_form, new_form},
               {answering(old_form, 1, {{"gone", value("g")}, {"idea", value("i")}}),
                answering(new_form, 2, {{"fresh", value("f")}, {"idea", value("j")}}),
                answering(lost, 3, {{"zeta/z", value("1.5")}, {"idea", value("k")}, {"alpha", value("2")}})});
  const auto report = exported({{store}, folder / "out", {}}, loader({old_form, new_form}));
  CHECK(bytes_of(folder / "out/street.csv") ==
        "SubmissionDate,fresh,idea,gone,zeta-z,alpha," + fixed_columns + "2026-03-01T18:06:47.123Z,,i,g,,," +
            tail(1, "2026-03-01T19:05+01:00,2026-03-01T19:06+01:00", "aaaaaaaa") +
            "2026-03-01T18:08:27.123Z,f,j,,,," +
            tail(2, "2026-03-01T19:07+01:00,2026-03-01T19:08+01:00", "4") +
            "2026-03-01T18:10:07.123Z,,k,,1.5,2," +
            tail(3, "2026-03-01T19:09+01:00,2026-03-01T19:10+01:00", "0"));
  CHECK(report.warnings == std::vector<std::string>{"street.md: version '0' of form street cannot be read by "
                                                    "this Buurtpeil; its columns come from the answers"});
}

TEST_CASE("several stores are merged in the order of their ends, each key once, and again the same bytes") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::text, "idea")};
  const auto says = [&](int number, const std::string& idea) {
    return answering(form, number, {{"idea", value(idea)}});
  };
  Response given_up = says(4, "half");
  given_up.status = Status::abandoned;
  given_up.ended = at(5'000);
  Response early = says(9, "nine");
  early.started = early.ended = at(10);
  const auto first = store_of(folder / "a.db", {form}, {says(1, "one"), says(3, "three"), says(4, "four")});
  const auto second = store_of(folder / "b.db", {form}, {early, says(2, "two"), says(3, "three"), given_up});
  const ExportRequest request{{second, first}, folder / "out", {}};
  const auto report = exported(request, loader({form}));
  CHECK(report.duplicates == 2);
  const std::string whole = bytes_of(folder / "out/street.csv");
  CHECK(whole ==
        "SubmissionDate,idea," + fixed_columns + "2026-03-01T18:04:17.123Z,nine," +
            tail(9, "2026-03-01T19:04+01:00,2026-03-01T19:04+01:00") + "2026-03-01T18:06:47.123Z,one," +
            tail(1, "2026-03-01T19:05+01:00,2026-03-01T19:06+01:00") + "2026-03-01T18:08:27.123Z,two," +
            tail(2, "2026-03-01T19:07+01:00,2026-03-01T19:08+01:00") + "2026-03-01T18:10:07.123Z,three," +
            tail(3, "2026-03-01T19:09+01:00,2026-03-01T19:10+01:00") + "2026-03-01T18:11:47.123Z,four," +
            tail(4, "2026-03-01T19:10+01:00,2026-03-01T19:11+01:00"));
  exported(request, loader({form}));
  CHECK(bytes_of(folder / "out/street.csv") == whole);
  exported({{first, second, first}, folder / "out", {}}, loader({form}));
  CHECK(bytes_of(folder / "out/street.csv") == whole);
  CHECK(files_in(folder / "out") == "street.codebook.csv street.csv ");
}

TEST_CASE(
    "an answer that no readable version asks has its column from the first line on, however late it is") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::text, "idea")};
  const auto says = [&](int number, const std::string& path) {
    return answering(form, number, {{"idea", value("bench")}, {path, value("more")}});
  };
  Response better = says(3, "idea");
  better.ended = at(5'000);
  const auto first = store_of(folder / "a.db", {form}, {says(1, "idea"), says(2, "street/old")});
  const auto second = store_of(folder / "b.db", {form}, {says(3, "left/out")});
  const auto third = store_of(folder / "c.db", {form}, {better});
  exported({{first, second, third}, folder / "out", {}}, loader({form}));
  CHECK(bytes_of(folder / "out/street.csv") ==
        "SubmissionDate,idea,street-old,left-out," + fixed_columns + "2026-03-01T18:06:47.123Z,more,,," +
            tail(1, "2026-03-01T19:05+01:00,2026-03-01T19:06+01:00") +
            "2026-03-01T18:08:27.123Z,bench,more,," +
            tail(2, "2026-03-01T19:07+01:00,2026-03-01T19:08+01:00") + "2026-03-01T19:27:27.123Z,more,,," +
            tail(3, "2026-03-01T19:09+01:00,2026-03-01T20:27+01:00"));
  CHECK(files_in(folder / "out") == "street.codebook.csv street.csv ");
}

TEST_CASE("a repeat has a file of its own, with the keys of its rows and of theirs") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::text, "idea"),         question(Type::repeat, "place"),
               question(Type::group, "place/about"), question(Type::text, "place/about/name"),
               question(Type::repeat, "place/tree"), question(Type::text, "place/tree/kind")};
  nest(form);
  const auto store = store_of(folder / "a.db", {form},
                              {answering(form, 1,
                                         {{"idea", value("i")},
                                          {"place[1]/about/name", value("square")},
                                          {"place[2]/about/name", value("park")},
                                          {"place[2]/tree[1]/kind", value("oak")},
                                          {"place[2]/tree[2]/kind", value("elm")}})});
  exported({{store}, folder / "out", {}}, loader({form}));
  CHECK(files_in(folder / "out") == "street-place.csv street-tree.csv street.codebook.csv street.csv ");
  const std::string key = id_of(1);
  CHECK(bytes_of(folder / "out/street-place.csv") == "about-name,PARENT_KEY,KEY\r\nsquare," + key + "," +
                                                         key + "/place[1]\r\npark," + key + "," + key +
                                                         "/place[2]\r\n");
  CHECK(bytes_of(folder / "out/street-tree.csv") == "kind,PARENT_KEY,KEY\r\noak," + key + "/place[2]," + key +
                                                        "/place[2]/tree[1]\r\nelm," + key + "/place[2]," +
                                                        key + "/place[2]/tree[2]\r\n");
  CHECK(bytes_of(folder / "out/street.csv") == "SubmissionDate,idea," + fixed_columns +
                                                   "2026-03-01T18:06:47.123Z,i," +
                                                   tail(1, "2026-03-01T19:05+01:00,2026-03-01T19:06+01:00"));
  CHECK(bytes_of(folder / "out/street.codebook.csv") ==
        "name,type,label,choices,versions\r\nidea,text,,,3\r\nplace/about-name,text,,,3\r\nplace-tree/"
        "kind,text,,,3\r\n");
}

TEST_CASE(
    "files are named after the form_id, whatever it holds; trial stores have their own names and never mix") {
  const Folder folder;
  Form plain = street_form(), odd = street_form(), clash = street_form();
  odd.id = "../Straat é";
  clash.id = "STREET";
  const auto real = store_of(folder / "real.db", {plain, odd, clash}, {});
  exported({{real}, folder / "out", {}}, loader({plain}));
  CHECK(files_in(folder / "out") ==
        ".._Straat___.codebook.csv .._Straat___.csv STREET.codebook.csv STREET.csv street~2.codebook.csv "
        "street~2.csv ");

  const auto trial = store_of(folder / "trial.db", {plain}, {}, StoreKind::trial);
  exported({{trial}, folder / "trial", {}}, loader({plain}));
  CHECK(files_in(folder / "trial") == "street.trial.codebook.csv street.trial.csv ");
  CHECK(export_stores({{real, trial}, folder / "both", {}}, loader({plain})).error().message ==
        trial.string() + ": trial and real stores are kept apart; take " + real.string() + " by itself");
  CHECK_FALSE(std::filesystem::exists(folder / "both"));
}

TEST_CASE("after an error there is nothing new and nothing half-written, and what was there stays") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::text, "idea")};
  const auto store = store_of(folder / "a.db", {form}, {answering(form, 1, {{"idea", value("one")}})});
  exported({{store}, folder / "out", {}}, loader({form}));
  const std::string before = bytes_of(folder / "out/street.csv");

  const std::string missing = folder / "missing.db";
  CHECK(export_stores({{store, missing}, folder / "out", {}}, loader({form})).error().message ==
        missing + ": there is no such store; check the path");
  CHECK(export_stores({{store}, folder / "a.db/out", {}}, loader({form})).error().message ==
        (folder / "a.db/out").string() + ": cannot be made (Not a directory); choose another folder");
  CHECK(export_stores({{store}, folder / "out", {Layout::excel, Guard::on, "fr"}}, loader({survey_form()}))
            .error()
            .message == "--excel fr: no form in these stores has that language; they have: nl ar");
  CHECK(bytes_of(folder / "out/street.csv") == before);

  std::filesystem::remove(folder / "out/street.csv");
  std::filesystem::create_directories(folder /
                                      "out/street.csv/in the way");  // so that renaming fails at the very end
  CHECK(export_stores({{store}, folder / "out", {}}, loader({form})).error().message ==
        (folder / "out/street.csv").string() +
            ": cannot be replaced (Is a directory); check the disk and the folder's permissions");
  CHECK(files_in(folder / "out") == "street.codebook.csv street.csv ");
}

TEST_CASE("a disk that fills up in the middle of an export leaves what was there and nothing else") {
  const Folder folder;
  Form form = street_form();
  form.rows = {question(Type::text, "idea")};
  std::vector<Response> responses;
  for (int i = 1; i <= 30; ++i)
    responses.push_back(answering(form, i, {{"idea", value(std::string(9'000, 'x'))}}));
  const auto store = store_of(folder / "a.db", {form}, responses);
  std::filesystem::create_directory(folder / "out");
  std::ofstream{folder / "out/street.csv"} << "an earlier export";

  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto report = export_stores({{store}, folder / "out", {}}, loader({form}));
    const std::string complaint =
        (folder / "out/street.csv").string() +
        ": cannot be written (File too large); check the disk and the folder's permissions";
    ::_exit(!report && report.error().message == complaint ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(files_in(folder / "out") == "street.csv ");
  CHECK(bytes_of(folder / "out/street.csv") == "an earlier export");
}
