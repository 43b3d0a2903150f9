#include "form/read/grid.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>

#include "form/limits.h"
#include "form/xlsx_writer.h"

using namespace buurtpeil;

namespace {

constexpr std::array<std::string_view, 1> wanted = {"survey"};

/// A workbook as text: "sheet" lines, then "row: cell|cell".
std::string show(const Workbook& workbook) {
  std::string shown;
  for (const Sheet& sheet : workbook.sheets) {
    shown += sheet.name + "\n";
    for (const GridRow& row : sheet.rows) {
      shown += fmt::format("{}: ", row.number);
      for (std::size_t i = 0; i < row.cells.size(); ++i) shown += (i == 0 ? "" : "|") + row.cells[i];
      shown += "\n";
    }
  }
  return shown;
}

std::string show(const std::vector<Problem>& problems) {
  std::string shown;
  for (const Problem& problem : problems) shown += to_line("f", problem) + "\n";
  return shown;
}

std::string md(std::string_view text) {
  std::vector<Problem> problems;
  const Workbook workbook = read_md(text, problems);
  return show(workbook) + show(problems);
}

std::string csv(std::string_view text) {
  std::vector<Problem> problems;
  const Workbook workbook = read_csv(text, problems);
  return show(workbook) + show(problems);
}

std::string xlsx(const std::string& bytes) {
  std::vector<Problem> problems;
  const Workbook workbook = read_xlsx(bytes, wanted, problems);
  return show(workbook) + show(problems);
}

std::string xlsx_rows(const std::string& rows) { return xlsx(zip_of(workbook_parts(rows))); }

}  // namespace

TEST_CASE("a Markdown form keeps its lines as rows and counts columns after the sheet's") {
  CHECK(md("A form.\n"
           "| survey |\n"
           "|--------|------|\n"
           "|        | type | name | label |\r\n"
           "|        | text | a    | x \\| y |   |\n"
           "\n"
           "|        |      |      |       |\n"
           "|        |      | b    |\n"
           "| choices | list_name |\n") ==
        "survey\n4: type|name|label\n5: text|a|x | y\n8: |b\nchoices\n9: list_name\n");
  CHECK(md("") == "");
  CHECK(md("no table\n| | before | any sheet |\n") == "");
}

TEST_CASE("a form in one CSV reads quotes, spaces beside commas and line breaks in cells") {
  CHECK(csv("\xEF\xBB\xBFsurvey,\r\n"
            " , type , \"name, short\" ,\"say \"\"hi\"\"\"\r\n"
            ",text,\"two\nlines\",\n"
            ",,,\n"
            "\"choices\"\n"
            ",a\n") == "survey\n2: type|name, short|say \"hi\"\n3: text|two\nlines\nchoices\n7: a\n");
}

TEST_CASE("a CSV that ends inside a quote says where the quote opened") {
  CHECK(csv("survey\n,\"type\n,name\n") == "f: error: the quote that opens on line 2 is never closed\n");
}

TEST_CASE("text that is not UTF-8 is refused with its line") {
  CHECK(md("| survey |\n| | caf\xE9 |\n") ==
        "f: error: line 2 is not text in UTF-8; save the file as UTF-8\n");
  CHECK(csv(std::string_view("survey\n,a\0b\n", 12)) ==
        "f: error: line 2 is not text in UTF-8; save the file as UTF-8\n");
  CHECK(csv("survey\n,\xED\xA0\x80\n") == "f: error: line 2 is not text in UTF-8; save the file as UTF-8\n");
}

TEST_CASE("a plain CSV is rows without sheets") {
  const auto rows = read_plain_csv("key,nl,en\nyes, ja ,\"y,es\"\n\nno,nee\n");
  REQUIRE(rows.has_value());
  CHECK(show(Workbook{{Sheet{"", rows->rows}}}) == "\n1: key|nl|en\n2: yes|ja|y,es\n4: no|nee\n");
  CHECK(read_plain_csv("a\n\"b").error().message == "the quote that opens on line 2 is never closed");
}

