#!/usr/bin/env python3
"""Make ocr/frequency.tsv.zst: how often Swedish words, and pairs of words, are written.

usage: make_frequency_table.py STATUTES.jsonl[.xz] | zstd -19 > ocr/frequency.tsv.zst

STATUTES holds a paragraph a line as JSON with "text" and "years": the Swedish Code of Statutes, which is outside
copyright (9 § upphovsrättslagen). One line per word comes out:

    WORD <tab> COUNT <tab> NEXT COUNT NEXT COUNT …

<s> stands for the bound of a sentence and <num> for any number, as in lib/text/ocr_scan.h, which must cut alike.
"""
import argparse
import collections
import json
import lzma
import re
import sys
import unicodedata

# Older statutes spell otherwise: hafva, der, äro.
FIRST_YEAR = 1970
# Rarer pairs are mostly chance, and three quarters of the file.
MIN_PAIR_COUNT = 3
# Letters are those of Latin-1, as in lib/text/ocr_trie.h; anything else ends a word.
UNIT = re.compile(r"(?P<number>\d+)|(?P<word>[a-zß-öø-ÿ]+)|(?P<bound>[.!?:](?=\s|$))")


def units(text):
    yield "<s>"
    for match in UNIT.finditer(unicodedata.normalize("NFC", text).lower()):
        yield {"number": "<num>", "bound": "<s>"}.get(match.lastgroup, match.group())
    yield "<s>"


def count(path):
    words, pairs = collections.Counter(), collections.defaultdict(collections.Counter)
    with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraph = json.loads(line)
            if min(paragraph["years"]) < FIRST_YEAR:
                continue
            previous = None
            for unit in units(paragraph["text"]):
                if unit == previous == "<s>":
                    continue
                words[unit] += 1
                if previous is not None:
                    pairs[previous][unit] += 1
                previous = unit
    return words, pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statutes")
    words, pairs = count(parser.parse_args().statutes)
    for word in sorted(words):
        nexts = sorted((w, n) for w, n in pairs[word].items() if n >= MIN_PAIR_COUNT)
        print(word, words[word], " ".join("%s %d" % pair for pair in nexts), sep="\t", file=sys.stdout)


if __name__ == "__main__":
    main()
