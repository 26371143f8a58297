/// How plans are worded: the headings, column titles and small words by which their readers find their way.
///
/// All of it stands here and, for political parties, in party_names.h, as tables, so that another city's
/// habits are added in one place. Comparisons are made on the folded form and let a scanning error or two
/// pass.
#ifndef PLANSOK_PLAN_WORDING_H_
#define PLANSOK_PLAN_WORDING_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::plan {

/// What the text under a heading is, told by the heading's words alone.
enum class HeadingRole {
  kNone,
  kGoals,             ///< "Mål", "Nämndens mål"
  kDirections,        ///< "Inriktningar"
  kAssignments,       ///< "Uppdrag"
  kAssignmentSource,  ///< "Från Göteborgs Stads budget", "Från nämnden"
  kPrograms,          ///< "Program och planer"
  kCare,              ///< "Nämndens omhändertagande": how a goal is pursued
  kFollowUp,          ///< "Uppföljning", "Indikatorer"
  kGoalAreas,         ///< "Fyra målområden": the parts of the document's own goal
  kContents,          ///< "Innehåll"
};
HeadingRole RoleOfHeading(std::string_view heading);

/// What a table's column holds, told by its title.
enum class Column { kUnknown, kAssignment, kYear, kAnswer, kProgram, kOrigin, kCount };
Column ColumnOfTitle(std::string_view title);

/// Whether a small table is one of indicators, by its first column's title.
bool IsIndicatorTable(std::string_view table);

/// "Indikator: Andel elever som …": what is measured, outside tables.
bool IsLabelledIndicator(std::string_view text);

/// "Målet följs upp genom följande indikatorer:", above a list of them.
bool AnnouncesIndicators(std::string_view lead_in);

/// A title set over two lines, of which this is the first: "Uppdrags" over "år".
bool IsHalfYearTitle(std::string_view title);

/// The label that parts a program's name from what is done about it where both stand in one cell.
inline constexpr std::string_view kAnswerLabel = "Nämndens omhändertagande";

/// Whether a word cannot end a sentence: "att", "och", "till" …
bool IsHangingWord(std::string_view word);

/// Whether a sentence assigns something to someone ("… får i uppdrag att …").
bool IsAssignmentWording(std::string_view sentence);

/// The goal that a sentence of running text states: "Målet med arbetet är att **Göteborg ska vara en jämlik
/// stad**." -> "Göteborg ska vara en jämlik stad"; "" where it states none.
std::string StatedGoal(std::string_view text);

/// Whether a title is a program's, plan's or policy's, by its diary number or its years.
bool IsProgramTitle(std::string_view title);

/// Whether a line describes an image in the words of a converter ("The image shows …").
bool IsConverterCaption(std::string_view line);

/// Folded, without punctuation at either end: what the comparisons above are made on.
std::string FoldedTitle(std::string_view title);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_WORDING_H_
