/// Text for a terminal: names of files and texts of plans are other people's bytes.
#ifndef PLANSOK_INDEXER_PRINTABLE_H_
#define PLANSOK_INDEXER_PRINTABLE_H_

#include <string>
#include <string_view>

namespace plansok::indexer {

/// `utf8` with control characters other than line breaks and tabs, marks of text direction and ill-formed
/// bytes made U+FFFD.
std::string Printable(std::string_view utf8);

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_PRINTABLE_H_
