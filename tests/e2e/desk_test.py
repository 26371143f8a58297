"""The analyst's desk over the real plans: comparison and export."""
import csv
import io
import subprocess

import plansok

SYDVAST = "verksamhetsplan-2023-socialnamnden-sydvast"
CENTRUM = "verksamhetsplan-2024-socialnamnden-centrum"
SCANNED = "genomforandeplan-2025-socialnamnden-nordost"


class Desk(plansok.Served):
    def compared(self, *arguments):
        return self.server.json("compare", *arguments)

    @staticmethod
    def pairs(answer):
        return [pair for goal in answer["goals"] for pair in goal.get("pairs", [])]

    def test_every_paragraph_of_both_plans_is_in_one_pair(self):
        answer = self.compared(SYDVAST, CENTRUM)
        for side, plan in (("base", SYDVAST), ("other", CENTRUM)):
            # A goal that the other plan prints oftener stands beside each.
            once = {pair[side]["name"]: pair[side] for pair in self.pairs(answer) if side in pair}
            again = [pair[side] for pair in self.pairs(answer) if side in pair]
            for paragraph in once.values():
                again.remove(paragraph)
            self.assertEqual({"GOAL"} if again else set(), {paragraph["kind"] for paragraph in again})
            self.assertEqual(sorted(p["name"] for p in self.server.export("--plan", plan)), sorted(once))

    def test_goals_stand_under_their_own_labels(self):
        goals = [goal.get("goal", {}).get("label") for goal in self.compared(SYDVAST, CENTRUM)["goals"]]
        self.assertEqual(len(goals), len(set(goals)))
        stated = {p["goal"]["label"] for p in self.server.export("--plan", CENTRUM) if "goal" in p}
        self.assertLessEqual(stated, set(goals))

    def test_an_export_is_what_search_counts(self):
        for query in ("hemlöshet", "hemlöshte", "bostad försst", "skydat boende", "klimat omställnign barn", "qqqqq", ""):
            for flags in ((), ("--exact",), ("--year", "2024")):
                found = self.server.json("search", query, "--limit", "0", "--facet", "kind", *flags)
                self.assertEqual(found["totalSize"], len(self.server.export(query, *flags)), (query, flags))
        self.assertIn("Visar träffar för ”hemlöshet”", self.server.client("export", "hemlöshte").stderr)

    def test_every_command_prints_csv(self):
        paragraph = self.server.export("typ:uppdrag")[0]["name"]
        for arguments in (("search", "barn"), ("search", "--facet", "goal", "--limit", "0"), ("table", "goal", "year"),
                          ("show", paragraph, "--context", "2"), ("show", f"plans/{CENTRUM}"), ("plans",),
                          ("compare", SYDVAST, CENTRUM), ("suggest", "barn"), ("similar", paragraph),
                          ("explain", "barn"), ("explain", "typ:uppdrag", "--hit", paragraph), ("status",)):
            done = self.server.client(*arguments, "--csv")
            self.assertIn(done.returncode, (0, 1), (arguments, done.stderr))
            rows = list(csv.reader(io.StringIO(done.stdout, newline=""), delimiter=";"))
            self.assertEqual({len(rows[0])}, set(map(len, rows)), arguments)
            self.assertGreater(len(rows[0]), 1, arguments)

    def reworded(self, base, other):
        return [p for p in self.pairs(self.compared(base, other)) if p["change"] == "REWORDED"]

    @staticmethod
    def joined(pair, presence):
        return "".join(s["text"] for s in pair["difference"] if s["presence"] in ("BOTH", presence))

    def test_differences_give_both_texts_back(self):
        reworded = self.reworded(SYDVAST, CENTRUM)
        self.assertGreater(len(reworded), 5)
        for pair in reworded:
            self.assertEqual(pair["base"]["text"], self.joined(pair, "BASE"))
            self.assertEqual(pair["other"]["text"], self.joined(pair, "OTHER"))

    def test_differences_of_a_bad_scan_give_it_back_as_printed(self):
        repaired = 0
        for base, other in ((CENTRUM, SCANNED), (SCANNED, CENTRUM)):
            reworded = self.reworded(base, other)
            self.assertGreater(len(reworded), 0)
            for pair in reworded:
                self.assertEqual(pair["other"]["text"], self.joined(pair, "OTHER"))
                repaired += any("repairedText" in pair[side] for side in ("base", "other"))
        self.assertGreater(repaired, 0)

    def test_both_directions_agree(self):
        there, back = self.compared(SYDVAST, CENTRUM), self.compared(CENTRUM, SYDVAST)
        mirrored = {"KEPT": "KEPT", "REWORDED": "REWORDED", "ADDED": "REMOVED", "REMOVED": "ADDED"}

        def named(pair, base, other):
            return pair.get(base, {}).get("name"), pair.get(other, {}).get("name")
        self.assertEqual(sorted((*map(str, named(p, "base", "other")), p["change"]) for p in self.pairs(there)),
                         sorted((*map(str, named(p, "other", "base")), mirrored[p["change"]]) for p in self.pairs(back)))

    def test_a_plan_with_itself_is_kept(self):
        counts = self.compared(CENTRUM, CENTRUM)["counts"]
        self.assertEqual((len(self.server.export("--plan", CENTRUM)), 0, 0, 0),
                         tuple(counts[name] for name in ("kept", "reworded", "added", "removed")))

    def test_compare_for_people(self):
        done = self.server.client("compare", SYDVAST, CENTRUM, "--only", "reworded")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("[-", done.stdout)
        self.assertIn("~ Omskrivet", done.stdout)
        self.assertNotIn("+ Nytt", done.stdout)

    def test_what_cannot_be_compared_is_told_in_one_line(self):
        for arguments, code, part in (((SYDVAST, "nope"), 2, 'no plan is called "nope"'),
                                      ((SYDVAST, CENTRUM + "x"), 2, f'menade du "{CENTRUM}"'),
                                      ((CENTRUM[:-2], CENTRUM), 2, f'menade du "{CENTRUM}"'), ((SYDVAST, "Å"), 2, "OTHER: no plan"),
                                      (("--committee", "socialnamnden-centrum", "2023", "2024"), 2, "it has for 2024"),
                                      (("--committee", "nobody", "2023", "2024"), 2, "nobody"),
                                      (("--committee", "Centrun", "2023", "2024"), 2, 'menade du "socialnamnden-centrum"')):
            done = self.server.client("compare", *arguments)
            self.assertEqual(code, done.returncode)
            self.assert_one_line(done.stderr, part)

    def test_csv_holds_what_json_holds(self):
        file = self.folder / "alla.csv"
        done = self.server.client("export", "--csv", "--output", file)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue(file.read_bytes().startswith(b"\xef\xbb\xbf"))
        self.assertNotIn(b"\r\n\r\n", file.read_bytes())
        rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
        paragraphs = self.server.export()
        self.assertEqual(len(paragraphs), len(rows))
        for paragraph, row in zip(paragraphs, rows):
            self.assertEqual(paragraph["name"], row["Permalänk"])
            self.assertIn(row["Text"].removeprefix("'"), (paragraph["text"], paragraph["text"].removeprefix("'")))
            self.assertIn(f"rad {paragraph['firstLine']}", row["Hänvisning"])

    def test_filters_hold_as_in_search(self):
        filters = ("--kind", "uppdrag", "--year", "2023..2024")
        total = self.server.json("search", *filters, "--limit", "0")["totalSize"]
        done = self.server.client("export", *filters, "--csv", "--separator", "tab")
        rows = list(csv.reader(io.StringIO(done.stdout, newline=""), delimiter="\t"))
        self.assertEqual(total, len(rows) - 1)

    def test_a_reader_that_goes_is_no_error(self):
        process = subprocess.Popen([str(plansok.Programs.client), "--server", self.server.address, "export", "--csv"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertTrue(process.stdout.readline().startswith("Hänvisning;".encode()))
        process.stdout.close()
        self.assertEqual(b"", process.stderr.read())
        process.stderr.close()
        self.assertEqual(0, process.wait(plansok.PATIENCE))


if __name__ == "__main__":
    plansok.main()
