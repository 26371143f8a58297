/// Pages and tables of HTML into lines: headings, paragraphs, list items and rows.
#ifndef PLANSOK_PLAN_HTML_PAGE_H_
#define PLANSOK_PLAN_HTML_PAGE_H_

#include <cstddef>

#include "plan/reading_order.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// Whether the file as a whole is HTML, not text with a tag here and there.
bool IsHtmlPage(const SourceText& source);

/// How many lines from `begin` on are one <table>, whole; 0 where none begins there.
std::size_t HtmlTableLines(const SourceText& source, std::size_t begin);

/// Adds the words of the lines [begin, end) to `order`. Styles, scripts, navigation and comments are left
/// out; tags may be left open, be cut by line ends, or have no end. Linear.
void ReadHtml(const SourceText& source, std::size_t begin, std::size_t end, ReadingOrder& order);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_HTML_PAGE_H_
