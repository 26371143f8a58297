"""Holds that the manual page and the shell completions know every command and flag, and no other.

usage: manual_test.py PLANSOK SOURCE_DIR
"""
import pathlib
import re
import subprocess
import sys
import unittest

PLANSOK, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
COMPLETIONS = SOURCE / "packaging/completions"


def help_of(*command):
    return subprocess.run([PLANSOK, *command, "--help"], check=True, capture_output=True, text=True).stdout


def commands():
    listed = help_of().split("Subcommands:\n")[1].split("\n\n")[0]
    return set(re.findall(r"^  (\w+)", listed, re.MULTILINE))


def flags():
    """Of the program and of every command."""
    helps = [help_of()] + [help_of(command) for command in commands()]
    options = [text.split("Options:\n")[1].split("\n\n")[0] for text in helps]
    return {flag for text in options for flag in re.findall(r"^  (?:-h,)?--([a-z-]+)", text, re.MULTILINE)}


class Manual(unittest.TestCase):
    def check(self, path, flag_pattern, command_pattern):
        text = (SOURCE / path).read_text(encoding="utf-8")
        self.assertEqual(set(re.findall(flag_pattern, text)), flags(), path)
        for command in commands():
            self.assertRegex(text, command_pattern % command, path)

    def test_there_is_something_to_hold(self):
        self.assertIn("search", commands())
        self.assertIn("limit", flags())

    def test_manual_page(self):
        text = (SOURCE / "packaging/man/plansok.1").read_text(encoding="utf-8")
        documented = re.findall(r'^\.BI? \\-\\-([a-z-]+)(?: "|$)', text, re.MULTILINE)
        self.assertEqual(set(documented), flags())
        for command in commands():
            self.assertRegex(text, r"(?m)^\.TP\n\.B %s$" % command)

    def test_bash(self):
        self.check("packaging/completions/plansok.bash", r"--([a-z][a-z-]+)", r"\b%s\b")

    def test_zsh(self):
        self.check("packaging/completions/_plansok", r"--([a-z][a-z-]+)\[", r"'%s:")

    def test_fish(self):
        self.check("packaging/completions/plansok.fish", r"complete -c .* -l ([a-z-]+)", r"-a %s\b")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
