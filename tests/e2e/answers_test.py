"""What people and programs get for an answer, over the five plans."""
import collections
import unittest

import plansok

FIELDS = ("committee", "goal", "goal_family", "area", "year", "kind", "origin", "body", "plan")


def values_of(paragraph, field):
    """The values of a facet that a paragraph counts under, from its JSON."""
    goal = paragraph.get("goal", {})
    return set({
        "committee": [entity["id"] for entity in paragraph.get("committees", [])],
        "goal": [goal["id"]] if goal.get("id") else [],
        "goal_family": [goal["family"]] if goal.get("family") else [],
        "area": [paragraph["area"]["id"]] if "area" in paragraph else [],
        "year": [str(year) for year in paragraph.get("years", [])],
        "kind": [paragraph["kind"]] if "kind" in paragraph else [],
        "origin": [paragraph["origin"]] if "origin" in paragraph else [],
        "body": [body["id"] for body in paragraph.get("bodies", [])],
        "plan": [paragraph["plan"].removeprefix("plans/")],
    }[field])


def brute_force(paragraphs, field):
    return collections.Counter(value for paragraph in paragraphs for value in values_of(paragraph, field))


def counted(response, field):
    facet = next(facet for facet in response["facets"] if facet["field"] == field)
    return {value["value"]: value["count"] for value in facet.get("values", []) if value.get("count", 0) > 0}


class Answers(plansok.Served):
    def facet_flags(self):
        return [flag for field in FIELDS for flag in ("--facet", field)]

    def test_bostad_forst_reaches_every_place_as_printed(self):
        hits = self.server.json("search", "Bostad först", "--limit", "50")["hits"]
        nordost, sydvast = ([hit["paragraph"] for hit in hits if plan in hit["paragraph"]["plan"]]
                            for plan in ("nordost", "sydvast"))
        # The scanned plan is found through its damage and shown as it was printed.
        for printed in ("Bostad Forst ska utdkas", "anvidndningen av Bostad forst"):
            self.assertTrue(any(printed in paragraph["text"] for paragraph in nordost), printed)
        for printed in ("Bostad först bör införas nationellt", "Utveckla arbetet med Bostad först",
                        "Antal Bostad först", "utvärdera modellen Bostad först"):
            self.assertTrue(any(printed in paragraph["text"] or printed in " ".join(paragraph.get("sectionPath", []))
                                for paragraph in sydvast), printed)

    def test_highlights_mark_the_words_as_printed(self):
        for hit in self.server.json("search", '"Bostad först"', "--limit", "50")["hits"]:
            marked = " ".join(hit["snippet"][mark.get("start", 0):mark["end"]] for mark in hit.get("highlights", []))
            self.assertRegex(marked.lower(), "bostad f[oö]rst", hit["snippet"])

    def test_facets_equal_a_count_over_the_export(self):
        for query in ("hemlöshet", "bostad", '"Bostad först"', "barn -skola", "typ:uppdrag", "år:2000..2099"):
            with self.subTest(query=query):
                response = self.server.json("search", query, "--limit", "0", *self.facet_flags())
                paragraphs = self.server.export(query)
                self.assertEqual(len(paragraphs), response.get("totalSize", 0))
                for field in FIELDS:
                    self.assertEqual(dict(brute_force(paragraphs, field)), counted(response, field), field)

    def test_a_facet_ignores_its_own_filter_and_heeds_the_others(self):
        chosen = ["--committee", "socialnamnden-centrum"]
        response = self.server.json("search", "uppdrag", "--limit", "0", "--kind", "uppdrag", *chosen,
                                    *self.facet_flags())
        heeding = {field: [] for field in FIELDS}
        heeding["committee"] = self.server.export("uppdrag", "--kind", "uppdrag")
        heeding["kind"] = self.server.export("uppdrag", *chosen)
        both = self.server.export("uppdrag", "--kind", "uppdrag", *chosen)
        self.assertEqual(len(both), response.get("totalSize", 0))
        for field in FIELDS:
            self.assertEqual(dict(brute_force(heeding[field] or both, field)), counted(response, field), field)

    def test_every_paragraph_can_be_shown_by_its_name(self):
        paragraphs = self.server.export("avhysning")
        self.assertTrue(paragraphs)
        for paragraph in paragraphs[:5]:
            shown = self.server.json("show", paragraph["name"], "--context", "1")
            self.assertEqual(paragraph, shown["paragraph"])

    def test_plans_and_status_agree_with_the_export(self):
        everything = self.server.export()
        status = self.server.json("status")
        self.assertEqual(len(everything), status["paragraphCount"])
        self.assertEqual(5, status["planCount"])
        plans = self.server.client("plans")
        self.assertEqual(0, plans.returncode)
        self.assertEqual(5, len({paragraph["plan"] for paragraph in everything}))

    def test_exit_codes(self):
        self.assertEqual(0, self.server.client("search", "bostad").returncode)
        self.assertEqual(1, self.server.client("search", "qwertyxyzzy").returncode)
        self.assertEqual(2, self.server.client("search", "bostad", "--no-such-flag").returncode)

    def test_what_people_search_for_is_not_logged(self):
        self.assertEqual(0, self.server.client("search", "avhysningsförebyggande", "OR", "bostad").returncode)
        log = self.server.log_text()
        self.assertIn("method=Search code=OK", log)
        self.assertNotIn("avhysningsförebyggande", log)


if __name__ == "__main__":
    plansok.main()
