"""Holds that the manual pages of indexer and server know every command and flag, and no other, and that the examples of
the client's help and manual work on the shipped corpus."""
import re
import shlex
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


class Examples(plansok.Served):
    @staticmethod
    def of_help():
        listed = help_of(plansok.Programs.client).split("Commands:\n")[1].split("\n\n")[0]
        for command in re.findall(r"^  (\w+)", listed, re.MULTILINE):
            yield from help_of(plansok.Programs.client, command).split("Examples:\n")[1].splitlines()

    @staticmethod
    def of_manual():
        text = (plansok.Programs.source / "packaging/man/plansok.1").read_text(encoding="utf-8")
        return text.split(".SH EXAMPLES\n.nf\n")[1].replace("\\-", "-").splitlines()

    def test_they_find_something(self):
        lines = [line.strip() for line in (*self.of_help(), *self.of_manual())]
        # Of other corpora and servers only the form can be shown.
        other = re.compile(r"\(where |--server|COMMAND")
        lines = [line for line in lines if line.startswith("plansok ") and not other.search(line)]
        self.assertGreater(len(lines), 20)
        for line in lines:
            arguments = shlex.split(line.split(" > ")[0])[1:]
            done = plansok.run(plansok.Programs.client, "--server", self.server.address, *arguments, cwd=self.folder)
            self.assertEqual(0, done.returncode, (line, done.stderr))


if __name__ == "__main__":
    plansok.main()
