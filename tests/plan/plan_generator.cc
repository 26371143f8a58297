#include "tests/plan/plan_generator.h"

#include <fmt/format.h>

#include <array>
#include <random>
#include <string_view>
#include <utility>

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

constexpr std::array<const char*, 5> kAreas = {"TIDIGA INSATSER", "ARBETE OCH SYSSELSÄTTNING",
                                               "TRYGGHET OCH STADSUTVECKLING", "DELAKTIGHET OCH TILLIT",
                                               "KULTUR, KVALITET OCH EFFEKTIVITET"};

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

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  GeneratedPlan Run() {
    plan_.layout = static_cast<Layout>(Below(4));
    plan_.committee = Pick(kCommittees);
    const int first = 2020 + static_cast<int>(Below(10));
    const int last = first + (Below(4) == 0 ? 2 : 0);
    for (int year = first; year <= last; ++year) plan_.years.push_back(year);
    years_ = first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
    width_ = Below(3) == 0 ? 0 : 60 + Below(41);
    switch (plan_.layout) {
      case Layout::kImplementation:
        Implementation();
        break;
      case Layout::kActivity:
        Activity();
        break;
      case Layout::kMarkdown:
        Markdown();
        break;
      case Layout::kColumns:
        Columns();
        break;
    }
    return std::move(plan_);
  }

 private:
  std::size_t Below(std::size_t n) { return random_() % n; }

  template <std::size_t N>
  const char* Pick(const std::array<const char*, N>& choices) {
    return choices[Below(N)];
  }

  // A name of its own for each paragraph: "Tovaskeren".
  std::string NewCode() {
    constexpr std::array<const char*, 12> kSyllables = {"to",  "va", "ske", "lu", "mir", "dal",
                                                        "bro", "ny", "hag", "ri", "fe",  "sol"};
    std::string code = "K";
    for (std::size_t left = ++codes_ + 100; left > 0; left /= kSyllables.size())
      code += kSyllables[left % kSyllables.size()];
    return code + "en";
  }

  std::string Sentence(const std::string& code) {
    return fmt::format("{} {}.", fmt::format(fmt::runtime(Pick(kSubjects)), code), Pick(kPredicates));
  }

  std::string Prose(const std::string& code) {
    std::string text = fmt::format("Arbetet med {} {}.", code, Pick(kPredicates));
    for (std::size_t more = Below(4); more > 0; --more) text += ' ' + Sentence(code);
    return text;
  }

  std::string Task(const std::string& code) {
    const std::string task = fmt::format(fmt::runtime(Pick(kTasks)), code);
    return fmt::format("{} får i uppdrag att {}.",
                       Below(2) == 0 ? plan_.committee : "Alla nämnder och bolagsstyrelser", task);
  }

  GeneratedParagraph& Remember(std::string code, std::string text, Kind kind, std::string goal) {
    plan_.paragraphs.push_back(
        {std::move(code), std::move(text), kind, std::move(goal), 0, Origin::kUnspecified});
    return plan_.paragraphs.back();
  }

  void Line(std::string_view text) {
    plan_.text += text;
    plan_.text += '\n';
  }

  // `text` after `bullet`, broken at the plan's width.
  void Wrapped(std::string_view text, std::string_view bullet = "") {
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
  std::size_t HyphenAt(std::string_view word, std::size_t column) {
    constexpr std::size_t kShortestHalf = 4;
    if (Below(4) != 0 || word.front() < 'a' || word.front() > 'z' || word.size() < 2 * kShortestHalf)
      return 0;
    for (std::size_t half = word.size() - kShortestHalf; half >= kShortestHalf; --half) {
      const bool plain = (word[half] & 0x80) == 0 && (word[half - 1] & 0x80) == 0;
      if (plain && column + half <= width_) return half;
    }
    return 0;
  }

  // A running footer after `line`, where a sentence is cut: at a full stop nobody could tell whether the
  // paragraph goes on.
  void BreakPage(std::string_view line) {
    if (footer_.empty() || line.ends_with('.') || Below(12) != 0) return;
    Line("");
    Line(fmt::format("{} {} (40)", footer_, ++page_));
    Line("");
  }

  void ProseParagraph(Kind kind, const std::string& goal) {
    const std::string code = NewCode();
    const std::string text = Prose(code);
    Remember(code, text, kind, goal);
    Wrapped(text);
    Line("");
  }

  std::vector<std::string> Goals() {
    std::vector<std::string> goals;
    for (std::size_t i = Below(kGoals.size()), left = 2 + Below(4); left > 0; --left, i += 5) {
      goals.emplace_back(kGoals[i % kGoals.size()]);
    }
    return goals;
  }

  void Implementation() {
    plan_.document_kind = "genomförandeplan";
    const bool in_title = Below(2) == 0;
    Line(fmt::format("Genomförandeplan för budget{} för {}", in_title ? " " + years_ : "", plan_.committee));
    Line("");
    const std::string code = NewCode();
    const std::string intro = fmt::format(
        "Planen utgår från Göteborgs Stads budget för {} som är beslutad av kommunfullmäktige. Arbetet med "
        "{} började redan 2017.",
        years_, code);
    Remember(code, intro, Kind::kText, "");
    Wrapped(intro);
    Line("\nMål:\n");
    int number = 0;
    for (const std::string& goal : Goals()) {
      Wrapped(fmt::format("{}. {}.", ++number, goal));
      Line("");
      for (std::size_t left = 1 + Below(3); left > 0; --left) ProseParagraph(Kind::kGoal, goal);
    }
    Line("Inriktningar:\n");
    for (std::size_t left = 1 + Below(3); left > 0; --left) ProseParagraph(Kind::kDirection, "");
    Line("Uppdrag:\n\nFrån Göteborgs Stads budget:\n");
    Tasks(Origin::kCouncil);
    Line("Från nämnden:\n");
    Tasks(Origin::kCommittee);
  }

  void Tasks(Origin origin) {
    const char* bullet = Pick(std::array<const char*, 4>{"» ", "- ", "• ", "* "});
    for (std::size_t left = 2 + Below(3); left > 0; --left) {
      const std::string code = NewCode();
      const std::string text = Task(code);
      Remember(code, text, Kind::kAssignment, "").origin = origin;
      Wrapped(text, bullet);
      Line("");
    }
  }

  void Activity() {
    plan_.document_kind = "verksamhetsplan";
    Line(fmt::format("Verksamhetsplan {}\n\n{}\n\n1 Inledning\n", years_, plan_.committee));
    footer_ = fmt::format("Nämndens verksamhetsplan {}", years_);
    ProseParagraph(Kind::kText, "");
    Line("2 Nämndens mål och uppdrag\n");
    const std::vector<std::string> goals = Goals();
    std::size_t area = 0;
    for (const std::string& goal : goals) {
      ++area;
      Line(fmt::format("2.{} {}\n\n2.{}.1 Nämndens mål\n", area, kAreas[area % kAreas.size()], area));
      Wrapped(fmt::format("2.{}.1.1 {}", area, goal));
      Line("\nNämndens omhändertagande\n");
      for (std::size_t left = 1 + Below(3); left > 0; --left) ProseParagraph(Kind::kGoal, goal);
      Line(fmt::format("{} verksamhetsplan {} {} ({})\n", "Nämndens", years_, area + 2, goals.size() + 3));
      Line(fmt::format("2.{}.2 Uppdrag\n\nUppdrag\tNämndens omhändertagande", area));
      for (std::size_t left = 1 + Below(3); left > 0; --left) Row("", "\t", "");
      Line("");
    }
  }

  void Columns() {
    plan_.document_kind = "verksamhetsplan";
    Line(fmt::format("Verksamhetsplan {}\n\n{}\n\n1 Inledning\n", years_, plan_.committee));
    footer_ = fmt::format("{} verksamhetsplan {}", plan_.committee, years_);
    ProseParagraph(Kind::kText, "");
    Line("2 Nämndens mål\n");
    std::size_t number = 0;
    for (const std::string& goal : Goals()) {
      Wrapped(fmt::format("2.{} {}", ++number, goal));
      Line("");
      for (std::size_t left = 1 + Below(3); left > 0; --left) ProseParagraph(Kind::kGoal, goal);
    }
    Line("3 Nämndens uppdrag\n\nUppdrag\nUppdragsår\nOmhändertagande\n");
    for (std::size_t left = 2 + Below(4); left > 0; --left) TornRow();
  }

  void TornRow() {
    const int year = plan_.years.front() - static_cast<int>(Below(3));
    const std::string task_code = NewCode();
    const std::string answer_code = NewCode();
    const std::string task = Task(task_code);
    const std::string answer = Prose(answer_code);
    GeneratedParagraph& assignment = Remember(task_code, task, Kind::kAssignment, "");
    assignment.assignment_year = year;
    assignment.origin = Origin::kCouncil;  // it assigns committees
    Remember(answer_code, answer, Kind::kResponse, "").assignment_year = year;
    Wrapped(task);
    Line("");
    Wrapped(fmt::format("{} {}", year, answer));
    Line("");
  }

  void Row(std::string_view before, std::string_view between, std::string_view after) {
    const bool council = Below(2) == 0;
    const int year = plan_.years.front() - static_cast<int>(Below(3));
    const std::string task_code = NewCode();
    const std::string answer_code = NewCode();
    const std::string task = Task(task_code);
    const std::string answer =
        fmt::format("{} {} uppdrag budget {}", Prose(answer_code), council ? "KF" : "SN", year);
    GeneratedParagraph& assignment = Remember(task_code, task, Kind::kAssignment, "");
    assignment.assignment_year = year;
    assignment.origin = council ? Origin::kCouncil : Origin::kCommittee;
    Remember(answer_code, answer, Kind::kResponse, "").assignment_year = year;
    Line(fmt::format("{}{}{}{}{}", before, task, between, answer, after));
  }

  void Markdown() {
    plan_.document_kind = "verksamhetsplan";
    Line(fmt::format("# Verksamhetsplan {} för {}\n\n## Inledning\n", years_, plan_.committee));
    ProseParagraph(Kind::kText, "");
    Line("## Mål\n");
    for (const std::string& goal : Goals()) {
      Line(fmt::format("### {}\n", goal));
      for (std::size_t left = 1 + Below(3); left > 0; --left) ProseParagraph(Kind::kGoal, goal);
    }
    Line("## Uppdrag\n\n| Uppdrag | Omhändertagande |\n|---|---|");
    for (std::size_t left = 2 + Below(3); left > 0; --left) Row("| ", " | ", " |");
  }

  std::mt19937 random_;
  GeneratedPlan plan_;
  std::string years_;
  std::size_t width_ = 0;  // bytes; 0: lines are not broken
  std::size_t codes_ = 0;
  std::string footer_;  // "": pages have none
  int page_ = 0;
};

}  // namespace

GeneratedPlan GeneratePlan(std::uint32_t seed) { return Generator(seed).Run(); }

}  // namespace plansok::plan
