// What `try` prints of a walk through a form, whole.
#include "sync/try.h"

#include <fstream>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

const std::string street =
    "| survey |\n"
    "| | type | name | label::Nederlands (nl) | label::English (en) | hint | required | relevant | "
    "constraint | constraint_message |\n"
    "| | select_one yes_no | garden | Hebt u een tuin? | Do you have a garden? | | yes | | | |\n"
    "| | begin_group | green | Uw tuin | Your garden | | | ${garden} = 'yes' | | |\n"
    "| | integer | size | Hoe groot? | How large? | Square metres. | | | . < 500 | That is a park. |\n"
    "| | note | large | Groot: ${size} | Large: ${size} | | | ${size} > 100 | | |\n"
    "| | end_group | | | | | | | | |\n"
    "| | text | idea | Uw idee? | Your idea? | | | | | |\n"
    "| choices |\n"
    "| | list_name | name | label::Nederlands (nl) | label::English (en) |\n"
    "| | yes_no | yes | Ja | Yes |\n"
    "| | yes_no | no | Nee | No |\n"
    "| settings |\n"
    "| | version | kiosk_intro | kiosk_thanks |\n"
    "| | 3 | Who asks. | Until when. |\n";

const std::string places =
    "| survey |\n"
    "| | type | name | label | repeat_count | relevant |\n"
    "| | integer | people | How many people? | | |\n"
    "| | begin_repeat | place | A place | | |\n"
    "| | text | name | Which place? | | |\n"
    "| | begin_repeat | tree | A tree | ${people} | |\n"
    "| | text | kind | Which kind at ${name}? | | ${name} = 'park' |\n"
    "| | end_repeat | | | | |\n"
    "| | end_repeat | | | | |\n"
    "| | text | name | Your street? | | |\n"
    "| settings |\n"
    "| | version | kiosk_intro | kiosk_thanks |\n"
    "| | 3 | Who asks. | Until when. |\n";

/// Answers, and ways back written as "<2" or "<garden".
std::vector<TryStep> steps_of(const std::vector<std::string>& texts) {
  std::vector<TryStep> steps;
  for (const std::string& text : texts)
    steps.push_back(text.starts_with('<') ? TryStep{TryStep::Kind::back, text.substr(1)}
                                          : TryStep{TryStep::Kind::answer, text});
  return steps;
}

/// "EXIT CODE\n", what is printed and what is said besides, with the folder left out.
std::string tried(const std::string& form, const std::vector<std::string>& answers,
                  const std::string& explain = "", const std::string& language = "") {
  const Folder folder;
  std::ofstream{folder / "street.md"} << form;
  const Moment sunday_evening{1'772'388'247'123, 60, 0};
  const Outcome outcome =
      try_form({folder / "street.md", language, steps_of(answers), explain, sunday_evening});
  return without(folder, std::to_string(outcome.exit_code) + "\n" + outcome.out + outcome.err);
}

const std::string key = "uuid:00000000-0000-4000-8000-000000000000";

std::string tail(const std::string& language) {
  return key + "," + key + ",,,0,0,,,,0,3,finished," + language +
         ",,,2026-03-01T19:04+01:00,2026-03-01T19:04+01:00,0,\r\n";
}

}  // namespace

TEST_CASE("a walk shows what was asked, and the response as the export writes it") {
  CHECK(tried(street, {"garden=yes", "size=200", "idea=-bench"}, "", "en") ==
        "0\n"
        "garden: Do you have a garden?\n"
        "  yes: Yes\n"
        "  no: No\n"
        "  = yes\n"
        "# Your garden\n"
        "green/size: How large?\n"
        "  Square metres.\n"
        "  = 200\n"
        "green/large: Large: 200\n"
        "idea: Your idea?\n"
        "  = -bench\n"
        "\n"
        "SubmissionDate,garden,green-size,green-large,idea," +
            fixed_columns + "2026-03-01T18:04:07.123Z,yes,200,,'-bench," + tail("en"));
}

TEST_CASE("questions that are not relevant are not asked, and their answers are told to be unused") {
  CHECK(tried(street, {"garden=no", "green/size=200"}) ==
        "0\n"
        "garden: Hebt u een tuin?\n"
        "  yes: Ja\n"
        "  no: Nee\n"
        "  = no\n"
        "idea: Uw idee?\n"
        "\n"
        "SubmissionDate,garden,green-size,green-large,idea," +
            fixed_columns + "2026-03-01T18:04:07.123Z,no,,,," + tail("nl") +
            "street.md: the answer to 'green/size' was not used: it was not asked\n");
}

