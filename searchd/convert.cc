#include "searchd/convert.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/field.h"
#include "searchd/resource_name.h"

namespace plansok::searchd {
namespace {

// The plan room names its enum values as the contract does, so names are the bridge and there is no second
// table.
v1::Kind ToProto(plan::Kind kind) {
  v1::Kind value = v1::KIND_UNSPECIFIED;
  v1::Kind_Parse(std::string(plan::KindName(kind)), &value);
  return value;
}

v1::Origin ToProto(plan::Origin origin) {
  v1::Origin value = v1::ORIGIN_UNSPECIFIED;
  v1::Origin_Parse(std::string(plan::OriginName(origin)), &value);
  return value;
}

v1::Body::Role ToProto(plan::BodyRole role) {
  v1::Body::Role value = v1::Body::ROLE_UNSPECIFIED;
  v1::Body::Role_Parse(std::string(plan::BodyRoleName(role)), &value);
  return value;
}

v1::Entity ToProto(const plan::Named& named) {
  v1::Entity entity;
  entity.set_id(named.id);
  entity.set_label(named.label);
  return entity;
}

v1::Body ToProto(const plan::Body& body) {
  v1::Body message;
  message.set_id(body.id);
  message.set_label(body.label);
  message.set_role(ToProto(body.role));
  return message;
}

v1::FacetValue ToProto(const index::FacetValue& value) {
  v1::FacetValue message;
  message.set_value(value.value);
  message.set_label(value.label);
  message.set_count(value.count);
  return message;
}

v1::MatchedAs ToProto(const index::MatchedAs& matched) {
  v1::MatchedAs message;
  message.set_query_word(matched.query_word);
  message.set_text_word(matched.text_word);
  message.set_read_as(matched.read_as);
  return message;
}

std::string_view TypeOf(query::TokenKind kind) {
  switch (kind) {
    case query::TokenKind::kWord:
      return "word";
    case query::TokenKind::kPhrase:
      return "phrase";
    case query::TokenKind::kFilter:
      return "field";
    case query::TokenKind::kOpen:
      return "open";
    case query::TokenKind::kClose:
      return "close";
    default:
      return "operator";
  }
}

v1::TermWeight ToProto(const index::TermShare& share) {
  v1::TermWeight message;
  message.set_term(share.term);
  message.set_label(share.label);
  message.set_weight(share.weight);
  message.set_wdf(share.wdf);
  message.set_frequency(share.frequency);
  return message;
}

}  // namespace

v1::Goal ToProto(const plan::Goal& goal) {
  v1::Goal message;
  message.set_id(goal.id);
  message.set_label(goal.label);
  message.set_family(goal.family);
  return message;
}

v1::Paragraph ToProto(const std::string& plan_id, const plan::Paragraph& paragraph) {
  v1::Paragraph message;
  message.set_name(ParagraphResource(plan_id, paragraph.id));
  message.set_plan(PlanResource(plan_id));
  message.set_text(paragraph.text);
  message.set_repaired_text(paragraph.repaired_text);
  message.set_kind(ToProto(paragraph.kind));
  for (const plan::Named& committee : paragraph.committees) *message.add_committees() = ToProto(committee);
  if (paragraph.goal) *message.mutable_goal() = ToProto(*paragraph.goal);
  if (paragraph.area) *message.mutable_area() = ToProto(*paragraph.area);
  message.mutable_years()->Add(paragraph.years.begin(), paragraph.years.end());
  message.set_assignment_year(paragraph.assignment_year);
  message.set_origin(ToProto(paragraph.origin));
  for (const plan::Body& body : paragraph.bodies) *message.add_bodies() = ToProto(body);
  for (const std::string& heading : paragraph.section_path) message.add_section_path(heading);
  message.set_lead_in(paragraph.lead_in);
  message.set_repaired_lead_in(paragraph.repaired_lead_in);
  message.set_first_line(paragraph.first_line);
  message.set_last_line(paragraph.last_line);
  message.set_page(paragraph.page);
  if (!paragraph.counterpart_id.empty()) {
    message.set_counterpart(ParagraphResource(plan_id, paragraph.counterpart_id));
  }
  return message;
}

v1::Plan ToProto(const index::PlanSummary& summary) {
  const plan::Plan& plan = summary.plan;
  v1::Plan message;
  message.set_name(PlanResource(plan.id));
  message.set_title(plan.title);
  for (const plan::Named& committee : plan.committees) *message.add_committees() = ToProto(committee);
  message.mutable_years()->Add(plan.years.begin(), plan.years.end());
  message.set_document_kind(plan.document_kind);
  message.set_source_file(plan.source_file);
  message.set_content_hash(plan.content_hash);
  message.set_paragraph_count(summary.paragraph_count);
  return message;
}

v1::Hit ToProto(const index::Hit& hit) {
  v1::Hit message;
  *message.mutable_paragraph() = ToProto(hit.plan_id, *hit.paragraph);
  message.set_snippet(hit.snippet.text);
  for (const text::Range& range : hit.snippet.highlights) {
    auto* highlight = message.add_highlights();
    highlight->set_start(range.start);
    highlight->set_end(range.end);
  }
  message.set_score(hit.score);
  for (const index::MatchedAs& matched : hit.matched_as) *message.add_matched_as() = ToProto(matched);
  return message;
}

v1::Facet ToProto(const index::Facet& facet) {
  v1::Facet message;
  message.set_field(std::string(query::FieldName(facet.field)));
  for (const index::FacetValue& value : facet.values) *message.add_values() = ToProto(value);
  return message;
}

v1::GetParagraphResponse ToProto(const index::ParagraphInContext& found) {
  v1::GetParagraphResponse message;
  *message.mutable_paragraph() = ToProto(found.plan_id, found.paragraph);
  for (const plan::Paragraph& before : found.before) *message.add_before() = ToProto(found.plan_id, before);
  for (const plan::Paragraph& after : found.after) *message.add_after() = ToProto(found.plan_id, after);
  if (found.counterpart) *message.mutable_counterpart() = ToProto(found.plan_id, *found.counterpart);
  return message;
}

v1::SearchResponse ToProto(const index::SearchResult& result) {
  v1::SearchResponse message;
  for (const index::Hit& hit : result.hits) *message.add_hits() = ToProto(hit);
  message.set_total_size(result.total);
  for (const index::Facet& facet : result.facets) *message.add_facets() = ToProto(facet);
  message.set_corrected_query(result.corrected_query);
  for (const std::string& word : result.dropped_words) message.add_dropped_words(word);
  for (const std::string& note : result.notes) message.add_notes(note);
  return message;
}

v1::TabulateResponse ToProto(const index::Table& table) {
  v1::TabulateResponse message;
  for (const index::FacetValue& row : table.rows) *message.add_rows() = ToProto(row);
  for (const index::FacetValue& column : table.columns) *message.add_columns() = ToProto(column);
  message.mutable_cells()->Add(table.cells.begin(), table.cells.end());
  message.set_total_size(table.total);
  message.set_without_row(table.without_row);
  message.set_without_column(table.without_column);
  message.set_rows_overlap(table.rows_overlap);
  message.set_columns_overlap(table.columns_overlap);
  message.set_corrected_query(table.corrected_query);
  for (const std::string& word : table.dropped_words) message.add_dropped_words(word);
  for (const std::string& note : table.notes) message.add_notes(note);
  return message;
}

v1::IndexInfo::Memory ToProto(const index::SnapshotMemory& memory) {
  v1::IndexInfo::Memory message;
  message.set_facet_table(static_cast<std::int64_t>(memory.facet_table));
  message.set_tuple_column(static_cast<std::int64_t>(memory.tuple_column));
  message.set_answer_cache(static_cast<std::int64_t>(memory.answers));
  message.set_answer_cache_limit(static_cast<std::int64_t>(memory.answers_limit));
  message.set_paragraph_cache(static_cast<std::int64_t>(memory.paragraphs));
  message.set_paragraph_cache_limit(static_cast<std::int64_t>(memory.paragraphs_limit));
  message.set_posting_cache(static_cast<std::int64_t>(memory.postings));
  message.set_posting_cache_limit(static_cast<std::int64_t>(memory.postings_limit));
  message.set_suggestions(static_cast<std::int64_t>(memory.suggestions));
  message.set_dictionary(static_cast<std::int64_t>(memory.dictionary));
  return message;
}

v1::Suggestion ToProto(const index::Suggestion& suggestion) {
  v1::Suggestion message;
  message.set_query(suggestion.query);
  message.set_label(suggestion.label);
  message.set_source(suggestion.source);
  message.set_count(suggestion.count);
  return message;
}

v1::ExplainResponse ToProto(const std::string& line, const index::Explanation& explanation) {
  v1::ExplainResponse message;
  for (const query::Token& token : explanation.tokens) {
    auto* added = message.add_tokens();
    added->set_text(line.substr(token.span.begin, token.span.end - token.span.begin));
    added->set_type(std::string(TypeOf(token.kind)));
  }
  message.set_tree(explanation.tree);
  message.set_index_query(explanation.index_query);
  message.set_corrected_query(explanation.corrected_query);
  for (const std::string& word : explanation.dropped_words) message.add_dropped_words(word);
  for (const std::string& note : explanation.notes) message.add_notes(note);
  message.set_total_size(explanation.total);
  message.set_matches(explanation.matches);
  message.set_score(explanation.score);
  for (const index::TermShare& share : explanation.terms) *message.add_terms() = ToProto(share);
  return message;
}

v1::IndexInfo ToProto(const index::IndexInfo& info) {
  v1::IndexInfo message;
  message.set_generation(info.generation);
  message.set_schema_version(info.schema_version);
  message.set_analyzer_version(info.analyzer_version);
  message.mutable_build_time()->set_seconds(info.built_at_seconds);
  message.set_plan_count(info.plan_count);
  message.set_paragraph_count(info.paragraph_count);
  return message;
}

}  // namespace plansok::searchd
