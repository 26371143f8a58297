#include "plan/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <system_error>
#include <utility>

#include "plan/facts.h"
#include "plan/furniture.h"
#include "plan/outline.h"
#include "plan/reading_order.h"
#include "plan/repaired_lines.h"
#include "plan/sidecar.h"
#include "plan/source_places.h"
#include "plan/source_text.h"
#include "plan/tables.h"
#include "plan/unwrap.h"
#include "plan/wording.h"
#include "text/digest.h"
#include "text/file_bytes.h"

namespace plansok::plan {
namespace {

absl::StatusOr<std::string> ReadBytes(const std::filesystem::path& file, const std::string& name) {
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    return absl::NotFoundError(fmt::format("{}: no such file", name));
  if (!std::filesystem::is_regular_file(file, error)) {
    return absl::InvalidArgumentError(fmt::format("{}: not a regular file", name));
  }
  if (std::filesystem::file_size(file, error) > kMaxSourceBytes) {
    return absl::InvalidArgumentError(fmt::format("{}: larger than {} bytes", name, kMaxSourceBytes));
  }
  absl::StatusOr<std::string> bytes = text::ReadFileBytes(file);
  if (!bytes.ok()) return absl::InvalidArgumentError(fmt::format("{}: cannot be read", name));
  return bytes;
}

std::string NameOfSidecar(const std::string& name) {
  return std::filesystem::path(name).replace_extension(".toml").string();
}

/// The plan may be sound, but what is to override its facts is not.
absl::Status SidecarFault(const std::string& name, const absl::Status& fault) {
  return absl::FailedPreconditionError(
      fmt::format("{}: its sidecar cannot be used: {}", name, std::string(fault.message())));
}

/// Who gave an assignment that nothing else tells of: only the council assigns committees and companies, only
/// the committee its own administration.
Origin ImplicitOrigin(std::string_view assignment) {
  const std::string folded = FoldedTitle(assignment.substr(0, assignment.find(" uppdrag")));
  const auto names = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (folded.rfind("forvaltning", 0) == 0 || names("direktor") || names(" ger forvaltning") ||
      names(" at forvaltning")) {
    return Origin::kCommittee;
  }
  const bool assigned = names(" far i") || names(" ska i");
  const bool body = names("namnd") || names("styrelse") || names(" ab") || names("bolag");
  return assigned && body ? Origin::kCouncil : Origin::kUnspecified;
}

/// Who gave a table's assignment: its answer says so at its beginning or end. A short answer is read together
/// with the assignment, lest a committee that it happens to name be taken for the giver.
AssignmentSource SourceOfRow(const std::string& assignment, const std::string& answer) {
  constexpr std::size_t kLongAnswer = 150;
  return ReadAssignmentSource(answer.size() > kLongAnswer ? answer : assignment + "\n" + answer);
}

/// Makes paragraphs of passages.
class Assembler {
 public:
  Assembler(const DocumentFacts& facts, const Vocabulary& vocabulary, const text::OcrRepairer* repairer)
      : facts_(facts), vocabulary_(vocabulary), repairer_(repairer) {}

  void Add(Passage passage, ReadPlan& plan) {
    const Block& block = passage.block;
    if (block.text.empty() && !passage.use) passage.use = LineUse::kBlank;  // a row of nothing but markup
    if (passage.use) {
      const std::string number = block.number.empty() ? "" : block.number + " ";
      plan.furniture.push_back({block.lines.front(), block.lines.back(), *passage.use, number + block.text});
      return;
    }
    Paragraph paragraph;
    paragraph.text = block.text;
    paragraph.repaired_text = Repaired(block.text);
    paragraph.lead_in = std::move(passage.lead_in);
    paragraph.repaired_lead_in = Repaired(paragraph.lead_in);
    paragraph.kind = passage.kind;
    paragraph.committees = facts_.committees;
    paragraph.goal = std::move(passage.goal);
    paragraph.area = std::move(passage.area);
    paragraph.years = facts_.years;
    paragraph.section_path = std::move(passage.section_path);
    paragraph.first_line = *std::min_element(block.lines.begin(), block.lines.end());
    paragraph.last_line = *std::max_element(block.lines.begin(), block.lines.end());
    paragraph.page = block.page;
    if (paragraph.kind == Kind::kAssignment) AddAssignment(paragraph, block, passage.source);
    if (block.row > 0 && (block.cell == Cell::kAssignment || block.cell == Cell::kAnswer)) {
      rows_[block.row].halves.push_back(plan.plan.paragraphs.size());
      rows_[block.row].giver = block.giver;
      paragraph.assignment_year = block.year;
    }
    plan.plan.paragraphs.push_back(std::move(paragraph));
  }

  /// Lets the two halves of each row know each other, and an answer what it answers. Call once ids are
  /// assigned.
  void LinkRows(std::vector<Paragraph>& paragraphs) const {
    for (const auto& [number, row] : rows_) {
      const std::vector<std::size_t>& halves = row.halves;
      if (halves.size() != 2) continue;
      Paragraph& assignment = paragraphs[halves[0]];
      Paragraph& answer = paragraphs[halves[1]];
      assignment.counterpart_id = answer.id;
      answer.counterpart_id = assignment.id;
      answer.lead_in = assignment.text;
      answer.repaired_lead_in = assignment.repaired_text;
    }
  }

