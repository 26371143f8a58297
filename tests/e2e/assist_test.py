"""What helps a person search, over the five plans: suggestions, paragraphs like one, explanations."""

import plansok


class Assist(plansok.Served):
    def suggestions(self, *typed):
        return self.server.json("suggest", *typed, "--limit", "50").get("suggestions", [])

    def test_words_are_completed_without_diacritics_too(self):
        self.assertIn("hemlöshet", [each["label"] for each in self.suggestions("hemlos")])

    def test_every_suggestion_finds_something(self):
        seen = 0
        for typed in ("b", "hem", "nord", "social", "mål", "barn o", "mänskliga r", "nämnden f", "å", "nämnd:s"):
            for suggestion in self.suggestions(typed)[:12]:
                seen += 1
                self.assertEqual(0, self.server.client("search", "--exact", "--limit", "0", "--", suggestion["query"]).returncode,
                                 f"{typed} -> {suggestion['query']}")
                self.assertGreater(suggestion["count"], 0)
        self.assertGreater(seen, 50)

    def test_a_committee_is_found_by_any_word_of_its_name(self):
        [nordost] = [each for each in self.suggestions("nordost") if each["source"] == "committee"]
        self.assertEqual("Socialnämnden Nordost", nordost["label"])
        found = self.server.json("search", nordost["query"], "--limit", "0")
        self.assertEqual(nordost["count"], found["totalSize"])

    def test_what_is_like_a_paragraph_stands_in_other_plans(self):
        seen = 0
        for paragraph in self.server.export()[::40]:
            for hit in self.server.json("similar", paragraph["name"]).get("hits", []):
                seen += 1
                self.assertNotEqual(paragraph["plan"], hit["paragraph"]["plan"])
                self.assertTrue(hit.get("highlights"), hit)
                self.assertLessEqual(hit["score"], 1)
        self.assertGreater(seen, 10)

    def test_the_shares_of_every_hit_add_up_to_its_score(self):
        for query in ("hemlöshet", "bostad först", "skyddat boende", "barn* nämnd:nordost", "hur ser hemlösheten ut",
                      "vad gör nämnden mot hemlöshet"):
            for hit in self.server.json("search", query)["hits"]:
                why = self.server.json("explain", query, "--hit", hit["paragraph"]["name"])
                self.assertTrue(why["matches"])
                self.assertAlmostEqual(hit["score"], why["score"], places=9)
                self.assertAlmostEqual(hit["score"], sum(term["weight"] for term in why["terms"]), places=9)

    def test_exit_codes(self):
        name = self.server.export("typ:uppdrag")[0]["name"]
        for code, arguments in ((0, ("suggest", "hem")), (1, ("suggest", "qqqq")), (2, ("suggest",)),
                                (2, ("suggest", "hem", "--limit", "51")), (2, ("similar",)), (2, ("similar", "x")),
                                (1, ("similar", "plans/x/paragraphs/0123456789ab")), (0, ("explain", "hemlöshet")),
                                (1, ("explain", "qqqq")), (2, ("explain",)), (2, ("explain", "hem", "--hit", "x")),
                                (1, ("explain", "qqqq", "--hit", name))):
            done = self.server.client(*arguments)
            self.assertEqual(code, done.returncode, (arguments, done.stderr))
            self.assertNotEqual(done.stdout == "", done.stderr == "", arguments)


if __name__ == "__main__":
    plansok.main()
