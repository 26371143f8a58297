#include "index/record.h"

namespace plansok::index {
namespace {

void Store(const plan::Named& named, storage::Named* stored) {
  stored->set_id(named.id);
  stored->set_label(named.label);
}

plan::Named Load(const storage::Named& stored) { return {stored.id(), stored.label()}; }

void StoreFacts(const plan::Paragraph& paragraph, storage::Paragraph* stored) {
  stored->set_kind(std::string(plan::KindName(paragraph.kind)));
  for (const plan::Named& committee : paragraph.committees) Store(committee, stored->add_committees());
  if (paragraph.goal) {
    stored->mutable_goal()->set_id(paragraph.goal->id);
    stored->mutable_goal()->set_label(paragraph.goal->label);
    stored->mutable_goal()->set_family(paragraph.goal->family);
  }
  if (paragraph.area) Store(*paragraph.area, stored->mutable_area());
  stored->mutable_years()->Add(paragraph.years.begin(), paragraph.years.end());
  stored->set_assignment_year(paragraph.assignment_year);
  stored->set_origin(std::string(plan::OriginName(paragraph.origin)));
  for (const plan::Body& body : paragraph.bodies) {
    storage::Body* stored_body = stored->add_bodies();
    stored_body->set_id(body.id);
    stored_body->set_label(body.label);
    stored_body->set_role(std::string(plan::BodyRoleName(body.role)));
  }
}

void LoadFacts(const storage::Paragraph& stored, plan::Paragraph* paragraph) {
  paragraph->kind = plan::ParseKind(stored.kind()).value_or(plan::Kind::kUnspecified);
  for (const storage::Named& committee : stored.committees())
    paragraph->committees.push_back(Load(committee));
  if (stored.has_goal()) {
    paragraph->goal = plan::Goal{stored.goal().id(), stored.goal().label(), stored.goal().family()};
  }
  if (stored.has_area()) paragraph->area = Load(stored.area());
  paragraph->years.assign(stored.years().begin(), stored.years().end());
  paragraph->assignment_year = stored.assignment_year();
  paragraph->origin = plan::ParseOrigin(stored.origin()).value_or(plan::Origin::kUnspecified);
  for (const storage::Body& body : stored.bodies()) {
    paragraph->bodies.push_back(
        {body.id(), body.label(), plan::ParseBodyRole(body.role()).value_or(plan::BodyRole::kUnspecified)});
  }
}

}  // namespace

std::string SerializeParagraph(const plan::Paragraph& paragraph, std::uint32_t plan_number) {
  storage::Paragraph stored;
  stored.set_plan(plan_number);
  stored.set_id(paragraph.id);
  stored.set_text(paragraph.text);
  stored.set_repaired_text(paragraph.repaired_text);
  StoreFacts(paragraph, &stored);
  stored.mutable_section_path()->Add(paragraph.section_path.begin(), paragraph.section_path.end());
  stored.set_counterpart_id(paragraph.counterpart_id);
  stored.set_first_line(paragraph.first_line);
  stored.set_last_line(paragraph.last_line);
  stored.set_page(paragraph.page);
  stored.set_lead_in(paragraph.lead_in);
  stored.set_repaired_lead_in(paragraph.repaired_lead_in);
  return stored.SerializeAsString();
}

absl::StatusOr<StoredParagraph> ParseParagraph(std::string_view bytes) {
  storage::Paragraph stored;
  if (!stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("a stored paragraph cannot be read: the index is damaged");
  }
  StoredParagraph result{stored.plan(), {}};
  plan::Paragraph& paragraph = result.paragraph;
  paragraph.id = stored.id();
  paragraph.text = stored.text();
  paragraph.repaired_text = stored.repaired_text();
  LoadFacts(stored, &paragraph);
  paragraph.section_path.assign(stored.section_path().begin(), stored.section_path().end());
  paragraph.counterpart_id = stored.counterpart_id();
  paragraph.first_line = stored.first_line();
  paragraph.last_line = stored.last_line();
  paragraph.page = stored.page();
  paragraph.lead_in = stored.lead_in();
  paragraph.repaired_lead_in = stored.repaired_lead_in();
  return result;
}

storage::Plan ToStored(const plan::Plan& plan) {
  storage::Plan stored;
  stored.set_id(plan.id);
  stored.set_title(plan.title);
  for (const plan::Named& committee : plan.committees) Store(committee, stored.add_committees());
  stored.mutable_years()->Add(plan.years.begin(), plan.years.end());
  stored.set_document_kind(plan.document_kind);
  stored.set_source_file(plan.source_file);
  stored.set_content_hash(plan.content_hash);
  return stored;
}

plan::Plan FromStored(const storage::Plan& stored) {
  plan::Plan plan;
  plan.id = stored.id();
  plan.title = stored.title();
  for (const storage::Named& committee : stored.committees()) plan.committees.push_back(Load(committee));
  plan.years.assign(stored.years().begin(), stored.years().end());
  plan.document_kind = stored.document_kind();
  plan.source_file = stored.source_file();
  plan.content_hash = stored.content_hash();
  return plan;
}

storage::Manifest ToStored(const Manifest& manifest) {
  storage::Manifest stored;
  stored.set_reader(manifest.reader);
  for (const SourceFile& file : manifest.files) {
    storage::SourceFile* stored_file = stored.add_files();
    stored_file->set_name(file.name);
    stored_file->set_digest(file.digest);
    stored_file->set_plan_id(file.plan_id);
    stored_file->set_error(file.error);
    stored_file->mutable_warnings()->Add(file.warnings.begin(), file.warnings.end());
    stored_file->set_damaged(file.damaged);
  }
  return stored;
}

Manifest FromStored(const storage::Manifest& stored) {
  Manifest manifest{stored.reader(), {}};
  for (const storage::SourceFile& file : stored.files()) {
    manifest.files.push_back({file.name(),
                              file.digest(),
                              file.plan_id(),
                              file.error(),
                              {file.warnings().begin(), file.warnings().end()},
                              file.damaged()});
  }
  return manifest;
}

}  // namespace plansok::index
