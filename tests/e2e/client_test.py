"""The command-line client as people meet it: tables, pages, terminals, settings."""
import csv
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata
import unittest

import plansok


def columns_of(line):
    """How many columns of a terminal it takes: marks above letters take none, wide letters two."""
    return sum(0 if unicodedata.category(each) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(each) in "WF" else 1
               for each in line)


class Client(plansok.Served):
    def on_terminal(self, *arguments, **variables):
        """What the client writes on a terminal of its own."""
        primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        environment = {**inherited, "LC_ALL": "C.UTF-8", "TERM": "xterm", "PAGER": "", **variables}
        process = subprocess.Popen(
            [str(plansok.Programs.client), "--server", self.server.address, *arguments],
            stdin=secondary, stdout=secondary, stderr=subprocess.PIPE, env=environment)
        os.close(secondary)
        text = b""
        while True:
            try:
                part = os.read(primary, 65536)
            except OSError:  # the end of a terminal
                break
            if not part:
                break
            text += part
        os.close(primary)
        with process.stderr as stderr:
            self.remarks = stderr.read().decode("utf-8")
        self.assertEqual(0, process.wait(plansok.PATIENCE))
        return text.decode("utf-8")

    def test_a_table_counts_what_export_has(self):
        table = self.server.json("table", "committee", "kind", "--year", "2023..2025")
        columns = [column["value"] for column in table["columns"]]
        paragraphs = self.server.export("--year", "2023..2025")
        self.assertEqual(len(paragraphs), table["totalSize"])
        for number, row in enumerate(table["rows"]):
            own = [each for each in paragraphs
                   if row["value"] in [committee["id"] for committee in each["committees"]]]
            cells = table["cells"][number * len(columns):(number + 1) * len(columns)]
            self.assertEqual([sum(each["kind"] == kind for each in own) for kind in columns], cells, row)
            self.assertEqual(len(own), row["count"])

    def test_csv_holds_the_same_as_json(self):
        table = self.server.json("table", "committee", "year")
        file = self.folder / "tabell.csv"
        with file.open("wb") as out:
            subprocess.run([str(plansok.Programs.client), "--server", self.server.address, "table", "committee", "year",
                            "--csv"], stdout=out, check=True)
        self.assertTrue(file.read_bytes().startswith(b"\xef\xbb\xbf"))
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines, delimiter=";"))
        self.assertEqual(["Nämnd", *(column["label"] for column in table["columns"]), "Alla"], rows[0])
        self.assertEqual(str(table["totalSize"]), rows[-1][-1])
        self.assertEqual([row["label"] for row in table["rows"]], [row[0] for row in rows[1:-1]])
        self.assertFalse(self.server.client("plans", "--csv").stdout.startswith("\ufeff"))

    def test_kinds_and_givers_are_called_the_same_everywhere(self):
        rows = list(csv.DictReader(self.server.client("export", "--csv").stdout.splitlines(True), delimiter=";"))
        for field, column in (("kind", "Typ"), ("origin", "Uppdragsgivare")):
            [facet] = self.server.json("search", "--facet", field, "--limit", "0")["facets"]
            self.assertEqual({value["label"] for value in facet["values"]}, {row[column] for row in rows} - {""})

    def test_no_line_of_a_table_is_wider_than_the_terminal(self):
        for width in (40, 60, 80, 120):
            environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": str(width)}
            done = subprocess.run([str(plansok.Programs.client), "--server", self.server.address, "table", "goal", "kind"],
                                  capture_output=True, encoding="utf-8", env=environment, check=True)
            self.assertLessEqual(max(map(columns_of, done.stdout.splitlines())), width)

    def test_pages_follow_on_each_other(self):
        first, second, both = (
            [hit["paragraph"]["name"] for hit in self.server.json("search", "barn", *flags)["hits"]]
            for flags in (("--limit", "7"), ("--limit", "7", "--page", "2"), ("--limit", "14")))
        self.assertEqual(both, first + second)
        self.assertIn("Fler: --page 2", self.server.client("search", "barn", "--limit", "7").stdout)

    def test_colours_are_for_terminals(self):
        self.assertIn("\x1b[", self.on_terminal("search", "barn"))
        self.assertNotIn("\x1b[", self.on_terminal("search", "barn", NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.on_terminal("search", "barn", "--color", "never"))
        self.assertNotIn("\x1b[", self.server.client("search", "barn").stdout)
        self.assertIn("\x1b[", self.server.client("search", "barn", "--color", "always").stdout)

    def test_long_answers_on_a_terminal_go_through_the_pager(self):
        shout = "tr a-z A-Z"
        self.assertIn("STYCKEN", self.on_terminal("search", "barn", "--limit", "50", PAGER=shout))
        self.assertIn("stycken", self.on_terminal("search", "barn", "--limit", "50", "--no-pager", PAGER=shout))

    def test_an_answer_is_not_lost_for_want_of_a_pager(self):
        for pager in ("no-such-pager -R", "sh -c 'exit 3'", "sh -c no-such-pager"):
            shown = self.on_terminal("search", "barn", "--limit", "50", PAGER=pager)
            self.assertIn("stycken", shown)
            self.assertIn("see PAGER, --no-pager", self.remarks)

    def test_a_facets_further_values_can_be_seen(self):
        self.assertIn("till: --values 0 visar alla", self.server.client("search", "--facet", "body").stdout)
        all_of_them = self.server.client("search", "--facet", "body", "--values", "0", "--limit", "0").stdout
        bodies = self.server.json("search", "--facet", "body", "--limit", "0")["facets"][0]["values"]
        shown = all_of_them.split("Organ\n")[1]
        self.assertEqual(len(bodies), len(re.findall(r"\d$", shown, re.MULTILINE)))
        for body in bodies:
            self.assertIn(body["value"], shown)

    def test_flag_environment_file_default(self):
        settings = self.folder / "plansok"
        settings.mkdir()
        (settings / "config.toml").write_text(f'server = "{self.server.address}"\nlimit = 3\n', encoding="utf-8")

        def run(*arguments, **variables):
            environment = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(self.folder), **variables}
            return subprocess.run([str(plansok.Programs.client), *arguments], capture_output=True, encoding="utf-8",
                                  env=environment, check=False)

        self.assertIn("de första 3", run("search", "barn").stdout)
        self.assertIn("de första 4", run("search", "barn", "--limit", "4").stdout)
        self.assertIn("counts only [3]", run("search", "--help").stdout)
        self.assertIn(f"[{self.server.address}]", run("--help").stdout)
        self.assert_one_line(run("search", "barn", PLANSOK_SERVER="127.0.0.1:1").stderr, "127.0.0.1:1")
        self.assertEqual(0, run("--server", self.server.address, "plans", PLANSOK_SERVER="127.0.0.1:1").returncode)
        (settings / "config.toml").write_text("limit = 3\nsevrer = 1\n", encoding="utf-8")
        done = run("plans")
        self.assertEqual(2, done.returncode)
        self.assert_one_line(done.stderr, f"{settings / 'config.toml'}:2", "menade du 'server'?")
        self.assertEqual(0, run("search", "--help").returncode, "help needs no settings")


if __name__ == "__main__":
    plansok.main()
