// The QR code of a question or a note, with its address beside it.
#pragma once

#include <string>

#include "ui/page_content.h"

namespace buurtpeil {

/// Adds it below the words; nothing for "". Dark on white in every contrast, since scanners look for that,
/// and never mirrored. 40 to 50 mm wide: about a tenth of the distance, and half a millimetre for a module of
/// the longest address that a form may have. A text that is too long for a code is shown alone.
void add_qr(Frame& frame, PageContent& content, const std::string& address, float width);

}  // namespace buurtpeil
