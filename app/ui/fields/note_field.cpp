#include "ui/fields/asked.h"
#include "ui/fields/fields.h"

namespace buurtpeil {

void add_field(Frame& frame, PageContent& content, const NoteField& field, const Setup& setup) {
  add_asked(frame, content, field, "", setup, AskedPicture::large);
}

}  // namespace buurtpeil
