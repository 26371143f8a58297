#include "tests/plan/plan_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "plan/characters.h"

namespace plansok::plan {
namespace {

constexpr std::array<const char*, 14> kCommittees = {"Socialnämnden Hisingen",
                                                     "Socialnämnden Centrum",
                                                     "Kulturnämnden",
                                                     "Förskolenämnden",
                                                     "Grundskolenämnden",
                                                     "Utbildningsnämnden",
                                                     "Idrotts- och föreningsnämnden",
                                                     "Miljö- och klimatnämnden",
                                                     "Stadsmiljönämnden",
                                                     "Nämnden för funktionsstöd",
                                                     "Stadsbyggnadsnämnden",
                                                     "Äldre- samt vård- och omsorgsnämnden",
                                                     "Exploateringsnämnden",
                                                     "Nämnden för arbetsmarknad och vuxenutbildning"};

// Goals of real budgets, and made-up ones that no vocabulary knows.
constexpr std::array<const char*, 12> kGoals = {
    "Segregationen i Göteborg ska brytas",
    "Göteborg ska klara kompetensförsörjningen",
    "Göteborg ska byggas ihop till en grön och levande stad utan bostadsbrist",
    "Göteborg ska vara ledande i klimatomställningen och ha en hög biologisk mångfald",
    "Göteborgs Stad ska ha en välfärd som möter göteborgarnas behov",
    "Göteborgs Stad ska ge sina anställda en bra arbetsmiljö och goda arbetsvillkor",
    "Hemlösheten ska upphöra till 2028",
    "Göteborg ska vara en säker och trygg stad",
    "Göteborg ska vara en stad där alla barn lär sig simma",
    "Göteborgs Stad ska vara en pålitlig granne för sina kustkommuner",
    "Buskörningen i stadens parker ska minska",
    "Göteborg ska ha skärgårdens bästa kollektivtrafik"};

constexpr std::array<const char*, 10> kSubjects = {
    "Förvaltningen",      "Nämndens verksamhet", "Arbetet med {}", "Samverkan kring {}",
    "Projektet {}",       "Mötesplatsen {}",     "Metoden {}",     "Under året kommer {}",
    "Utvecklingen av {}", "Stödet genom {}"};
constexpr std::array<const char*, 8> kPredicates = {
    "ska fortsätta att utvecklas tillsammans med invånare och föreningsliv",
    "behöver bli mer tillgänglig för dem som har störst behov",
    "bidrar till jämlika livsvillkor i hela stadsområdet",
    "följs upp varje termin och redovisas för nämnden",
    "kräver fler platser, bättre lokaler och längre öppettider",
    "bygger på erfarenheter från tidigare år och på kunskap om målgruppen",
    "når många barn, unga och äldre men ännu inte alla",
    "samordnas med andra förvaltningar och bolag"};
constexpr std::array<const char*, 6> kTasks = {"utreda hur {} kan finnas i fler stadsdelar",
                                               "ta fram en modell för {} och pröva den under ett år",
                                               "öka tillgången till {} för barn och unga",
                                               "i samverkan med kulturnämnden utveckla {} på fler platser",
                                               "redovisa kostnader och nytta av {} i delårsrapporten",
                                               "säkerställa att {} håller samma kvalitet i hela staden"};

}  // namespace

PlanWriter::PlanWriter(std::uint32_t seed, int layouts) : random_(seed) {
  plan_.layout = static_cast<Layout>(Below(static_cast<std::size_t>(layouts)));
  plan_.committee = Pick(kCommittees);
  const int first = 2020 + static_cast<int>(Below(10));
  const int last = first + (Below(4) == 0 ? 2 : 0);
  for (int year = first; year <= last; ++year) plan_.years.push_back(year);
  years_ = first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
  width_ = Below(3) == 0 ? 0 : 60 + Below(41);
}

std::string PlanWriter::NewCode() {
  constexpr std::array<const char*, 12> kSyllables = {"to",  "va", "ske", "lu", "mir", "dal",
                                                      "bro", "ny", "hag", "ri", "fe",  "sol"};
  std::string code = "K";
  for (std::size_t left = ++codes_ + 100; left > 0; left /= kSyllables.size())
    code += kSyllables[left % kSyllables.size()];
  return code + "en";
}

std::string PlanWriter::Sentence(const std::string& code) {
  return fmt::format("{} {}.", fmt::format(fmt::runtime(Pick(kSubjects)), code), Pick(kPredicates));
}

std::string PlanWriter::Prose(const std::string& code) {
  std::string text = fmt::format("Arbetet med {} {}.", code, Pick(kPredicates));
  for (std::size_t more = Below(4); more > 0; --more) text += ' ' + Sentence(code);
  return text;
}

std::string PlanWriter::Task(const std::string& code) {
  const std::string task = fmt::format(fmt::runtime(Pick(kTasks)), code);
  return fmt::format("{} får i uppdrag att {}.",
                     Below(2) == 0 ? plan_.committee : "Alla nämnder och bolagsstyrelser", task);
}

GeneratedParagraph& PlanWriter::Remember(std::string code, std::string text, Kind kind, std::string goal) {
  plan_.paragraphs.push_back(
      {std::move(code), std::move(text), kind, std::move(goal), 0, Origin::kUnspecified});
  return plan_.paragraphs.back();
}

void PlanWriter::Line(std::string_view text) {
  plan_.text += text;
  plan_.text += '\n';
}

void PlanWriter::Wrapped(std::string_view text, std::string_view bullet) {
  std::string line(bullet);
  bool fresh = true;  // no word on the line yet
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (width_ > 0 && !fresh && line.size() + 1 + word.size() > width_) {
      if (const std::size_t half = HyphenAt(word, line.size() + 2); half > 0) {
        line += fmt::format(" {}-", word.substr(0, half));
        word.remove_prefix(half);
      }
      Line(line);
      BreakPage(line);
      line.clear();
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
    at = end + 1;
  }
  Line(line);
}

// Where a word is parted that would begin at `column`: now and then, between two plain letters; 0: nowhere.
std::size_t PlanWriter::HyphenAt(std::string_view word, std::size_t column) {
  constexpr std::size_t kShortestHalf = 4;
  if (Below(4) != 0 || word.front() < 'a' || word.front() > 'z' || word.size() < 2 * kShortestHalf) return 0;
  for (std::size_t half = word.size() - kShortestHalf; half >= kShortestHalf; --half) {
    const bool plain = (word[half] & 0x80) == 0 && (word[half - 1] & 0x80) == 0;
    if (plain && column + half <= width_) return half;
  }
  return 0;
}

// A running footer after `line`, where a sentence is cut: at a full stop nobody could tell whether the
// paragraph goes on.
void PlanWriter::BreakPage(std::string_view line) {
  if (footer_.empty() || line.ends_with('.') || Below(12) != 0) return;
  Line("");
  Line(fmt::format("{} {} (40)", footer_, ++page_));
  Line("");
}

void PlanWriter::ProseParagraph(Kind kind, const std::string& goal) {
  const std::string code = NewCode();
  const std::string text = Prose(code);
  Remember(code, text, kind, goal);
  Wrapped(text);
  Line("");
}

std::vector<std::string> PlanWriter::Goals() {
  std::vector<std::string> goals;
  for (std::size_t i = Below(kGoals.size()), left = 2 + Below(4); left > 0; --left, i += 5) {
    goals.emplace_back(kGoals[i % kGoals.size()]);
  }
  return goals;
}

PlanWriter::Row PlanWriter::NewRow(bool sourced) {
  const bool council = !sourced || Below(2) == 0;
  const int year = plan_.years.front() - static_cast<int>(Below(3));
  const std::string task_code = NewCode();
  const std::string answer_code = NewCode();
  Row row{Task(task_code), Prose(answer_code), year};
  if (sourced) row.answer += fmt::format(" {} uppdrag budget {}", council ? "KF" : "SN", year);
  GeneratedParagraph& assignment = Remember(task_code, row.task, Kind::kAssignment, "");
  assignment.assignment_year = year;
  assignment.origin = council ? Origin::kCouncil : Origin::kCommittee;  // only the council assigns committees
  Remember(answer_code, row.answer, Kind::kResponse, "").assignment_year = year;
  return row;
}

std::vector<std::string> LinesOf(std::string_view text, std::size_t width, std::string_view bullet) {
  std::vector<std::string> lines;
  std::string line(bullet);
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!fresh && Length(line) + 1 + Length(word) > width) {
      lines.push_back(std::exchange(line, std::string(Length(bullet), ' ')));
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
    at = end + 1;
  }
  lines.push_back(line);
  return lines;
}

}  // namespace plansok::plan
