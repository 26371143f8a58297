/// Text for a terminal: what may be printed, how wide it is, where lines break, and how words are set off.
///
/// Texts of plans are other people's bytes. Nothing of them reaches a terminal without Printable() or
/// Cells(): control characters and marks of text direction could otherwise recolour, retitle or rearrange the
/// screen.
#ifndef PLANSOK_CLIENT_TERMINAL_H_
#define PLANSOK_CLIENT_TERMINAL_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plansok::client {

/// What text is printed on.
struct Terminal {
  int columns = 80;
  bool styled = false;  ///< escape sequences are understood and wanted
  bool screen = false;  ///< a person's, and no pipe: rows of a list may take several lines
};

enum class Style { kPlain, kTitle, kMatch, kDim, kName, kHeading, kRemoved, kAdded };

/// `printable` in a style; as it is where the terminal takes none.
std::string Styled(const Terminal& terminal, Style style, std::string_view printable);

/// Whether `bytes` is well-formed UTF-8.
bool IsUtf8(std::string_view bytes);

/// The code points of `utf8`; ill-formed bytes as U+FFFD.
std::u32string CodePoints(std::string_view utf8);

/// `utf8` in small letters (Unicode's simple mapping).
std::string LowerCase(std::string_view utf8);

/// `utf8` in small letters and without diacritics: what who types without them means.
std::string Folded(std::string_view utf8);

/// `utf8` with white space made spaces (those that do not break stay as they are), and other control
/// characters, marks of text direction and ill-formed bytes made U+FFFD: as many code points as before.
std::string Printable(std::string_view utf8);

/// Columns that `printable` takes: none for combining marks, two for wide letters and emoji.
int Width(std::string_view printable);

/// `printable` cut to `width` columns, with an ellipsis where something was cut.
std::string Shortened(std::string_view printable, int width);

/// One code point, ready to print, and whether it is part of a match.
struct Cell {
  std::string utf8;
  int width = 1;
  bool marked = false;
  Style style = Style::kPlain;  ///< of its own, where it is not plain
};

/// The cells of any text.
std::vector<Cell> Cells(std::string_view utf8);

/// Lines of at most `terminal.columns` columns with `indent` spaces before each, broken at spaces, or inside
/// words that are longer; marked cells set off. Ends in a line break; "" for no cells.
std::string Wrapped(const Terminal& terminal, int indent, const std::vector<Cell>& cells,
                    Style style = Style::kPlain);
std::string Wrapped(const Terminal& terminal, int indent, std::string_view utf8, Style style = Style::kPlain);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_TERMINAL_H_
