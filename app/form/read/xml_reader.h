// libxml2's streaming reader with everything dangerous off: UTF-8 only, no entities, no network, bounded
// depth, no output of its own. Names come without their prefix. For the .xlsx reader and for attached xml.
#pragma once

#include <libxml/xmlreader.h>

#include <memory>
#include <string>
#include <string_view>

namespace buurtpeil {

class XmlReader {
 public:
  /// `bytes` must outlive the reader.
  explicit XmlReader(std::string_view bytes);

  /// Goes to the next node: an element's start or end, or text. False at the end, and when the XML is not
  /// well formed: see failed().
  [[nodiscard]] bool next();
  [[nodiscard]] bool failed() const { return failed_; }

  [[nodiscard]] bool starts(std::string_view element) const;
  [[nodiscard]] bool ends(
      std::string_view element) const;  ///< at its end; an empty element ("<v/>") starts and does not end
  [[nodiscard]] bool is_start() const;
  [[nodiscard]] bool is_end() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_empty_element() const;
  [[nodiscard]] int depth() const;
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view text() const;
  /// The attribute's value by its name without prefix, "" when there is none.
  [[nodiscard]] std::string attribute(std::string_view name) const;

 private:
  std::unique_ptr<xmlTextReader, void (*)(xmlTextReader*)> reader_;
  bool failed_ = false;
  int type_ = 0;
};

}  // namespace buurtpeil
