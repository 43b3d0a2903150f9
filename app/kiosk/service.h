// What the kiosk stands on, whoever is in front of it: the form that is asked and its languages, the store or
// why there is none, and the settings that staff chose. It knows nobody's answers.
//
// The store is opened when the program starts. When an operation on it fails, it is closed and the kiosk is
// out of service: works() is false, fault() says why. retry() opens it again; it is due `retry_s` after each
// failure. `retry_s` 30: long enough that a failing disk is not hammered, short enough that nobody has to
// fetch staff after a disk was freed.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/config.h"
#include "kiosk/maps.h"
#include "kiosk/other_results.h"
#include "kiosk/words.h"
#include "results/publish.h"
#include "store/store.h"
#include "store/store_check.h"
#include "visit/doubt.h"

namespace buurtpeil {

class Service {
 public:
  static constexpr int retry_s = 30;
  static constexpr int loudest = 10;

  /// `form` and `words` must outlive it. The store knows the form already (keep_form). Reads the settings:
  /// when that fails it is out of service from the start.
  Service(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed);
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const Words& words() const { return words_; }

  // The form
  [[nodiscard]] const Form& form() const { return *form_; }
  /// Asks another form from now on, and after a restart. Gives what is doubtful about it, for the log ("" for
  /// nothing); nothing when the store failed. No visit of the former form may be left.
  [[nodiscard]] std::optional<std::string> change_form(std::unique_ptr<const Form> form, Moment now);
  /// Languages that a visitor may choose, as indexes in Form::languages, the default one first: those of the
  /// configuration in its order, or all. {-1} for a form that names none.
  [[nodiscard]] std::vector<int> languages() const;

  /// Of the form; made anew with another one.
  [[nodiscard]] const Maps& maps() const { return *maps_; }

  // What all said
  /// Of the form's round, at this kiosk: what may be published of it.
  [[nodiscard]] const Results& results() const { return results_; }
  /// Earlier, in the municipality and elsewhere.
  [[nodiscard]] const OtherResults& other_results() const { return other_results_; }

  // Settings: what staff chose, at the kiosk or in kiosk.toml
  [[nodiscard]] std::string occasion() const { return setting("occasion"); }
  /// Code in which visits begin; "": the visitor chooses. The command line's comes before the staff's until
  /// they choose again; one that the form does not have does not count.
  [[nodiscard]] std::string language() const;
  [[nodiscard]] int volume() const;  ///< 0 to `loudest`
  [[nodiscard]] Mode mode() const;
  /// Any setting by its name in the store; "" for none.
  [[nodiscard]] std::string setting(const std::string& name) const;
  [[nodiscard]] int number_setting(const std::string& name, int otherwise) const;

  // The store. What writes needs a store that works; afterwards works() says whether it was written.
  [[nodiscard]] bool works() const { return store_.has_value(); }
  [[nodiscard]] const Error& fault() const { return store_.error(); }  ///< it does not work
  [[nodiscard]] std::int64_t retry_at_ms() const { return retry_at_ms_; }
  /// The store, opened with Verify::meanwhile, is being checked: what that finds is acted on by take_check().
  void follow(StoreCheck check) { check_ = std::move(check); }
  [[nodiscard]] bool is_checking() const { return check_.has_value(); }
  /// The check is through and not yet taken.
  [[nodiscard]] bool has_checked() const { return check_ && check_->is_through(); }
  /// Out of service where the store is damaged. To be called before anything else is done with it.
  void take_check(Moment now);
  /// Opens the store again, looks at the whole of it, deletes what a visitor wanted deleted, and ends drafts
  /// as abandoned.
  void retry(Moment now);

  void save(const Draft& draft, Moment now);
  /// A finished response is counted in results() too.
  void save(const Response& response, Moment now);
  /// Deletes a visit. Where the disk does not let it, that is done at the next opening.
  void erase(const std::string& response_id, Moment now);
  void abandon_drafts(Moment now);
  void set(const std::string& name, const std::string& value, Moment now);

  /// The draft that a former run left, if any.
  [[nodiscard]] std::optional<Draft> draft(Moment now);
  /// As Store::counts(); zeros without a store.
  [[nodiscard]] Store::Counts counts(const std::string& day, Moment now);
  [[nodiscard]] bool journal_is_moved() const { return !works() || store_->journal_is_moved(); }
  [[nodiscard]] Moment opened() const { return opened_; }  ///< when the store was found sound
  [[nodiscard]] const std::optional<Moment>& saved() const { return saved_; }  ///< last write since the start

  /// Whether a visit that was finished repeats the one that was finished before it in this run (see
  /// visit/doubt.h), and remembers it for the next.
  [[nodiscard]] bool repeats(const Imprint& finished);

  // Numbers that come once in a run
  [[nodiscard]] std::string new_response_id();
  /// Of random() in the form: of the next visit, which the invitation may show the first question of; and
  /// the same for the visit that begins.
  [[nodiscard]] unsigned next_visit_seed() const { return next_visit_seed_; }
  [[nodiscard]] unsigned new_visit_seed();
  [[nodiscard]] long new_recording() { return ++recordings_; }

 private:
  void keep(const std::expected<void, Error>& written, Moment now);
  void go_out_of_service(const Error& why, Moment now);
  [[nodiscard]] std::expected<void, Error> prepare(Store& store, Moment now);
  [[nodiscard]] std::expected<void, Error> read_settings(const Store& store);
  [[nodiscard]] std::expected<void, Error> read_results(const Store& store);

  const Words& words_;
  const Config config_;
  const Form* form_;
  std::unique_ptr<const Form> chosen_form_;  ///< by the staff since the start: form_ is it
  std::unique_ptr<Maps> maps_;
  std::optional<StoreCheck> check_;    ///< of the store, until it is taken
  std::expected<Store, Error> store_;  ///< or why the kiosk is out of service
  RoundCount counted_;                 ///< of the form's round, as the store has it
  Results results_;                    ///< of it
  OtherResults other_results_;
  std::map<std::string, std::string> settings_;
  bool settings_read_ = false;
  std::string to_erase_;  ///< id of a response that a visitor wants deleted; the store could not, so far
  std::int64_t retry_at_ms_ = 0;  ///< monotonic
  Moment opened_;
  std::optional<Moment> saved_;
  std::optional<Imprint> finished_;  ///< of the last visit, whoever that was
  std::mt19937_64 id_random_, visit_random_;
  unsigned next_visit_seed_ = 0;
  long recordings_ = 0;
};

}  // namespace buurtpeil
