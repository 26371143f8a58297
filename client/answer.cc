#include "client/answer.h"

#include "client/json.h"

namespace plansok::client {

void PrintAnswer(const Context& context, const google::protobuf::Message& answer,
                 const std::function<std::string()>& text, const std::function<Table()>& table) {
  switch (context.format) {
    case Format::kJson:
      context.out.Write(ToJson(answer) + '\n');
      return;
    case Format::kCsv:
      context.out.Write(CsvBeginning(context.out.BeginsFile()));
      for (const TableRow& row : table()) context.out.Write(CsvRow(row, context.separator));
      return;
    case Format::kText:
      context.out.Write(text());
      return;
  }
}

}  // namespace plansok::client
