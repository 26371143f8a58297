/// Where stopwords/, vocabulary/ and ocr/ stand.
#ifndef PLANSOK_INDEXER_DATA_DIR_H_
#define PLANSOK_INDEXER_DATA_DIR_H_

#include <filesystem>

namespace plansok::indexer {

/// The source tree when this program runs from its build folder, else share/plansok beside the bin folder
/// that it stands in: /usr/share/plansok of /usr/bin.
std::filesystem::path DefaultDataDir();

}  // namespace plansok::indexer

#endif  // PLANSOK_INDEXER_DATA_DIR_H_
