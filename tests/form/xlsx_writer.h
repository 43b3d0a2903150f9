// Writes small .xlsx packages for the reader's tests, good and hostile ones, part by part.
#pragma once

#include <zip.h>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using XlsxParts = std::vector<std::pair<std::string, std::string>>;

/// A zip of these parts, as bytes.
inline std::string zip_of(const XlsxParts& parts) {
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(buffer);
  zip_t* zip = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts)
    REQUIRE(zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0),
                         ZIP_FL_ENC_UTF_8) >= 0);
  REQUIRE(zip_close(zip) == 0);
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_stat(buffer, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(buffer);
  REQUIRE(zip_source_read(buffer, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

/// The parts of a workbook with one sheet called "survey" that has these rows of XML, and a sheet "notes"
/// that is never read.
inline XlsxParts workbook_parts(const std::string& rows) {
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"xl/workbook.xml",
       "<workbook xmlns:r='r'><sheets><sheet name='survey' r:id='rId1'/><sheet name='notes' "
       "r:id='rId9'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='rId1' Type='" + types +
           "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='" + types +
           "sharedStrings' Target='/xl/sharedStrings.xml'/><Relationship Id='rId3' Type='" + types +
           "styles' Target='styles.xml'/></Relationships>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>type</t></si><si><r><t>na</t></r><r><rPr/><t xml:space='preserve'>me </t></r></si>"
       "<si><t>a\u00a0b</t><rPh><t>hint</t></rPh></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[Red]\"day\" dd/mm'/><numFmt numFmtId='171' "
       "formatCode='0.0\"s\"'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
       "numFmtId='0'/><xf "
       "numFmtId='22'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
  };
}
