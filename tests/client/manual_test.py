"""Holds that the manual page knows every command and flag, and no other.

usage: manual_test.py PLANSOK SOURCE_DIR
"""
import pathlib
import re
import subprocess
import sys
import unittest

PLANSOK, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


def help_of(*command):
    return subprocess.run([PLANSOK, *command, "--help"], check=True, capture_output=True, text=True).stdout


def commands():
    listed = help_of().split("Commands:\n")[1].split("\n\n")[0]
    return set(re.findall(r"^  (\w+)", listed, re.MULTILINE))


def flags():
    """Of the program and of every command."""
    helps = [help_of()] + [help_of(command) for command in commands()]
    return {flag for text in helps for flag in re.findall(r"^  (?:-h,)?--([a-z-]+)", text, re.MULTILINE)}


class Manual(unittest.TestCase):
    def test_there_is_something_to_hold(self):
        self.assertIn("search", commands())
        self.assertIn("limit", flags())

    def test_manual_page(self):
        text = (SOURCE / "packaging/man/plansok.1").read_text(encoding="utf-8")
        documented = re.findall(r'^\.BI? \\-\\-([a-z-]+)(?: "|$)', text, re.MULTILINE)
        self.assertEqual(set(documented), flags())
        for command in commands():
            self.assertRegex(text, r"(?m)^\.TP\n\.B %s$" % command)

    def test_manual_page_lists_the_fields_and_kinds_that_help_does(self):
        text = (SOURCE / "packaging/man/plansok.1").read_text(encoding="utf-8")
        spoken = " ".join(help_of("search").split())
        for flag in ("--facet FIELD Count by ", "--kind KIND Only "):
            listed = spoken.split(flag)[1].split(";")[0].split(" --")[0]
            self.assertIn(listed, text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
