/// The query tree into a match tree: words into terms, filters into values, prefixes into words.
#ifndef PLANSOK_INDEX_COMPILER_H_
#define PLANSOK_INDEX_COMPILER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "index/checkpoint.h"
#include "index/compiled_query.h"
#include "index/facet_lookup.h"
#include "index/free_words.h"
#include "index/match_tree.h"
#include "index/postings.h"
#include "index/word_nodes.h"
#include "query/notes.h"
#include "query/query.h"
#include "text/analyzer.h"

namespace plansok::index {

/// Of one query. Reads the database only for which words it has. Xapian's exceptions pass through.
class Compiler {
 public:
  /// All must outlive the compiler.
  Compiler(const text::Analyzer& analyzer, const FacetLookup& lookup, const PostingReader& postings,
           const Checkpoint& checkpoint)
      : lookup_(lookup),
        watch_(checkpoint),
        reader_(analyzer, postings, &watch_),
        words_(analyzer, postings, &watch_, &notes_, &result_) {}
  Compiler(const Compiler&) = delete;
  Compiler& operator=(const Compiler&) = delete;
  ~Compiler() = default;

  /// Once. A checkpoint's status ends it.
  absl::StatusOr<CompiledQuery> Compile(const query::Node& root);

 private:
  // What has no word to go by ("%") stands for nothing, and is left out of what it stands in.
  using Part = std::optional<MatchNode>;
  Part Node(const query::Node& node);
  Part StrictNode(const query::Node& node);
  Part Of(const query::Word& word);
  Part Of(const query::Phrase& phrase);
  Part Of(const query::Near& near);
  Part Of(const query::Filter& filter);
  Part Of(const query::Search& search);

  void NoteNoSuchValue(const query::Filter& filter);
  void AnalyzeRun(std::string* run, std::vector<FreeWord>* words);
  static void SetNeeds(const std::vector<FreeWord>& typed, MatchNode* quorum);
  std::vector<MatchNode> FreeWordNodes(const std::vector<FreeWord>& words, bool question);
  MatchNode Alone(const FreeWord& free);
  void AddModifier(const FreeWord& free, std::size_t words, MatchNode* node);
  Part FreeWords(const query::Search& search);
  Part Quorum(std::vector<FreeWord> words);
  Part Without(const query::Search& search);

  const FacetLookup& lookup_;
  Watch watch_;
  query::Notes notes_;
  bool strict_ = false;  // inside an operator: free words must all match
  bool narrow_ = false;  // what is not wanted: the words themselves, and none that are like them
  CompiledQuery result_;
  FreeWordReader reader_;
  WordNodes words_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_COMPILER_H_