TEST_CASE("rows and columns that no spreadsheet has are damage, whatever their number") {
  const auto row = [](const std::string& number, const std::string& cell) {
    return "<row r='" + number + "'><c r='" + cell + "' t='str'><v>x</v></c></row>";
  };
  const std::string damaged =
      "survey\nf: error: the part xl/worksheets/sheet1.xml of the workbook is damaged; save the file again "
      "as "
      ".xlsx\n";
  const std::string refused = "survey!ALM1: error: the sheet has more than 1000 columns\n";
  CHECK(xlsx_rows(row("1048576", "A1")) == "survey\n1048576: x\nnotes\n");
  CHECK(xlsx_rows(row("1048576", "A1") + "<row/>").ends_with(damaged.substr(7)));
  CHECK(xlsx_rows(row("1048577", "A1")).ends_with(damaged.substr(7)));
  CHECK(xlsx_rows(row("2147483647", "A1") + row("", "A1") + row("", "A1")).ends_with(damaged.substr(7)));
  CHECK(xlsx_rows("<row r='2147483647'/><row/><row/>").ends_with(damaged.substr(7)));
  for (const std::string number : {"99999999999", "-1", "0", "x", ""})  // counted instead
    CHECK(xlsx_rows(row(number, "A1")) == "survey\n1: x\nnotes\n");
  for (const std::string column : {"XFD", "XFE", "ZZZZZZZZZZZZZZ"})
    CHECK(xlsx_rows(row("1", column + "1")).ends_with(refused));
}

TEST_CASE("more columns, rows or text than a form may have is refused at the cell") {
  CHECK(csv("survey\n," + std::string(limits::columns, ',') + "x\n") ==
        "f: survey!ALM2: error: the sheet has more than 1000 columns\n");
  std::string long_text = "survey\n,";
  long_text.append(limits::cell_bytes + 1, 'x');
  CHECK(csv(long_text) == "f: survey!A2: error: the text is longer than 131068 bytes\n");
  std::string rows = "survey\n";
  for (std::size_t i = 0; i <= limits::rows; ++i) rows += ",x\n";
  std::vector<Problem> problems;
  (void)read_csv(rows, problems);
  CHECK(show(problems) == "f: survey!A100002: error: the sheet has more than 100000 rows\n");
}

TEST_CASE("an .xlsx cell reads as the reference converter reads it") {
  CHECK(xlsx_rows(
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' "
            "t='s'><v>2</v></c></row>"
            "<row r='3'><c r='A3' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c><c r='C3' "
            "t='b'><v>1</v></c>"
            "<c t='b'><v>0</v></c></row>"
            "<row><c><v>5</v></c><c><v>2.50</v></c><c><v>1E-3</v></c><c s='3'><v>7.0</v></c></row>"
            "<row r='9'><c s='1'><v>46082.794525</v></c><c s='2'><v>1</v></c><c s='1'><v>0.5</v></c></row>"
            "<row r='10'><c t='str'><f>1&amp;2</f><v>12</v></c><c><f>1+1</f><v>2</v></c><c "
            "t='str'><f>A1</f><v></v></c></row>"
            "<row r='11'><c r='B11' s='1'/></row>") ==
        "survey\n1: type|name|a b\n3: inline||TRUE|FALSE\n4: 5|2.5|0.001|7\n"
        "9: 2026-03-01 19:04:07|1900-01-01 00:00:00|12:00:00\n10: 12|2\nnotes\n");
}

TEST_CASE("a formula without a saved value is an error with its cell") {
  CHECK(xlsx_rows("<row r='2'><c r='C2'><f>NOW()</f></c><c r='D2'><v>1</v></c></row>") ==
        "survey\n2: |||1\nnotes\nf: survey!C2: error: the formula has no saved value; open the file in a "
        "spreadsheet program and save "
        "it, or write the value itself\n");
}

