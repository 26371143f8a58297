// Any bytes as a line that is typed, asked of an index: it is answered, and the answer keeps to itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "query/parser.h"
#include "tests/index/test_index.h"

namespace {

using plansok::index::MakeParagraph;
using plansok::index::MakePlan;

/// Longer lines are the query parser's to bound; here the time is better spent on many short ones.
constexpr std::size_t kLongest = 512;

/// What queries tell apart: words and their forms, compounds, phrases, names, numbers and sections.
std::vector<plansok::plan::Plan> Plans() {
  plansok::plan::Paragraph scanned = MakeParagraph("nimnden ska starka Bostad Forst for hemlosa.");
  scanned.repaired_text = "nämnden ska stärka Bostad Först för hemlösa.";
  return {
      MakePlan("plan-a", "Socialnämnden Nordost", 2023,
               {scanned, MakeParagraph("3.4 § 39 Hemlösheten ska upphöra till 2028, 1,5 mnkr av 772 570."),
                MakeParagraph("Det vräkningsförebyggande arbetet sker med AB Framtiden enligt 1028/19.")}),
      MakePlan("plan-b", "Kulturnämnden", 2024,
               {MakeParagraph("Barnens rättigheter stärks i skolan, på fritidsgårdar och i bibliotek."),
                MakeParagraph("100 % ekologisk mat; medborgarbudget och klimatomställning i C++.")})};
}

plansok::index::Searcher& SmallIndex() {
  static const plansok::index::TemporaryFolder folder;
  static plansok::index::Searcher searcher = [] {
    plansok::index::Publish(folder.path(), Plans());
    return plansok::index::OpenSearcher(folder.path());
  }();
  return searcher;
}

void Demand(bool kept) {
  if (!kept) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kLongest) return 0;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  plansok::index::Searcher& searcher = SmallIndex();
  plansok::index::SearchRequest request;
  request.query = plansok::query::Parse(line);
  request.facets = {plansok::query::Field::kCommittee};
  const auto found = searcher.Search(request, plansok::index::GoOn);
  // A field's value that there is not is the one thing that may be refused.
  Demand(found.ok() || absl::IsInvalidArgument(found.status()));
  const auto explained = searcher.Explain(request, "", "", plansok::index::GoOn);
  Demand(found.status().code() == explained.status().code());
  Demand(searcher.Suggest(line, 10, plansok::index::GoOn).ok());
  if (!found.ok()) return 0;
  int counted = 0;  // each paragraph is of one committee
  for (const auto& value : found->facets.at(0).values) counted += value.count;
  Demand(counted == found->total);
  Demand(static_cast<int>(found->hits.size()) == found->total);
  for (const auto& hit : found->hits) Demand(hit.paragraph != nullptr && hit.score >= 0);
  return 0;
}
