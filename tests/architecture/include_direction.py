"""Holds the direction of dependency: reads every #include and every link of the rooms.

    text <- {plan, query} <- index <- {indexer, searchd};  plan <- compare <- searchd;  proto <- {searchd, client}

usage: include_direction.py SOURCE_DIR
"""
import pathlib
import re
import sys
import unittest

# Room -> the rooms whose headers it may include, besides its own.
MAY_USE = {
    "lib/text": set(),
    "lib/plan": {"lib/text"},
    "lib/compare": {"lib/text", "lib/plan"},
    "lib/query": {"lib/text"},
    "lib/index": {"lib/text", "lib/plan", "lib/query"},
    "indexer": {"lib/text", "lib/plan", "lib/query", "lib/index"},
    "searchd": {"lib/text", "lib/plan", "lib/compare", "lib/query", "lib/index", "proto"},
    "client": {"proto"},
}
# Libraries that only some rooms may know.
ONLY_IN = {
    re.compile(r"xapian(\.h|/)"): {"lib/index"},
    re.compile(r"(grpcpp|grpc)/"): {"searchd", "client"},
    re.compile(r"hunspell/|libstemmer"): {"lib/text"},
}
ROOM_OF_INCLUDE = {"text/": "lib/text", "plan/": "lib/plan", "compare/": "lib/compare", "query/": "lib/query",
                   "index/": "lib/index", "indexer/": "indexer", "searchd/": "searchd", "client/": "client", "plansok/v1/": "proto"}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)


def room_of(include):
    return next((room for start, room in ROOM_OF_INCLUDE.items() if include.startswith(start)), None)


def violations(room, file_name, source, public_header):
    found = []
    for include in INCLUDE.findall(source):
        target = room_of(include)
        if target and target != room and target not in MAY_USE[room]:
            found.append(f"{file_name}: {room} may not include {include}")
        for library, rooms in ONLY_IN.items():
            if library.match(include) and room not in rooms:
                found.append(f"{file_name}: only {', '.join(sorted(rooms))} may include {include}")
        if public_header and include.startswith("xapian"):
            found.append(f"{file_name}: a public header may not include {include}")
    return found


def public_headers_of_index(root):
    """The headers of lib/index that other rooms include."""
    users = [p for room in ("indexer", "searchd") for p in (root / room).rglob("*.[ch]*")]
    return {inc for p in users if p.suffix in (".h", ".cc")
            for inc in INCLUDE.findall(p.read_text(encoding="utf-8")) if inc.startswith("index/")}


class Direction(unittest.TestCase):
    root = pathlib.Path(".")

    def test_every_include_runs_the_right_way(self):
        public = public_headers_of_index(self.root)
        found, seen = [], 0
        for room in MAY_USE:
            for path in sorted((self.root / room).rglob("*")):
                if path.suffix not in (".h", ".cc"):
                    continue
                seen += 1
                name = str(path.relative_to(self.root))
                found += violations(room, name, path.read_text(encoding="utf-8"), name.removeprefix("lib/") in public)
        self.assertGreater(seen, 30, "no sources found: is SOURCE_DIR right?")
        self.assertEqual([], found)

    def test_no_room_lacks_a_rule(self):
        rooms = {f"lib/{p.name}" for p in (self.root / "lib").iterdir() if p.is_dir()}
        self.assertEqual(rooms, {r for r in MAY_USE if r.startswith("lib/")})

    def test_a_wrong_include_is_seen(self):
        for room, source in (("lib/text", '#include "plan/plan.h"'), ("client", '#include "index/reader.h"'),
                             ("searchd", "#include <xapian.h>"), ("lib/plan", '# include "query/query.h"')):
            self.assertTrue(violations(room, "x.cc", source, False), f"{room}: {source}")
        self.assertTrue(violations("lib/index", "x.h", "#include <xapian.h>", True))
        self.assertFalse(violations("lib/index", "x.cc", "#include <xapian.h>\n#include <vector>", False))


if __name__ == "__main__":
    Direction.root = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
