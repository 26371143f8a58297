#include "index/answer_cache.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <utility>
#include <variant>

#include "index/memory_of.h"

namespace plansok::index {
namespace {

/// What hangs on a bitmap: at most a container for each 65,536 docids, with a head of its own.
std::size_t MemoryOf(const DocSet& set) {
  constexpr std::size_t kContainerHead = 64;
  const std::size_t containers = set.isEmpty() ? 0 : (set.maximum() >> 16U) + 1;
  return HeapBytes(set.getSizeInBytes(false)) + containers * kContainerHead;
}

std::size_t MemoryOf(const MatchNode& node) {
  std::size_t bytes = HeapBytesOf(node.typed) + HeapBytesOf(node.section_term) +
                      index::MemoryOf(node.places) + HeapBytes(node.terms.capacity() * sizeof(MatchTerm)) +
                      HeapBytes(node.sufficient.capacity() * sizeof node.sufficient.front()) +
                      HeapBytes(node.operands.capacity() * sizeof(MatchNode));
  for (const MatchTerm& term : node.terms) bytes += HeapBytesOf(term.term);
  for (const auto& set : node.sufficient) bytes += HeapBytesOf(set);
  for (const auto& set : {node.matched, node.complete}) {
    if (set) bytes += HeapBytes(sizeof *set + kControlBlock) + MemoryOf(*set);
  }
  for (const MatchNode& operand : node.operands) bytes += MemoryOf(operand);
  return bytes;
}

std::size_t MemoryOf(const Histogram& histogram) {
  return HeapBytes(histogram.capacity() * sizeof(TupleCount));
}

std::size_t MemoryOf(const CompiledQuery& query) {
  std::size_t bytes = MemoryOf(query.root) + index::MemoryOf(query.notes);
  bytes += HeapBytes(query.patterns.capacity() * sizeof(TypedPattern));
  for (const TypedPattern& pattern : query.patterns) {
    const auto& words = pattern.pattern.words;
    bytes += HeapBytesOf(pattern.typed) + HeapBytes(words.capacity() * sizeof words.front());
    for (const std::vector<std::string>& spellings : words) bytes += index::MemoryOf(spellings);
  }
  return bytes;
}

/// Writes a tree so that no two different ones look alike.
class KeyWriter {
 public:
  std::string Key(const query::Node& node) {
    std::visit([this](const auto& leaf) { (*this)(leaf); }, node);
    return std::move(key_);
  }

  void operator()(const query::Word& word) {
    Write(word.prefix ? "P" : "W");
    Text(word.text);
  }
  void operator()(const query::Phrase& phrase) {
    Write("Q");
    Text(phrase.text);
  }
  void operator()(const query::Near& near) {
    Write(fmt::format("N{}/{}", near.distance, near.words.size()));
    for (const query::Word& word : near.words) (*this)(word);
  }
  void operator()(const query::Filter& filter) {
    Write(fmt::format("F{}/{}/{}/", static_cast<int>(filter.field), filter.first_year, filter.last_year));
    Text(filter.value);
  }
  void operator()(const query::Search& search) {
    Write(fmt::format("S{}/{}", static_cast<int>(search.op), search.operands.size()));
    for (const query::Node& operand : search.operands) {
      std::visit([this](const auto& leaf) { (*this)(leaf); }, operand);
    }
  }

 private:
  void Write(std::string_view text) { key_ += text; }
  void Text(std::string_view text) { fmt::format_to(std::back_inserter(key_), "{}:{}", text.size(), text); }

  std::string key_;
};

}  // namespace

std::string KeyOf(const query::Node& root) { return KeyWriter().Key(root); }

std::size_t MemoryOf(const Answer& answer) {
  std::size_t bytes = HeapBytes(sizeof answer + kControlBlock) + MemoryOf(answer.query) +
                      MemoryOf(answer.matches) + MemoryOf(answer.histogram) + MemoryOf(answer.absent_words) +
                      HeapBytes(answer.lacked_words.capacity() * sizeof(LackedWord));
  for (const LackedWord& lacked : answer.lacked_words) {
    bytes += HeapBytesOf(lacked.typed) + MemoryOf(lacked.lacking);
  }
  return bytes;
}

}  // namespace plansok::index
