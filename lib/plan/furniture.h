/// First stage: which lines of a file are no part of its text.
///
/// Blank lines, tables of contents, running headers and page numbers, bare links, converters' captions and
/// party names are marked, so that a sentence cut by one of them can be joined across it.
#ifndef PLANSOK_PLAN_FURNITURE_H_
#define PLANSOK_PLAN_FURNITURE_H_

#include <map>
#include <string>
#include <vector>

#include "plan/document.h"
#include "plan/source_text.h"

namespace plansok::plan {

/// A file's lines with their furniture marked, and what its table of contents says.
struct MarkedText {
  std::vector<Line> lines;
  /// Headings the table of contents lists, folded and without numbers -> their level, 1 or 2.
  std::map<std::string, int> contents;
};

/// `clean_lines` holds the repaired reading of each line of `source`, or is empty where nothing needed
/// repair. Linear in the length of the text.
MarkedText MarkFurniture(const SourceText& source, const std::vector<std::string>& clean_lines);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_FURNITURE_H_
