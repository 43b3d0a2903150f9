#include "form/read/xml_reader.h"

#include "form/limits.h"

namespace buurtpeil {
namespace {

void be_silent(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

XmlReader::XmlReader(std::string_view bytes)
    : reader_(
          xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT),
          xmlFreeTextReader) {
  failed_ = !reader_ || bytes.find("<!DOCTYPE") != std::string_view::npos;
  if (reader_) xmlTextReaderSetErrorHandler(reader_.get(), be_silent, nullptr);
}

bool XmlReader::next() {
  if (failed_) return false;
  const int result = xmlTextReaderRead(reader_.get());
  if (result == 0) return false;
  type_ = xmlTextReaderNodeType(reader_.get());
  failed_ = result < 0 || type_ == XML_READER_TYPE_DOCUMENT_TYPE ||
            type_ == XML_READER_TYPE_ENTITY_REFERENCE ||
            xmlTextReaderDepth(reader_.get()) > limits::xml_depth;
  return !failed_;
}

bool XmlReader::is_start() const { return type_ == XML_READER_TYPE_ELEMENT; }
bool XmlReader::is_end() const { return type_ == XML_READER_TYPE_END_ELEMENT; }
bool XmlReader::starts(std::string_view element) const { return is_start() && name() == element; }
bool XmlReader::ends(std::string_view element) const { return is_end() && name() == element; }

bool XmlReader::is_text() const {
  return type_ == XML_READER_TYPE_TEXT || type_ == XML_READER_TYPE_CDATA ||
         type_ == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type_ == XML_READER_TYPE_WHITESPACE;
}

bool XmlReader::is_empty_element() const {
  return is_start() && xmlTextReaderIsEmptyElement(reader_.get()) == 1;
}
int XmlReader::depth() const { return xmlTextReaderDepth(reader_.get()); }
std::string_view XmlReader::name() const { return view(xmlTextReaderConstLocalName(reader_.get())); }
std::string_view XmlReader::text() const { return view(xmlTextReaderConstValue(reader_.get())); }

std::string XmlReader::attribute(std::string_view name) const {
  std::string value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader_.get()); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader_.get()))
    if (view(xmlTextReaderConstLocalName(reader_.get())) == name)
      value = view(xmlTextReaderConstValue(reader_.get()));
  xmlTextReaderMoveToElement(reader_.get());
  return value;
}

}  // namespace buurtpeil
