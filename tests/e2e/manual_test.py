"""Holds that the manual pages of indexer and server know every command and flag, and no other."""
import re
import unittest

import plansok

FLAG = re.compile(r"^ +(?:-h,)?--([a-z-]+)", re.MULTILINE)


def help_of(program, *command):
    return plansok.run(program, *command, "--help").stdout


def documented(page):
    text = (plansok.Programs.source / "packaging/man" / page).read_text(encoding="utf-8")
    return text, set(re.findall(r'^\.BI? (\\-\\-[a-z\\-]+)(?: "|$)', text.split(".SH FLAGS")[1].split(".SH")[0], re.MULTILINE))


def plain(flags):
    return {flag.replace("\\", "").removeprefix("--") for flag in flags}


class Manual(unittest.TestCase):
    def test_indexer(self):
        text, flags = documented("plansok-indexer.1")
        overview = help_of(plansok.Programs.indexer)
        commands = re.findall(r"^  (\w+) ", overview.split("Subcommands:")[1].split("\n\n")[0], re.MULTILINE)
        self.assertIn("build", commands)
        helps = [overview] + [help_of(plansok.Programs.indexer, command) for command in commands]
        self.assertEqual({flag for each in helps for flag in FLAG.findall(each)}, plain(flags))
        for command in commands:
            self.assertRegex(text, r"(?m)^\.TP\n\.B %s$" % command)

    def test_server(self):
        _, flags = documented("plansok-searchd.8")
        self.assertEqual(set(FLAG.findall(help_of(plansok.Programs.searchd).split("Examples")[0])), plain(flags))


if __name__ == "__main__":
    plansok.main()
