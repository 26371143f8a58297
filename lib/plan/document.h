/// The shapes that pass between the stages of reading: lines, and the blocks they make up.
///
/// Every stage keeps to two readings of the same words: `text` is what the source prints and what people are
/// shown; `clean` is the same with scanning errors repaired, and is what decisions are made on.
#ifndef PLANSOK_PLAN_DOCUMENT_H_
#define PLANSOK_PLAN_DOCUMENT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace plansok::plan {

/// What became of a line that is in no paragraph.
enum class LineUse {
  kBlank,
  kHeading,      ///< became part of a section path
  kPageNumber,   ///< running header, footer or page number
  kContents,     ///< table of contents
  kLink,         ///< a bare link
  kCaption,      ///< a caption made up by a converter
  kPartyName,    ///< who moved the motion
  kTableHeader,  ///< column titles
  kMarkup,       ///< tags, scripts and rules: nothing to read
};

/// One physical line, without its line end and outer white space.
struct Line {
  int number = 0;          ///< 1-based
  int page = 0;            ///< 1-based; 0 where the file does not tell
  std::size_t indent = 0;  ///< columns of white space taken off its front
  std::string text;
  std::string clean;
  std::optional<LineUse> use;  ///< set: furniture
};

/// What stands in front of a block's first word.
enum class Marker {
  kNone,
  kBullet,    ///< "•", "-", "»", "a)" …; taken off the text
  kNumber,    ///< "3.1.2", "1."; taken off the text, kept in `number`
  kMarkdown,  ///< "##"; taken off the text, its length in `depth`
  kFootnote,  ///< "¹", "*" under a list; kept in the text
  kRow,       ///< a line of a table
};

/// What a block is in a table.
enum class Cell {
  kNone,
  kHeader,
  kAssignment,
  kAnswer,
  kProgram,  ///< a program with what is done about it
  kData,     ///< a small table as a whole, or a row of a large one
};

/// Words that belong together: a paragraph, a list item, a heading, a row or a cell of a table.
struct Block {
  std::string text;
  std::string clean;
  Marker marker = Marker::kNone;
  std::string number;       ///< "3.1.2", "1." as printed
  int depth = 0;            ///< of a number: its levels; of Markdown: its #s
  bool emphasized = false;  ///< wholly in *…* or **…**
  std::vector<int> lines;   ///< 1-based, ascending; a table's line may stand in several blocks
  int page = 0;
  std::size_t indent = 0;  ///< of its first line, as Line::indent
  int gap_before = 0;      ///< blank lines above it
  Cell cell = Cell::kNone;
  int row = 0;        ///< the table row it belongs to, unique in the document; 0: none
  int year = 0;       ///< of a row: the assignment's year
  std::string giver;  ///< of a row: what its column "Uppdragsgivare" says
};

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_DOCUMENT_H_
