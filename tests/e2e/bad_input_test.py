"""Bad input: one clear line each, the right exit code, and nothing lost."""
import pathlib
import socket
import unittest

import plansok


class BadInput(plansok.Case):
    def built(self):
        """An index of two plans, so that there is something to lose."""
        return self.copy_built("genomforandeplan-2025-*.txt")

    def assert_still_serves(self, index):
        server = self.serve(index)
        self.assertEqual(2, server.json("status")["planCount"])
        self.assertEqual(0, server.stop())

    def test_a_missing_corpus_folder(self):
        _, index = self.built()
        missing = self.folder / "missing"
        done = plansok.build_index(missing, index)
        self.assertIn(done.returncode, (2, 3))
        self.assert_one_line(done.stderr, missing)
        self.assert_still_serves(index)

    def test_an_empty_corpus_folder_does_not_empty_the_index(self):
        _, index = self.built()
        empty = self.folder / "empty"
        empty.mkdir()
        done = plansok.build_index(empty, index)
        self.assertIn(done.returncode, (2, 3))
        self.assert_one_line(done.stderr, empty)
        self.assert_still_serves(index)

    def test_a_binary_file_is_left_out_and_the_others_are_indexed(self):
        corpus, index = self.built()
        (corpus / "bild.txt").write_bytes(bytes(range(256)) * 64)
        done = plansok.build_index(corpus, index)
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertIn("bild.txt", done.stderr + done.stdout)
        self.assert_still_serves(index)

    def test_a_file_in_latin_1_is_found_by_its_letters(self):
        corpus, index = self.built()
        text = "Plan för Ängsnämnden 2024\n\nNämnden ska värna smörblommor på ängarna året om.\n"
        (corpus / "angsplan.txt").write_bytes(text.encode("latin-1"))
        done = plansok.build_index(corpus, index)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("angsplan.txt", done.stderr + done.stdout)
        hits = self.serve(index).json("search", "smörblommor")["hits"]
        self.assertEqual(["Nämnden ska värna smörblommor på ängarna året om."],
                         [hit["paragraph"]["text"] for hit in hits])

    def test_no_index(self):
        index = self.folder / "none"
        done = plansok.run(plansok.Programs.searchd, "--index", index, "--listen", "127.0.0.1:0")
        self.assertEqual(3, done.returncode)
        self.assert_one_line(done.stderr, index)

    def test_an_index_of_another_schema_version(self):
        _, index = self.built()
        self.make_schema_version_9(index)
        done = plansok.run(plansok.Programs.searchd, "--index", index, "--listen", "127.0.0.1:0")
        self.assertEqual(3, done.returncode)
        self.assert_one_line(done.stderr, "schema version 9", "plansok-indexer build")

    def make_schema_version_9(self, index):
        """Changes the stored version in place: the digit after its key in the database's metadata."""
        table = next(pathlib.Path(index, "current").resolve().glob("db/postlist.glass"))
        content = bytearray(table.read_bytes())
        at = 0
        while (at := content.find(b"schema_version", at)) >= 0:
            at += len(b"schema_version")
            digit = next(i for i in range(at, at + 8) if chr(content[i]).isdigit())
            content[digit] = ord("9")
        table.write_bytes(content)

    def test_a_port_in_use(self):
        _, index = self.built()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            done = plansok.run(plansok.Programs.searchd, "--index", index, "--listen", address)
        self.assertEqual(3, done.returncode)
        self.assert_one_line(done.stderr, address, "in use")

    def test_two_servers_do_not_share_a_port(self):
        _, index = self.built()
        first = self.serve(index)
        done = plansok.run(plansok.Programs.searchd, "--index", index, "--listen", first.address)
        self.assertEqual(3, done.returncode)
        self.assert_one_line(done.stderr, first.address)

    def test_an_address_that_others_reach_is_refused(self):
        done = plansok.run(plansok.Programs.searchd, "--index", self.folder, "--listen", "0.0.0.0:0")
        self.assertEqual(2, done.returncode)
        self.assert_one_line(done.stderr, "0.0.0.0:0")

    def test_no_server(self):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            address = "127.0.0.1:%d" % unused.getsockname()[1]
        done = plansok.run(plansok.Programs.client, "--server", address, "search", "bostad")
        self.assertEqual(3, done.returncode)
        self.assert_one_line(done.stderr, address)

    def test_an_unknown_facet(self):
        _, index = self.built()
        done = self.serve(index).client("search", "bostad", "--facet", "färg")
        self.assertEqual(2, done.returncode)
        self.assert_one_line(done.stderr, "färg", "committee")

    def test_an_unknown_filter_value(self):
        _, index = self.built()
        server = self.serve(index)
        [committee, *_] = server.json("search", "--facet", "committee", "--limit", "0")["facets"][0]["values"]
        for typed, meant in (("no-such-committee", "no-such-committee"), (committee["value"][:-1], committee["value"])):
            done = server.client("search", "bostad", "--committee", committee["value"], "--committee", typed)
            self.assertEqual(2, done.returncode)
            self.assert_one_line(done.stderr, "--committee: ", meant)
        for name in (committee["label"], committee["label"].upper(), committee["label"].split()[-1]):
            counted = server.json("search", "--committee", name, "--limit", "0")
            self.assertEqual(committee["count"], counted["totalSize"])


if __name__ == "__main__":
    plansok.main()
