/// The values: a plan, and the paragraphs a person would quote from it.
///
/// Plain data, no behaviour beyond names for enums. Every other room that speaks of plans speaks in these.
#ifndef PLANSOK_PLAN_PLAN_H_
#define PLANSOK_PLAN_PLAN_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::plan {

/// What a paragraph is in its plan.
enum class Kind {
  kUnspecified,
  kGoal,        ///< mål: the goal's own sentence, or how it is pursued
  kDirection,   ///< inriktning
  kAssignment,  ///< uppdrag
  kResponse,    ///< omhändertagande: the answer to an assignment
  kIndicator,   ///< indikator: what is measured
  kProgram,     ///< program och planer: another plan this one heeds
  kText,        ///< everything else
};

/// Who gave an assignment.
enum class Origin {
  kUnspecified,
  kCouncil,    ///< the council's budget (kommunfullmäktige)
  kCommittee,  ///< the committee itself (nämnden)
};

/// How a body takes part in an assignment.
enum class BodyRole {
  kUnspecified,
  kAssigned,     ///< "… får i uppdrag"
  kCooperating,  ///< "… i samverkan med …"
};

/// Kinds, origins and roles by the names the API and the index use: "GOAL", "COUNCIL", "ASSIGNED" …;
/// "" for kUnspecified. Parse* are their inverses; an unknown name gives nullopt.
std::string_view KindName(Kind kind);
std::string_view OriginName(Origin origin);
std::string_view BodyRoleName(BodyRole role);
std::optional<Kind> ParseKind(std::string_view name);
std::optional<Origin> ParseOrigin(std::string_view name);
std::optional<BodyRole> ParseBodyRole(std::string_view name);

/// Something with a stable id ([a-z0-9-]+) and a correctly spelled label: a committee, an area.
struct Named {
  std::string id;
  std::string label;

  friend bool operator==(const Named&, const Named&) = default;
};

/// A goal. The id is the same across plans and OCR; `family` ties it to its wordings of other years.
struct Goal {
  std::string id;
  std::string label;
  std::string family;

  friend bool operator==(const Goal&, const Goal&) = default;
};

/// A committee or company that an assignment names.
struct Body {
  std::string id;
  std::string label;
  BodyRole role = BodyRole::kUnspecified;

  friend bool operator==(const Body&, const Body&) = default;
};

/// What a person would quote. Lines are 1-based and inclusive, in the source file; page is 0 where unknown.
struct Paragraph {
  std::string id;             ///< see IsParagraphId() (facts.h); unique in its plan
  std::string text;           ///< the source's own words, lines joined; '\n' only between rows kept as lines
  std::string repaired_text;  ///< `text` with OCR repaired, token for token; "" where nothing changed
  Kind kind = Kind::kText;
  std::vector<Named> committees;  ///< whose plan it is
  std::optional<Goal> goal;
  std::optional<Named> area;  ///< the plan's target area, e.g. Tidiga insatser
  std::vector<int> years;     ///< ascending
  int assignment_year = 0;    ///< of an assignment or its answer; 0: none
  Origin origin = Origin::kUnspecified;
  std::vector<Body> bodies;
  std::vector<std::string> section_path;  ///< headings above it, outermost first
  std::string lead_in;           ///< what it follows, as printed: of a list's item, what announces the list
                                 ///< (lead_in.h); of an answer, its assignment
  std::string repaired_lead_in;  ///< `lead_in` with OCR repaired; "" where nothing changed
  std::string counterpart_id;    ///< the id of an assignment's answer and the other way round; "" for none
  int first_line = 0;
  int last_line = 0;
  int page = 0;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// One document.
struct Plan {
  std::string id;     ///< file name without extension, normalised to [a-z0-9-]+
  std::string title;  ///< as printed
  std::vector<Named> committees;
  std::vector<int> years;     ///< ascending
  std::string document_kind;  ///< genomförandeplan, verksamhetsplan, plan, program …
  std::string source_file;    ///< path relative to the corpus folder
  std::string content_hash;   ///< hex digest of the file's bytes (and its sidecar's)
  std::vector<Paragraph> paragraphs;

  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_PLAN_H_