TEST_CASE("it stops where the kiosk would not go on") {
  const std::string asked =
      "1\n"
      "garden: Hebt u een tuin?\n"
      "  yes: Ja\n"
      "  no: Nee\n";
  CHECK(tried(street, {}) ==
        asked + "street.md: stopped at 'garden': it must be answered; add --answer 'garden=...'\n");
  CHECK(tried(street, {"garden=yess"}) ==
        asked + "street.md: stopped at 'garden': 'yess' is not among its choices now; did you mean 'yes'?\n");
  CHECK(tried(street, {"garden=yes", "size=900"}) ==
        asked +
            "  = yes\n"
            "# Uw tuin\n"
            "green/size: Hoe groot?\n"
            "  Square metres.\n"
            "  = 900\n"
            "street.md: stopped at 'green/size': '900' does not meet . < 500: That is a park.\n");
}

TEST_CASE("what a form does not have is a command line that makes no sense") {
  CHECK(tried(street, {"gardn=yes"}) ==
        "2\nstreet.md: the form has no question 'gardn'; did you mean 'garden'?\n");
  CHECK(tried(street, {"garden"}) == "2\nstreet.md: 'garden' is no answer; write NAME=VALUE\n");
  CHECK(tried(street, {"large=1"}) == "2\nstreet.md: 'large' is not answered by a visitor\n");
  CHECK(tried(street, {"garden[0]=yes"}) ==
        "2\nstreet.md: 'garden[0]' has no place from 1 in its brackets\n");
  CHECK(tried(street, {}, "siz") == "2\nstreet.md: the form has no question 'siz'; did you mean 'size'?\n");
  CHECK(tried(street, {}, "", "fr") == "2\nstreet.md: the form has no language 'fr', but nl, en\n");
  CHECK(tried("| survey |\n| | type | name | label |\n| | integr | age | How old? |\n", {}) ==
        "1\nstreet.md: survey!A3: error: unknown type 'integr'; did you mean 'integer'?\n");
}

TEST_CASE("answers name their place in repeats, which are then added, and repeats have rows of their own") {
  CHECK(tried(places, {"people=1", "place[1]/name=square", "place[2]/name=park", "place[2]/tree[1]/kind=elm",
                       "name=Elm Street"}) ==
        "0\n"
        "people: How many people?\n"
        "  = 1\n"
        "# A place\n"
        "place[1]/name: Which place?\n"
        "  = square\n"
        "place[2]/name: Which place?\n"
        "  = park\n"
        "# A tree\n"
        "place[2]/tree[1]/kind: Which kind at park?\n"
        "  = elm\n"
        "name: Your street?\n"
        "  = Elm Street\n"
        "\n"
        "SubmissionDate,people,name," +
            fixed_columns + "2026-03-01T18:04:07.123Z,1,Elm Street," + tail("") +
            "\n"
            "name,PARENT_KEY,KEY\r\n"
            "square," +
            key + "," + key + "/place[1]\r\npark," + key + "," + key +
            "/place[2]\r\n"
            "\n"
            "kind,PARENT_KEY,KEY\r\n"
            "," +
            key + "/place[1]," + key + "/place[1]/tree[1]\r\nelm," + key + "/place[2]," + key +
            "/place[2]/tree[1]\r\n");
}

TEST_CASE("it explains why a question was or was not asked, with the values that decided it") {
  const auto explained = [](const std::string& form, const std::vector<std::string>& answers,
                            const std::string& name) {
    const std::string all = tried(form, answers, name);
    const std::size_t end = all.find("\nstreet.md: ");
    const std::string printed = all.substr(0, end == std::string::npos ? end : end + 1);
    return printed.substr(printed.rfind("\n\n") + 2);
  };
  CHECK(explained(street, {"garden=yes", "size=200"}, "large") ==
        "green/large was asked\n"
        "  group green: ${garden} = 'yes' is true\n"
        "    ${garden} is 'yes'\n"
        "  large: ${size} > 100 is true\n"
        "    ${size} is '200'\n");
  CHECK(explained(street, {"garden=no"}, "large") ==
        "green/large was not asked\n"
        "  group green: ${garden} = 'yes' is false\n"
        "    ${garden} is 'no'\n"
        "  large: ${size} > 100 is false\n"
        "    ${size} is empty\n");
  CHECK(explained(street, {}, "idea") == "idea was not reached: it has no conditions\n");
  CHECK(explained(places, {"people=1", "place[1]/name=park", "place[2]/name=square"}, "kind") ==
        "place[1]/tree[1]/kind was asked\n"
        "  kind: ${name} = 'park' is true\n"
        "    ${name} is 'park'\n"
        "place[2]/tree[1]/kind was not asked\n"
        "  kind: ${name} = 'park' is false\n"
        "    ${name} is 'square'\n");
  CHECK(explained(places, {}, "kind") ==
        "place/tree/kind was not asked: the repeat place/tree has no instances, and its repeat_count is "
        "${people}\n");
}

