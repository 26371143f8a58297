/// The query tree into a match tree: words into terms, filters into values, prefixes into words.
#ifndef PLANSOK_INDEX_COMPILER_H_
#define PLANSOK_INDEX_COMPILER_H_

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "index/facet_tuples.h"
#include "index/match_tree.h"
#include "query/query.h"
#include "text/analyzer.h"
#include "text/highlight.h"

namespace plansok::index {

/// What to look for in a hit's text, and which typed word it answers.
struct TypedPattern {
  text::Pattern pattern;
  std::string typed;
  bool is_other_word = false;  ///< the pattern is of another word than the typed one: corrected, a synonym
};

struct CompiledQuery {
  MatchNode root;
  std::vector<TypedPattern> patterns;  ///< what to mark; nothing of what must not be there
  std::vector<std::string> notes;      ///< Swedish
  bool question = false;               ///< more words than a term has (ranking.h)
};

/// Reads the database only for which words it has: of prefixes, compounds and their parts. Xapian's
/// exceptions pass through.
class Compiler {
 public:
  Compiler(const text::Analyzer& analyzer, const FacetTable& facets, const Xapian::Database& database)
      : analyzer_(analyzer), facets_(facets), database_(database) {}

  CompiledQuery Compile(const query::Node& root);

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

  /// A synonym that answers a word, alone or together with its neighbours.
  struct Reading {
    const text::Synonym* synonym = nullptr;
    std::size_t words = 1;  // how many typed words it stands for
    std::string typed;
  };
  struct FreeWord {
    text::Word word;
    std::string typed;
    std::vector<Reading> readings = {};
  };
  std::vector<FreeWord> Analyze(const std::string& line) const;
  void Restore(text::Word* word) const;
  void AddReadings(std::vector<FreeWord>* words) const;
  void AddReading(const Reading& reading, MatchNode* node);
  void AddRoot(const text::Word& word, const std::string& typed, MatchNode* node);
  void AddFolded(const text::Word& word, bool bare, MatchNode* node) const;
  void AddTerm(std::string_view prefix, const std::string& stem, double weight, MatchNode* node) const;
  MatchNode FreeWordNode(const FreeWord& free);
  MatchNode PartsNode(const text::Word& word, const std::string& typed);
  bool AddJoined(const FreeWord& left, const FreeWord& right, MatchNode* left_node, MatchNode* right_node);
  void AddModifier(const FreeWord& left, MatchNode* right_node) const;
  void AnalyzeRun(std::string* run, std::vector<FreeWord>* words) const;
  static void SetNeeds(const std::vector<FreeWord>& typed, MatchNode* quorum);
  std::vector<MatchNode> FreeWordNodes(const std::vector<FreeWord>& words, bool question);
  Part FreeWords(const query::Search& search);
  Part Without(const query::Search& search);

  MatchNode StemNode(const text::Word& word, const std::string& typed);
  MatchNode SurfaceNode(const text::Word& word);
  MatchNode PlaceNode(const text::Word& word, const std::string& typed);
  MatchNode PrefixNode(const text::Word& word, const std::string& typed);
  std::vector<std::string> Surfaces(const text::Word& word) const;
  std::vector<std::string> Places(const text::Word& word) const;
  void MarkPhrase(const std::vector<text::Word>& words, const std::string& typed);
  void Mark(text::Pattern::Kind kind, std::vector<std::string> words, const std::string& typed);

  const text::Analyzer& analyzer_;
  const FacetTable& facets_;
  const Xapian::Database& database_;
  std::size_t expansion_left_ = 0;  // how many words the query's prefixes may still stand for
  bool strict_ = false;             // inside an operator: free words must all match
  bool narrow_ = false;             // what is not wanted: the words themselves, and none that are like them
  CompiledQuery result_;
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_COMPILER_H_
