// Files beside a form: their names, their hashes, and the pictures and recordings among them.
#pragma once

#include <string>
#include <string_view>

#include "form/compile/loading.h"

namespace buurtpeil {

/// Notes the pictures and recordings that the form names, with their hashes, in Form::media, and what is
/// missing in Form::missing_files. A file that no kiosk can show or play is a warning, and so stops a
/// deployment.
void load_media(Loading& loading);

/// By the end of its name: a picture that a kiosk shows, a recording that it plays.
[[nodiscard]] bool is_shown(const std::string& file);
[[nodiscard]] bool is_played(const std::string& file);

/// A name beside the form and nowhere else.
[[nodiscard]] bool is_plain_file_name(const std::string& name);

[[nodiscard]] std::string sha256(std::string_view bytes);  ///< 32 bytes
[[nodiscard]] std::string hex_of(std::string_view bytes);  ///< lower case

}  // namespace buurtpeil
