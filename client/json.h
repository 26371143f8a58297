/// The contract's messages as JSON, for other programs.
#ifndef PLANSOK_CLIENT_JSON_H_
#define PLANSOK_CLIENT_JSON_H_

#include <string>

#include "google/protobuf/message.h"

namespace plansok::client {

/// Protocol Buffers' own JSON (lowerCamelCase, fields without a value left out) on one line, without a line
/// break; but counts and the starts of highlights stand there when they are zero, because programs reckon
/// with them. Control characters are escaped, so that it is safe on a terminal too. Source:
/// https://protobuf.dev/programming-guides/json/
std::string ToJson(const google::protobuf::Message& message);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_JSON_H_
