/// The city's own names: committees, goals, areas and bodies, with aliases, spans of years and families.
/// Data: vocabulary/{committees,goals,bodies}.toml, which people edit.
///
/// All lookups tolerate what plans do to names: case, numbering in front ("3.1.1.1", "2."), a lost or added
/// full stop, line breaks, and scanning errors ("Socialndmnden", "klimatomstiillningen").
#ifndef PLANSOK_PLAN_VOCABULARY_H_
#define PLANSOK_PLAN_VOCABULARY_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "plan/plan.h"

namespace plansok::plan {

/// Immutable once loaded; thread-safe; cheap to copy.
class Vocabulary {
 public:
  /// Reads the files under `data_dir`/vocabulary. NotFound or InvalidArgument names file and line.
  static absl::StatusOr<Vocabulary> Load(const std::filesystem::path& data_dir);

  /// The committee that `name` is, as a whole: "Socialndmnden Nordost" -> socialnamnden-nordost.
  std::optional<Named> Committee(std::string_view name) const;

  /// Every committee named in running text, in order, each once.
  std::vector<Named> CommitteesIn(std::string_view text) const;

  /// The committees whose administrations (förvaltningar) running text names, in order, each once.
  std::vector<Named> AdministratorsIn(std::string_view text) const;

  /// The company that `name` is, as a whole, and every company named in running text: who else has a plan.
  std::optional<Named> Company(std::string_view name) const;
  std::vector<Named> CompaniesIn(std::string_view text) const;

  /// The committee or company that `name` is, as a whole.
  std::optional<Named> Owner(std::string_view name) const;

  /// The known goal that `heading` states.
  std::optional<Goal> KnownGoal(std::string_view heading) const;

  /// The target area that `heading` names ("3.1 TIDIGA INSATSER").
  std::optional<Named> Area(std::string_view heading) const;

  /// Who is assigned and who is to be worked with, in an assignment's sentence, in order, each once. Groups
  /// ("Alla nämnder och bolagsstyrelser", "Socialnämnderna") are bodies of their own.
  std::vector<Body> BodiesIn(std::string_view assignment) const;

 private:
  struct Data;
  explicit Vocabulary(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_VOCABULARY_H_
