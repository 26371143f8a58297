/// An answer on its way out, in the format that was asked for.
#ifndef PLANSOK_CLIENT_ANSWER_H_
#define PLANSOK_CLIENT_ANSWER_H_

#include <functional>
#include <string>

#include "client/command.h"
#include "client/csv.h"
#include "google/protobuf/message.h"

namespace plansok::client {

/// Writes `answer` as JSON, as a table for spreadsheets, or as people read it. Only what is wanted is made.
void PrintAnswer(const Context& context, const google::protobuf::Message& answer,
                 const std::function<std::string()>& text, const std::function<Table()>& table);

}  // namespace plansok::client

#endif  // PLANSOK_CLIENT_ANSWER_H_
