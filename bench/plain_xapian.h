/// The reference: Xapian as its own guide uses it (TermGenerator, QueryParser, Swedish stemmer, BM25), over
/// the same paragraphs, with three ValueCountMatchSpy for facets. Throws Xapian::Error and
/// std::runtime_error.
#ifndef PLANSOK_BENCH_PLAIN_XAPIAN_H_
#define PLANSOK_BENCH_PLAIN_XAPIAN_H_

#include <xapian.h>

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace plansok::bench {

/// Builds a compacted database in `folder` from paragraphs, one JSON object a line; returns how many.
std::size_t BuildPlainIndex(std::istream& paragraphs, const std::string& folder);

/// One thread's reader of such a database.
class PlainSearcher {
 public:
  explicit PlainSearcher(const std::string& folder, Xapian::Query::op words = Xapian::Query::OP_AND);

  /// The top ten with their stored text, and, if `facets`, exact counts by three facets over all matches.
  /// `query` may hold phrases and ELLER / OCH. Returns how many bytes
  /// of text and counts were fetched, so that none of it can be optimised away.
  std::size_t Search(std::string_view query, bool facets);

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace plansok::bench

#endif  // PLANSOK_BENCH_PLAIN_XAPIAN_H_