TEST_CASE("what is no complete workbook is refused") {
  const std::string incomplete =
      "f: error: this is not a complete .xlsx workbook; open it in a spreadsheet program and save it again "
      "as .xlsx\n";
  const std::string good = zip_of(workbook_parts("<row><c><v>1</v></c></row>"));
  CHECK(xlsx("") == incomplete);
  CHECK(xlsx("PK not a zip") == incomplete);
  for (std::size_t size = 1; size < good.size(); size += 97) CHECK(xlsx(good.substr(0, size)) == incomplete);
  CHECK(xlsx(zip_of({{"readme.txt", "hello"}})) ==
        "f: error: the part xl/workbook.xml of the workbook is damaged; save the file again as .xlsx\n");
  CHECK(xlsx_rows("<row><c><v>1</v></row>") ==
        "f: error: the part xl/worksheets/sheet1.xml of the workbook is damaged; save the file again "
        "as .xlsx\n");
}

TEST_CASE("a flipped byte is noticed by the checksum") {
  std::string bytes =
      zip_of(workbook_parts("<row><c t='inlineStr'><is><t>abcdefgh12345678</t></is></c></row>"));
  const std::size_t at = bytes.find("xl/worksheets/sheet1.xml");
  REQUIRE(at != std::string::npos);
  bytes[at + 60] = static_cast<char>(bytes[at + 60] ^ 0x10);
  CHECK(xlsx(bytes).contains("is damaged; save the file again as .xlsx"));
}

TEST_CASE("a zip bomb is refused before it is unpacked") {
  CHECK(xlsx_rows(std::string(32u << 20, ' ')) ==
        "f: error: the part xl/worksheets/sheet1.xml unpacks to more than 100 times its size, as no "
        "real sheet does\n");
  CHECK(xlsx_rows(std::string(limits::inflated_bytes, ' ')) ==
        "f: error: the workbook holds more than 64 MB when unpacked\n");
}

TEST_CASE("entities are refused, also small ones") {
  XlsxParts parts = workbook_parts("");
  parts.back().second = "<!DOCTYPE x [<!ENTITY a 'lol'>]><worksheet><sheetData>&a;</sheetData></worksheet>";
  CHECK(xlsx(zip_of(parts)) ==
        "f: error: the part xl/worksheets/sheet1.xml has a DOCTYPE, which no spreadsheet program "
        "writes\n");
  CHECK(xlsx_rows("<row><c t='inlineStr'><is><t>&unknown;</t></is></c></row>") ==
        "f: error: the part xl/worksheets/sheet1.xml of the workbook is damaged; save the file again "
        "as .xlsx\n");
}

TEST_CASE("a sheet that claims far cells costs nothing") {
  CHECK(xlsx_rows("<row r='1'><c r='XFD1'><v>1</v></c></row>") ==
        "f: survey!ALM1: error: the sheet has more than 1000 columns\n");
  CHECK(xlsx_rows("<row r='1048576'><c r='A1048576'><v>1</v></c></row>") == "survey\n1048576: 1\nnotes\n");
  std::string rows;
  for (std::size_t i = 0; i <= limits::rows; ++i)
    rows += fmt::format("<row><c><v>{}</v></c></row>", i * 7919);
  CHECK(xlsx_rows(rows).ends_with("f: survey!A100001: error: the sheet has more than 100000 rows\n"));
}

TEST_CASE("too many parts, or XML nested too deep, is refused") {
  XlsxParts parts = workbook_parts("");
  for (std::size_t i = 0; i <= limits::zip_entries; ++i) parts.emplace_back(fmt::format("p{}", i), "");
  CHECK(xlsx(zip_of(parts)) == "f: error: the workbook has more than 1000 parts inside\n");
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "<a>";
  for (int i = 0; i < 40; ++i) deep += "</a>";
  CHECK(xlsx_rows(deep) ==
        "f: error: the part xl/worksheets/sheet1.xml of the workbook is damaged; save the file again "
        "as .xlsx\n");
}
