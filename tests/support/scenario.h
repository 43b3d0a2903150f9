// A visit driven by a test, in words: the second client of the engine. Time stands still but for pass().
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "form/form.h"
#include "visit/visit.h"

namespace buurtpeil {

class Scenario {
 public:
  /// `form` is the text of an .md form (it contains a line break), or the name of a file in the folder
  /// assets/forms. `attachments`: name -> bytes. A form with mistakes ends the test.
  explicit Scenario(const std::string& form, std::map<std::string, std::string> attachments = {});

  /// Fills in a question of the screen; the last one of the screen goes on as well.
  Scenario& answer(const std::string& path, const std::string& value);
  /// Fills in only.
  Scenario& fill(const std::string& path, const std::string& value);
  Scenario& refuse(const std::string& path);
  /// What a visitor's touch does, as on the kiosk; stays on the screen.
  Scenario& tap(const std::string& path, const std::string& choice);
  Scenario& slide(const std::string& path, long stop);
  Scenario& write(const std::string& path, const std::string& value);
  Scenario& decline(const std::string& path);
  Scenario& next();
  Scenario& back();
  Scenario& speak(const std::string& language_code);
  /// Stores a draft, forgets everything and takes the draft up again, as after a restart.
  Scenario& restart();
  Scenario& pass(std::int64_t ms);

  /// Path of what is on the screen, several with spaces between; "end" at the end.
  [[nodiscard]] std::string question() const;
  /// "label", or "label (hint)" of the first question on the screen.
  [[nodiscard]] std::string text() const;
  /// "Oak Elm*": labels of the first question's choices, chosen ones with a star.
  [[nodiscard]] std::string options() const;
  /// "place: required", "age: constraint, You are too young": complaints on the screen, "" when there are
  /// none.
  [[nodiscard]] std::string complaint() const;
  /// "3 of 7": screens.
  [[nodiscard]] std::string progress() const;
  /// "3 of 8 to 12", "2-4 of 8 or more", "- of 8": questions.
  [[nodiscard]] std::string counted() const;
  /// "a=1; b=2": what would be stored now, values only.
  [[nodiscard]] std::string response() const;
  /// "a=1; b: skipped; c: not_asked": with the reasons.
  [[nodiscard]] std::string answers(Status status = Status::abandoned,
                                    Absence on_screen = Absence::not_reached) const;

  Visit& visit() { return *visit_; }
  [[nodiscard]] const Form& form() const { return *form_; }
  [[nodiscard]] Moment now() const { return now_; }

 private:
  std::unique_ptr<Form> form_;
  Moment now_{1'772'388'247'123, 60, 1'000};  // 2026-03-01T19:04:07.123+01:00
  std::unique_ptr<Visit> visit_;
};

}  // namespace buurtpeil
