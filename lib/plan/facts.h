/// Facts that a plan's text states about itself and its paragraphs.
#ifndef PLANSOK_PLAN_FACTS_H_
#define PLANSOK_PLAN_FACTS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "plan/vocabulary.h"

namespace plansok::plan {

/// What a document says it is. Read from its text, never from its file's name.
struct DocumentFacts {
  std::string title;  ///< as printed
  std::vector<Named> committees;
  std::vector<int> years;     ///< ranges in full, ascending
  std::string document_kind;  ///< lower case: genomförandeplan, verksamhetsplan, plan, program …

  friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

/// Reads the facts out of a document's lines (UTF-8, as they stand), which it weighs by place: title,
/// headings and first pages before running text.
DocumentFacts ReadDocumentFacts(std::span<const std::string> lines, const Vocabulary& vocabulary);

/// The goal that a goal heading states: the vocabulary's, or, where it knows none, one labelled as the plan
/// words it (numbering and final stop removed).
Goal GoalOfHeading(std::string_view heading, const Vocabulary& vocabulary);

/// Whether a heading or sentence is worded as a goal of the city ("Göteborg ska …", "… ska minska").
bool LooksLikeGoal(std::string_view heading, const Vocabulary& vocabulary);

/// Who gave an assignment, from the words at its end or around its table ("KF uppdrag budget 2023", "Från
/// Göteborgs Stads budget", "Nämnden"), and the year.
struct AssignmentSource {
  Origin origin = Origin::kUnspecified;
  int year = 0;
};
AssignmentSource ReadAssignmentSource(std::string_view text);

/// What the ids of plans, and of all that the vocabulary names, are made of.
inline constexpr std::string_view kIdLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";

/// Whether `text` is of these letters alone, and not empty.
bool IsId(std::string_view text);

/// How many of the digits 0 to 9 and a to f the id of a paragraph has.
inline constexpr std::size_t kParagraphIdLength = 12;

/// Whether `text` could be the id of a paragraph.
bool IsParagraphId(std::string_view text);

/// A stable id for each of a plan's paragraphs, in order: hex digits of a hash of the text in normal form,
/// and of how many equal texts came before it. Insertions and re-wrapping elsewhere change no id.
void AssignParagraphIds(std::span<Paragraph> paragraphs);

/// "Plan för en jämlik stad 2019-2022.txt" -> "plan-for-en-jamlik-stad-2019-2022"; never empty. A name
/// with letters that are not Latin ends in digits of its hash, so that each has an id of its own.
std::string PlanIdOfFile(std::string_view file_name);

/// "Göteborg ska klara kompetensförsörjningen." -> "goteborg-ska-klara-kompetensforsorjningen".
std::string Slug(std::string_view label);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_FACTS_H_