TEST_CASE("an instance of a repeat that is not relevant has no row, and a reason of its own") {
  CHECK(tried("| survey |\n"
              "| | type | name | label | relevant | repeat_count |\n"
              "| | integer | skip | Which one not? | | |\n"
              "| | begin_repeat | plot | Plot | position(.) != ${skip} | 2 |\n"
              "| | integer | size | How large? | | |\n"
              "| | end_repeat | | | | |\n"
              "| settings |\n"
              "| | version | kiosk_intro | kiosk_thanks |\n"
              "| | 3 | Who asks. | Until when. |\n",
              {"skip=1", "size=5"}, "plot") ==
        "0\n"
        "skip: Which one not?\n"
        "  = 1\n"
        "# Plot\n"
        "plot[2]/size: How large?\n"
        "  = 5\n"
        "\n"
        "SubmissionDate,skip," +
            fixed_columns + "2026-03-01T18:04:07.123Z,1," + tail("") +
            "\n"
            "size,PARENT_KEY,KEY\r\n"
            "5," +
            key + "," + key +
            "/plot[2]\r\n"
            "\n"
            "plot[1] was not asked\n"
            "  repeat plot: position(.) != ${skip} is false\n"
            "    ${skip} is '1'\n"
            "plot[2] is asked\n"
            "  repeat plot: position(.) != ${skip} is true\n"
            "    ${skip} is '1'\n");
}

TEST_CASE("where a filter leaves nothing to choose from, that is said, and the walk goes on") {
  CHECK(tried("| survey |\n"
              "| | type | name | label | choice_filter | required |\n"
              "| | select_one kind | kind | Which kind? | | yes |\n"
              "| | select_one which | which | Which one? | kind = ${kind} | yes |\n"
              "| choices |\n"
              "| | list_name | name | label | kind |\n"
              "| | kind | bench | A bench | |\n"
              "| | which | oak | An oak | tree |\n"
              "| settings |\n"
              "| | version | kiosk_intro | kiosk_thanks |\n"
              "| | 3 | Who asks. | Until when. |\n",
              {"kind=bench"}) ==
        "0\n"
        "kind: Which kind?\n"
        "  bench: A bench\n"
        "  = bench\n"
        "which: Which one?\n"
        "  nothing to choose from\n"
        "\n"
        "SubmissionDate,kind,which," +
            fixed_columns + "2026-03-01T18:04:07.123Z,bench,," + tail(""));
}

TEST_CASE("the visitor goes back and changes an answer, and what depends on it follows") {
  const std::string cascade =
      "| survey |\n"
      "| | type | name | label | choice_filter | required |\n"
      "| | select_one town | town | Which town? | | |\n"
      "| | select_one street | street | Which street? | town = ${town} | |\n"
      "| | text | idea | Your idea for ${street}? | | |\n"
      "| choices |\n"
      "| | list_name | name | label | town |\n"
      "| | town | a | A | |\n"
      "| | town | b | B | |\n"
      "| | street | kade | Kade | a |\n"
      "| | street | laan | Laan | b |\n"
      "| settings |\n"
      "| | version | kiosk_intro | kiosk_thanks |\n"
      "| | 3 | Who asks. | Until when. |\n";
  const std::string before =
      "0\n"
      "town: Which town?\n"
      "  a: A\n"
      "  b: B\n"
      "  = a\n"
      "street: Which street?\n"
      "  kade: Kade\n"
      "  = kade\n"
      "idea: Your idea for kade?\n"
      "  = bench\n";
  const std::string after =
      "-- back to town\n"
      "town: Which town?\n"
      "  a: A\n"
      "  b: B\n"
      "  = b\n"
      "street: Which street?\n"
      "  laan: Laan\n"
      "idea: Your idea for ?\n"
      "  = bench\n"
      "\n"
      "SubmissionDate,town,street,idea," +
      fixed_columns + "2026-03-01T18:04:07.123Z,b,,bench," + tail("");
  for (const char* back : {"<town", "<2", "<9"})
    CHECK(tried(cascade, {"town=a", "street=kade", "idea=bench", back, "town=b"}) == before + after);
  CHECK(tried(cascade, {"town=a", "<twon"}) ==
        "2\nstreet.md: back 'twon': a number of screens, or the name of a question: the form has no question "
        "'twon'; did you mean 'town'?\n");
}

TEST_CASE("going back begins where the visitor stands, also at a screen that cannot be left") {
  CHECK(tried(street, {"garden=yes", "size=900", "<1", "garden=no"}) ==
        "0\n"
        "garden: Hebt u een tuin?\n"
        "  yes: Ja\n"
        "  no: Nee\n"
        "  = yes\n"
        "# Uw tuin\n"
        "green/size: Hoe groot?\n"
        "  Square metres.\n"
        "  = 900\n"
        "-- back to garden\n"
        "garden: Hebt u een tuin?\n"
        "  yes: Ja\n"
        "  no: Nee\n"
        "  = no\n"
        "idea: Uw idee?\n"
        "\n"
        "SubmissionDate,garden,green-size,green-large,idea," +
            fixed_columns + "2026-03-01T18:04:07.123Z,no,,,," + tail("nl"));
}
