#include "plain_xapian.h"

#include <absl/strings/str_replace.h>

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace plansok::bench {
namespace {

constexpr Xapian::valueno kCommittee = 0;
constexpr Xapian::valueno kGoal = 1;
constexpr Xapian::valueno kYear = 2;
constexpr Xapian::doccount kTop = 10;

Xapian::Document PlainDocument(Xapian::TermGenerator& generator, const nlohmann::json& paragraph) {
  Xapian::Document document;
  generator.set_document(document);
  const auto text = paragraph.at("text").get<std::string>();
  generator.index_text(text);
  document.set_data(text);
  if (const auto it = paragraph.find("committees"); it != paragraph.end() && !it->empty()) {
    document.add_value(kCommittee, it->front().at("id").get<std::string>());
  }
  if (const auto it = paragraph.find("goal"); it != paragraph.end()) {
    document.add_value(kGoal, it->at("id").get<std::string>());
  }
  if (const auto it = paragraph.find("years"); it != paragraph.end() && !it->empty()) {
    document.add_value(kYear, std::to_string(it->front().get<int>()));
  }
  return document;
}

/// Xapian's parser knows the operators in English only.
std::string InEnglish(std::string_view query) {
  return absl::StrReplaceAll(absl::string_view(query.data(), query.size()),
                             {{" ELLER ", " OR "}, {" OCH ", " AND "}});
}

}  // namespace

std::size_t BuildPlainIndex(std::istream& paragraphs, const std::string& folder) {
  const std::string growing = folder + ".growing";
  std::size_t count = 0;
  {
    Xapian::WritableDatabase database(growing, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("swedish"));
    for (std::string line; std::getline(paragraphs, line); ++count) {
      database.add_document(PlainDocument(generator, nlohmann::json::parse(line)));
    }
    database.commit();
  }
  std::filesystem::remove_all(folder);
  Xapian::Database(growing).compact(folder);
  std::filesystem::remove_all(growing);
  return count;
}

PlainSearcher::PlainSearcher(const std::string& folder, Xapian::Query::op words) : database_(folder) {
  parser_.set_database(database_);
  parser_.set_stemmer(Xapian::Stem("swedish"));
  parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser_.set_default_op(words);
}

std::size_t PlainSearcher::Search(std::string_view query, bool facets) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(parser_.parse_query(InEnglish(query)));
  std::array<Xapian::ValueCountMatchSpy, 3> spies = {Xapian::ValueCountMatchSpy(kCommittee),
                                                     Xapian::ValueCountMatchSpy(kGoal),
                                                     Xapian::ValueCountMatchSpy(kYear)};
  if (facets) {
    for (auto& spy : spies) enquire.add_matchspy(&spy);
  }
  const Xapian::MSet hits = enquire.get_mset(0, kTop, facets ? database_.get_doccount() : 0);
  std::size_t bytes = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it) bytes += it.get_document().get_data().size();
  for (auto& spy : spies) {
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it) bytes += it.get_termfreq();
  }
  return bytes;
}

}  // namespace plansok::bench
