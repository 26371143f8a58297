// One database cut into several that are served by `xapian-tcpsrv` on as many machines.
//
// Xapian numbers the documents of several databases in turn: document d of shard s out of n is (d - 1) n + s
// + 1 of them all. So document n goes to shard (n - 1) mod shards, and docids stay in plan order; metadata
// is read from the first shard. A stub file in a database's place names the shards; every reader opens it as
// it opens a database. https://xapian.org/docs/remote.html
#ifndef PLANSOK_TESTS_INDEX_SHARDS_H_
#define PLANSOK_TESTS_INDEX_SHARDS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace plansok::index {

// Writes the documents of `database` into new databases in `folders`. Errors as Writer's; InvalidArgument:
// no folders.
absl::Status SplitDatabase(const std::filesystem::path& database,
                           const std::vector<std::filesystem::path>& folders);

// Writes the stub file that joins what xapian-tcpsrv serves at `addresses` ("host:port"), in shard order.
absl::Status WriteStub(const std::filesystem::path& file, const std::vector<std::string>& addresses);

}  // namespace plansok::index

#endif  // PLANSOK_TESTS_INDEX_SHARDS_H_
