// The forms that a kiosk may ask: the one it begins with, and those that staff may choose at the kiosk.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "form/error.h"
#include "form/form.h"
#include "kiosk/config.h"
#include "store/store.h"

namespace buurtpeil {

/// What staff may choose from: Config::form, then Config::forms. Each file's name is there once.
[[nodiscard]] std::vector<std::filesystem::path> listed_forms(const Config& config);

struct ListedForm {
  std::string file;   ///< without folders
  std::string title;  ///< its form_title, else the file
};
/// The same by their titles. Reads each.
[[nodiscard]] std::vector<ListedForm> titled_forms(const Config& config);

/// Why a form cannot be asked: enough of it to be said in any language, and the sentence of `check`.
struct FormRefusal {
  enum class Kind {
    unreadable,       ///< the file as a whole
    mistakes,         ///< in cells
    missing_file,     ///< nothing but files beside it that are not there
    other_languages,  ///< it has none that the kiosk offers
    form_changed,     ///< nothing is wrong, but not only its data is another than what is asked
  } kind = Kind::mistakes;
  std::size_t errors = 0;
  std::string place;  ///< of the first error, "survey!C12"; "": the file as a whole
  std::string line;   ///< the first error as to_line() writes it, without its excerpt
};

/// A form, loaded and checked as a kiosk must before it asks it.
struct CheckedForm {
  std::unique_ptr<Form> form;          ///< nothing: it has errors
  std::vector<std::string> lines;      ///< all that is wrong, warnings too, as to_line() writes it
  std::optional<FormRefusal> refusal;  ///< where it has errors
};

/// Files that are missing, and languages that do not fit the configuration, are errors.
[[nodiscard]] CheckedForm checked_form(const std::filesystem::path& file, const Config& config);

/// The form that staff chose in an earlier run; nothing when it is Config::form. The error says why their
/// choice cannot be asked any more.
[[nodiscard]] std::expected<std::unique_ptr<Form>, Error> form_chosen_before(const Config& config,
                                                                             const Store& store);

}  // namespace buurtpeil
