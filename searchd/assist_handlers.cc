// Handlers of what helps a person search: Suggest, FindSimilar, Explain.

#include "searchd/convert.h"
#include "searchd/handlers.h"
#include "searchd/status.h"
#include "searchd/validate.h"

namespace plansok::searchd {

absl::StatusOr<int> Suggest(index::Searcher& searcher, const v1::SuggestRequest& request,
                            const index::Checkpoint& checkpoint, v1::SuggestResponse& response) {
  const absl::StatusOr<CheckedSuggest> checked = Validate(request);
  if (!checked.ok()) return checked.status();
  const absl::StatusOr<std::vector<index::Suggestion>> suggestions =
      searcher.Suggest(checked->line, checked->limit, checkpoint);
  if (!suggestions.ok()) return suggestions.status();
  response.Clear();
  for (const index::Suggestion& suggestion : *suggestions) *response.add_suggestions() = ToProto(suggestion);
  return response.suggestions_size();
}

absl::StatusOr<int> FindSimilar(index::Searcher& searcher, const v1::FindSimilarRequest& request,
                                const index::Checkpoint& checkpoint, v1::FindSimilarResponse& response) {
  const absl::StatusOr<CheckedSimilar> checked = Validate(request);
  if (!checked.ok()) return checked.status();
  const ParagraphName& name = checked->paragraph;
  const absl::StatusOr<std::vector<index::Hit>> hits =
      searcher.FindSimilar(name.plan_id, name.paragraph_id, checked->limit, checkpoint);
  if (absl::IsNotFound(hits.status())) return ResourceNotFound("plansok.v1.Paragraph", request.name());
  if (!hits.ok()) return hits.status();
  response.Clear();
  for (const index::Hit& hit : *hits) *response.add_hits() = ToProto(hit);
  return response.hits_size();
}

absl::StatusOr<int> Explain(index::Searcher& searcher, const v1::ExplainRequest& request,
                            const index::Checkpoint& checkpoint, v1::ExplainResponse& response) {
  const absl::StatusOr<CheckedExplain> checked = Validate(request, ValuesOf(searcher.snapshot(), checkpoint));
  if (!checked.ok()) return checked.status();
  const ParagraphName name = checked->paragraph.value_or(ParagraphName{});
  const absl::StatusOr<index::Explanation> explanation =
      searcher.Explain(checked->request, name.plan_id, name.paragraph_id, checkpoint);
  if (absl::IsNotFound(explanation.status())) return ResourceNotFound("plansok.v1.Paragraph", request.name());
  if (!explanation.ok()) return explanation.status();
  response = ToProto(request.query(), *explanation);
  return explanation->total;
}

}  // namespace plansok::searchd
