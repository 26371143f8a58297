/// Paragraphs as hits need them: read and analysed.
///
/// The same paragraphs come up again, page after page and query after query, and reading and analysing one
/// costs ten times what marking it does.
#ifndef PLANSOK_INDEX_PARAGRAPH_CACHE_H_
#define PLANSOK_INDEX_PARAGRAPH_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "index/bounded_cache.h"
#include "index/paragraph_words.h"
#include "plan/plan.h"

namespace plansok::index {

struct ReadParagraph {
  std::string plan_id;
  plan::Paragraph paragraph;
  ParagraphWords words;
};

/// About how many bytes a paragraph made by make_shared takes on the heap; without its word types, which all
/// paragraphs share.
std::size_t MemoryOf(const ReadParagraph& read);

/// By docid.
using ParagraphCache = BoundedCache<std::uint32_t, ReadParagraph>;

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_PARAGRAPH_CACHE_H_
