/// A paragraph into a Xapian document: the terms of schema.h.
#ifndef PLANSOK_INDEX_DOCUMENT_H_
#define PLANSOK_INDEX_DOCUMENT_H_

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "index/facet_tuples.h"
#include "index/paragraph_words.h"
#include "plan/plan.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Where the paragraph belongs, as numbers.
struct Place {
  std::uint32_t plan_number = 0;
  std::uint32_t tuple_number = 0;
};

/// `words` are the paragraph's own.
Xapian::Document MakeDocument(const text::Analyzer& analyzer, const plan::Plan& plan,
                              const plan::Paragraph& paragraph, const ParagraphWords& words,
                              const std::vector<FacetEntry>& entries, Place place);

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_DOCUMENT_H_
