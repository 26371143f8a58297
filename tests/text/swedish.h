// The Swedish analyzer of the source tree's data, loaded once a program.
#ifndef PLANSOK_TESTS_TEXT_SWEDISH_H_
#define PLANSOK_TESTS_TEXT_SWEDISH_H_

#include <memory>

#include "text/analyzer.h"

namespace plansok::text {

inline const Analyzer& Swedish() {
  static const std::shared_ptr<const Analyzer> analyzer =
      Analyzer::Load(LanguageData::FromDataDir(PLANSOK_SOURCE_DIR)).value();
  return *analyzer;
}

}  // namespace plansok::text

#endif  // PLANSOK_TESTS_TEXT_SWEDISH_H_
