/// The sound reading of a badly scanned document, line for line.
#ifndef PLANSOK_PLAN_REPAIRED_LINES_H_
#define PLANSOK_PLAN_REPAIRED_LINES_H_

#include <string>
#include <vector>

#include "text/ocr_repair.h"

namespace plansok::plan {

/// The repaired reading of each line; empty where the document is sound, cannot be repaired, or `repairer` is
/// null. The document is assessed as a whole: a line by itself tells too little.
std::vector<std::string> RepairedLines(const std::vector<std::string>& lines,
                                       const text::OcrRepairer* repairer);

}  // namespace plansok::plan

#endif  // PLANSOK_PLAN_REPAIRED_LINES_H_
