#include "tests/index/shards.h"

#include <fmt/format.h>
#include <xapian.h>

#include <fstream>

#include "index/xapian_status.h"

namespace plansok::index {
namespace {

void CopyMetadata(const Xapian::Database& from, Xapian::WritableDatabase* to) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key) {
    to->set_metadata(*key, from.get_metadata(*key));
  }
}

}  // namespace

absl::Status SplitDatabase(const std::filesystem::path& database,
                           const std::vector<std::filesystem::path>& folders) {
  if (folders.empty()) return absl::InvalidArgumentError("a database is split into one shard at least");
  return GuardXapian(fmt::format("cannot split {}", database.string()), [&]() -> absl::Status {
    const Xapian::Database whole(database.string());
    std::vector<Xapian::WritableDatabase> shards;
    for (const auto& folder : folders) shards.emplace_back(folder.string(), Xapian::DB_CREATE);
    CopyMetadata(whole, &shards.front());
    for (Xapian::docid docid = 1; docid <= whole.get_lastdocid(); ++docid) {
      shards[(docid - 1) % shards.size()].add_document(whole.get_document(docid));
    }
    for (Xapian::WritableDatabase& shard : shards) shard.commit();
    return absl::OkStatus();
  });
}

absl::Status WriteStub(const std::filesystem::path& file, const std::vector<std::string>& addresses) {
  std::ofstream out(file);
  for (const std::string& address : addresses) out << "remote " << address << '\n';
  out.close();
  if (out.fail()) return absl::InternalError(fmt::format("cannot write {}", file.string()));
  return absl::OkStatus();
}

}  // namespace plansok::index
