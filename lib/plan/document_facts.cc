#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plan/document_kind.h"
#include "plan/document_owner.h"
#include "plan/document_title.h"
#include "plan/document_years.h"
#include "plan/facts.h"
#include "plan/first_pages.h"

namespace plansok::plan {

DocumentFacts ReadDocumentFacts(std::span<const std::string> lines, const Vocabulary& vocabulary) {
  const std::vector<PageLine> pages = FirstPages(lines);
  const std::optional<Title> title = FindTitle(lines, pages, vocabulary);
  DocumentFacts facts;
  if (title) facts.title = title->text;
  facts.document_kind = DocumentKind(facts.title, pages);
  facts.committees = DocumentOwners(title, facts.document_kind, pages, vocabulary);
  facts.years = DocumentYears(facts.title, facts.document_kind, pages);
  return facts;
}

}  // namespace plansok::plan
