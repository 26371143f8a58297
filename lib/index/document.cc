#include "index/document.h"

#include <set>
#include <string>
#include <string_view>

#include "index/record.h"
#include "index/schema.h"
#include "text/normalize.h"

namespace plansok::index {
namespace {

void AddParts(const text::Word& word, Xapian::Document* document) {
  for (const std::string& part : word->parts) document->add_term(Term(kPartPrefix, part));
  for (const std::string& root : word->part_roots) document->add_term(Term(kPartPrefix, root));
}

/// Stems count as often as they occur, so that document lengths stay comparable.
void AddStem(const text::Word& word, std::size_t place, const text::Features& features,
             Xapian::Document* document) {
  const std::string stem = Term(kStemPrefix, word->stem);
  if (features.proximity) {
    document->add_posting(stem, static_cast<Xapian::termpos>(place + 1));
  } else {
    document->add_term(stem);
  }
  if (word->root != word->stem) document->add_term(Term(kRootPrefix, word->root));
  AddParts(word, document);
}

void AddWord(const text::Word& word, std::size_t place, const text::Features& features,
             Xapian::Document* document) {
  document->add_posting(WordTerm(word->surface), static_cast<Xapian::termpos>(place + 1));
  AddStem(word, place, features, document);
  if (features.folding && text::FoldWord(word->surface) != word->surface)
    document->add_term(Term(kFoldedPrefix, word->folded_stem));
}

/// A repair that is only spelled otherwise adds nothing beside its surface.
void AddRepairedWord(const text::Word& word, const text::Word& printed, std::size_t place,
                     const text::Features& features, Xapian::Document* document) {
  if (word->surface == printed->surface) return;
  document->add_posting(WordTerm(word->surface), static_cast<Xapian::termpos>(place + 1));
  if (word->stem != printed->stem) AddStem(word, place, features, document);
  if (features.folding && text::FoldWord(word->surface) != word->surface)
    document->add_term(Term(kFoldedPrefix, word->folded_stem));
}

/// What the paragraph stands under: headings, what it follows, the goal and area by their right spelling,
/// which a bad scan's own headings may lack. Each stem once: repetitions say nothing.
void AddSection(const text::Analyzer& analyzer, const plan::Paragraph& paragraph,
                Xapian::Document* document) {
  std::set<std::string> stems;
  const auto collect = [&](std::string_view above) {
    for (const text::Word& word : analyzer.Analyze(above)) {
      if (!word->stopword) stems.insert(word->stem);
    }
  };
  for (const std::string& heading : paragraph.section_path) collect(heading);
  collect(paragraph.repaired_lead_in.empty() ? paragraph.lead_in : paragraph.repaired_lead_in);
  if (paragraph.goal) collect(paragraph.goal->label);
  if (paragraph.area) collect(paragraph.area->label);
  for (const std::string& stem : stems) document->add_term(Term(kSectionPrefix, stem));
}

}  // namespace

Xapian::Document MakeDocument(const text::Analyzer& analyzer, const plan::Plan& plan,
                              const plan::Paragraph& paragraph, const ParagraphWords& words,
                              const std::vector<FacetEntry>& entries, Place place) {
  Xapian::Document document;
  for (std::size_t i = 0; i < words.printed.size(); ++i)
    AddWord(words.printed[i], i, analyzer.features(), &document);
  for (std::size_t i = 0; i < words.repaired.size(); ++i) {
    AddRepairedWord(words.repaired[i], words.printed[words.place[i]], words.place[i], analyzer.features(),
                    &document);
  }
  AddSection(analyzer, paragraph, &document);
  for (const FacetEntry& entry : entries) {
    document.add_boolean_term(Term(FilterPrefix(entry.field), entry.value));
  }
  document.add_boolean_term(NameTerm(plan.id, paragraph.id));
  document.add_value(kTupleSlot, PackTuple(place.tuple_number));
  document.set_data(SerializeParagraph(paragraph, place.plan_number));
  return document;
}

}  // namespace plansok::index
