/// HTML's tags.
#ifndef PLANSOK_PLAN_HTML_TAGS_H_
#define PLANSOK_PLAN_HTML_TAGS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace plansok::plan {

/// Rows or columns that a cell spans at most: no sound table is wider, or has a taller cell.
inline constexpr std::size_t kMostSpanned = 100;

/// A tag or a comment.
struct HtmlTag {
  std::string name;         ///< in lower case; "!" for comments and declarations
  bool closes = false;      ///< "</p>"
  std::size_t size = 0;     ///< its bytes; 0: there is none
  std::string_view inside;  ///< what stands between its < and its >

  /// The number that an attribute has ("colspan"), or `otherwise`; at most kMostSpanned.
  int Number(std::string_view attribute, int otherwise) const;
};

/// The tag that `text` begins with.
HtmlTag ReadHtmlTag(std::string_view text);

/// Whether a tag ends the paragraph before it; all others (<i>, <b>, <span> …) only colour the words inside.
bool PartsParagraphs(std::string_view name);

/// Whether what stands between a tag and its end is no part of the page's text: styles, scripts, navigation.
bool IsNoText(std::string_view name);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_HTML_TAGS_H_
