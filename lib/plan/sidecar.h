/// A sidecar: NAME.toml beside NAME.txt, by which people override what is read out of the text.
///
///     title = "Genomförandeplan 2025"
///     committees = ["Socialnämnden Nordost"]
///     years = [2025]
///     document_kind = "genomförandeplan"
///
/// Every key may be left out.
#ifndef PLANSOK_PLAN_SIDECAR_H_
#define PLANSOK_PLAN_SIDECAR_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "plan/facts.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

/// Overrides `facts` by what `toml` says. A committee that the vocabulary does not know is taken as it is
/// written. InvalidArgument: malformed, an unknown key, a value of the wrong sort; names the sidecar and the
/// line.
absl::Status ApplySidecar(std::string_view toml, const std::string& name, const Vocabulary& vocabulary,
                          DocumentFacts& facts);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_SIDECAR_H_