  /// Origin and year of a table's assignment stand in its answer.
  void TellSources(std::vector<Paragraph>& paragraphs) const {
    for (const auto& [number, row] : rows_) {
      if (row.halves.size() != 2) continue;
      Paragraph& assignment = paragraphs[row.halves[0]];
      Paragraph& answer = paragraphs[row.halves[1]];
      const AssignmentSource source =
          row.giver.empty() ? SourceOfRow(assignment.text, answer.text) : ReadAssignmentSource(row.giver);
      if (source.origin != Origin::kUnspecified) assignment.origin = source.origin;
      if (assignment.assignment_year == 0) assignment.assignment_year = answer.assignment_year = source.year;
    }
  }

 private:
  /// "" where nothing changes.
  std::string Repaired(const std::string& text) const {
    if (repairer_ == nullptr) return "";
    std::string repaired = repairer_->Repair(text);
    return repaired == text ? "" : repaired;
  }

  void AddAssignment(Paragraph& paragraph, const Block& block, const AssignmentSource& source) const {
    paragraph.bodies = vocabulary_.BodiesIn(block.clean);
    paragraph.origin = source.origin != Origin::kUnspecified ? source.origin : ImplicitOrigin(block.clean);
    paragraph.assignment_year = source.year;
  }

  const DocumentFacts& facts_;
  const Vocabulary& vocabulary_;
  const text::OcrRepairer* repairer_;
  struct TableRow {
    std::vector<std::size_t> halves;  // numbers of the paragraphs: assignment and answer
    std::string giver;                // its column "Uppdragsgivare"
  };
  std::map<int, TableRow> rows_;
};

/// Adds what the first stage took out, one entry a run of lines of the same use.
void AddFurniture(const std::vector<Line>& lines, std::vector<Furniture>& furniture) {
  for (const Line& line : lines) {
    if (!line.use) continue;
    const bool goes_on = !furniture.empty() && furniture.back().use == *line.use &&
                         furniture.back().last_line + 1 == line.number;
    if (goes_on) {
      furniture.back().last_line = line.number;
      furniture.back().text += '\n';
      furniture.back().text += line.text;
    } else {
      furniture.push_back({line.number, line.number, *line.use, line.text});
    }
  }
}

}  // namespace

std::string_view LineUseName(LineUse use) {
  switch (use) {
    case LineUse::kBlank:
      return "blank";
    case LineUse::kHeading:
      return "heading";
    case LineUse::kPageNumber:
      return "page number";
    case LineUse::kContents:
      return "table of contents";
    case LineUse::kLink:
      return "link";
    case LineUse::kCaption:
      return "converter's caption";
    case LineUse::kPartyName:
      return "party name";
    case LineUse::kTableHeader:
      return "column title";
    case LineUse::kMarkup:
      return "markup";
  }
  return "";
}

PlanReader::PlanReader(const Vocabulary& vocabulary, const text::OcrRepairer* repairer)
    : vocabulary_(vocabulary), repairer_(repairer) {}

absl::StatusOr<ReadPlan> PlanReader::Read(const std::filesystem::path& file, const std::string& name) const {
  const auto bytes = ReadBytes(file, name);
  if (!bytes.ok()) return bytes.status();
  std::filesystem::path sidecar = file;
  sidecar.replace_extension(".toml");
  std::error_code error;
  if (!std::filesystem::exists(sidecar, error)) return ReadParts(*bytes, name, "");
  const auto toml = ReadBytes(sidecar, NameOfSidecar(name));
  if (!toml.ok()) return SidecarFault(name, toml.status());
  return ReadParts(*bytes, name, *toml);
}

absl::StatusOr<ReadPlan> PlanReader::ReadText(std::string_view bytes, const std::string& name) const {
  return ReadParts(bytes, name, "");
}

absl::StatusOr<ReadPlan> PlanReader::ReadParts(std::string_view bytes, const std::string& name,
                                               std::string_view sidecar) const {
  auto source = DecodeSource(bytes, name);
  if (!source.ok()) return source.status();
  const ReadingOrder order = InReadingOrder(*source);
  const std::vector<std::string> repaired = RepairedLines(order.text.lines, repairer_);
  DocumentFacts facts = ReadDocumentFacts(repaired.empty() ? order.text.lines : repaired, vocabulary_);
  if (absl::Status status = ApplySidecar(sidecar, NameOfSidecar(name), vocabulary_, facts); !status.ok())
    return SidecarFault(name, status);

  const MarkedText marked = MarkFurniture(order.text, repaired);
  ReadPlan result;
  result.warnings = std::move(source->warnings);
  AddFurniture(marked.lines, result.furniture);
  // Only a damaged document is repaired; in a sound one every word stands as it is.
  Assembler assembler(facts, vocabulary_, repaired.empty() ? nullptr : repairer_);
  for (Passage& passage :
       Outline(ReadTables(Unwrap(marked.lines)), marked.contents, facts.title, vocabulary_)) {
    assembler.Add(std::move(passage), result);
  }
  if (order.changed) PlaceInSource(*source, order, result);
  std::stable_sort(result.furniture.begin(), result.furniture.end(),
                   [](const Furniture& a, const Furniture& b) { return a.first_line < b.first_line; });
  Plan& plan = result.plan;
  assembler.TellSources(plan.paragraphs);
  AssignParagraphIds(plan.paragraphs);
  assembler.LinkRows(plan.paragraphs);
  plan.id = PlanIdOfFile(name);
  plan.title = facts.title;
  plan.committees = facts.committees;
  plan.years = facts.years;
  plan.document_kind = facts.document_kind;
  plan.source_file = name;
  if (plan.paragraphs.empty())
    result.warnings.push_back(fmt::format("{}: no paragraph was found in it", name));
  plan.content_hash = text::HexDigest(std::string(bytes) + std::string(sidecar));
  return result;
}

}  // namespace plansok::plan
