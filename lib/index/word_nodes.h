/// Words into match nodes: which terms answer a word, how much each counts, and what to mark in a hit.
#ifndef PLANSOK_INDEX_WORD_NODES_H_
#define PLANSOK_INDEX_WORD_NODES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/checkpoint.h"
#include "index/compiled_query.h"
#include "index/free_words.h"
#include "index/match_tree.h"
#include "index/postings.h"
#include "index/ranking.h"
#include "query/notes.h"
#include "text/analyzer.h"
#include "text/highlight.h"

namespace plansok::index {

/// The nodes of one query's words; what to mark for them is added to `result`, notes on them to `notes`.
/// Reads the database only for which words it has: of prefixes, compounds and their parts. Xapian's
/// exceptions pass through.
class WordNodes {
 public:
  /// All must outlive the object. Once `watch` has stopped, nodes are empty.
  WordNodes(const text::Analyzer& analyzer, const PostingReader& postings, Watch* watch, query::Notes* notes,
            CompiledQuery* result)
      : analyzer_(analyzer),
        postings_(postings),
        paragraphs_(postings.database().get_doccount()),
        watch_(watch),
        notes_(notes),
        result_(result) {}

  /// A free word: in any inflection, with all that is like it unless it is narrow.
  MatchNode Free(const FreeWord& free);
  /// A word of a phrase, as it is written.
  MatchNode Surface(const text::Word& word);
  /// A word in any inflection, where it stands.
  MatchNode Place(const text::Word& word, const std::string& typed);
  /// All words that begin so; how many is bounded for the whole query. nullopt, with a note, where nothing is
  /// left of that: what cannot be looked up must not decide what is found.
  std::optional<MatchNode> Prefix(const text::Word& word, const std::string& typed);

  /// Lets a compound of two neighbouring words answer both, where the index has it; whether it does.
  bool AddJoined(const FreeWord& left, const FreeWord& right, MatchNode* left_node, MatchNode* right_node);
  /// Lets what has only a compound's modifier answer it weakly, where few paragraphs have either:
  /// klimatfrågor are near what "klimat omställning" asks for, folkhälsa what folkhälsoarbete does.
  void AddModifier(const std::string& modifier, const std::string& typed, MatchNode* node);
  /// Lets what belongs to a matter (text/synonyms.h) answer it weakly.
  void AddBelongings(const FreeWord& free, MatchNode* node);
  void MarkPhrase(const std::vector<text::Word>& words, const std::string& typed);

 private:
  MatchNode Itself(const FreeWord& free);
  std::size_t FoundBy(const MatchNode& node) const;
  void AddParaphrase(const text::Word& word, const std::string& typed, MatchNode* node);
  MatchNode Stem(const text::Word& word, const std::string& typed);
  MatchNode Parts(const text::Word& word, const std::string& typed);
  void AddTerm(std::string_view prefix, const std::string& stem, double weight, MatchNode* node) const;
  static double HeldTo(const MatchNode& word, double idf);
  void AddFolded(const text::Word& word, const std::string& typed, MatchNode* node);
  void AddRoot(const text::Word& word, const std::string& typed, MatchNode* node);
  void AddReading(const Reading& reading, MatchNode* node);
  void Mark(text::Pattern::Kind kind, std::vector<std::string> words, const std::string& typed);

  const text::Analyzer& analyzer_;
  const PostingReader& postings_;
  const double paragraphs_;
  Watch* watch_;
  query::Notes* notes_;
  CompiledQuery* result_;
  std::size_t expansion_left_ = kMaxExpansionOfQuery;  // how many words prefixes may still stand for
};

}  // namespace plansok::index

#endif  // PLANSOK_INDEX_WORD_NODES_H_
