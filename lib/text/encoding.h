/// Text between the encodings that dictionaries come in. Private to this room.
#ifndef PLANSOK_TEXT_ENCODING_H_
#define PLANSOK_TEXT_ENCODING_H_

#include <string>

namespace plansok::text {

/// `text` from one encoding to another, by their usual names; empty where that cannot be.
std::string ConvertEncoding(const std::string& to, const std::string& from, const std::string& text);

}  // namespace plansok::text

#endif  // PLANSOK_TEXT_ENCODING_H_
