"""Holds that bash, zsh and fish, where they are installed, offer what plansok says may come next.

usage: completion_scripts_test.py PLANSOK SOURCE_DIR
"""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

PLANSOK, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SCRIPTS = SOURCE / "packaging/completions"


def run(*command):
    environment = {**os.environ, "PATH": f"{PLANSOK.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                   "PLANSOK_SERVER": "127.0.0.1:1", "XDG_CONFIG_HOME": "/nonexistent"}
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=environment).stdout.splitlines()


class Scripts:
    """What every shell must offer; complete() gives the words."""

    def test_commands(self):
        self.assertEqual(["search"], self.complete("sea"))

    def test_flags(self):
        self.assertEqual(["--facet"], self.complete("search", "--fac"))

    def test_values(self):
        self.assertEqual(["uppdrag"], self.complete("search", "skola", "--kind", "upp"))
        self.assertEqual(["goal", "goal_family"], self.complete("table", "goal"))

    def test_a_server_with_a_port_hides_no_command(self):
        self.assertEqual(["export"], self.complete("--server", "localhost:1", "expo"))

    def test_nothing_without_a_server(self):
        self.assertEqual([], self.complete("search", "--committee", "soc"))


class Bash(Scripts, unittest.TestCase):
    @staticmethod
    def complete(*words):
        # As bash parts them: colons are words.
        parted = " ".join(("plansok", *words)).replace(":", " : ").split()
        script = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _plansok; printf "%s\\n" "${COMPREPLY[@]}"'
        return [word for word in run("bash", "-c", script, str(SCRIPTS / "plansok.bash"), *parted) if word]

    def test_a_value_after_an_equals_sign_is_completed_alone(self):
        self.assertEqual(["uppdrag"], self.complete("search", "--kind", "=", "upp"))


@unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
class Zsh(Scripts, unittest.TestCase):
    @staticmethod
    def complete(*words):
        # In the place of zsh's own menu, which wants a terminal.
        script = '_describe() { print -rl -- "${candidates[@]%%:*}" }; words=("$@"); CURRENT=$#; source "$0"'
        lines = run("zsh", "-fc", script, str(SCRIPTS / "_plansok"), "plansok", *words)
        return [line for line in lines if line]


@unittest.skipUnless(shutil.which("fish"), "fish is not installed")
class Fish(Scripts, unittest.TestCase):
    @staticmethod
    def complete(*words):
        script = f"source {SCRIPTS / 'plansok.fish'}; complete -C '{' '.join(('plansok', *words))}'"
        return sorted(line.split("\t")[0] for line in run("fish", "--no-config", "-c", script))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
