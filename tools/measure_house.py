"""How big and how complex the package is: lines of logic, long and complex functions.

    python tools/measure_house.py [--rooms] [--show N] [--all]

A line of logic is a line of code that is not blank, a comment, a docstring or part of a table: an assignment at module
level whose value calls only makers of containers and readers of word lists. Complexity is McCabe's, counted by ruff.
The folders
corpus, history and lsp are left out unless --all is given. --rooms prints the lines of each folder, --show the N
longest and most complex functions.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "newsdiff"
NEW = ("corpus", "history", "lsp")
MAKERS = frozenset(
    "frozenset set tuple dict list split items strip Kind join MappingProxyType read_list words lines entries numbers"
    " classes phrases pairs ratios phrase_table".split()
)
LAYOUT = frozenset(getattr(tokenize, name) for name in "COMMENT NL NEWLINE INDENT DEDENT ENCODING ENDMARKER".split())


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--all", action="store_true")
    args = parser.parse_args()
    paths = [p for p in sorted(PACKAGE.rglob("*.py")) if args.all or p.relative_to(PACKAGE).parts[0] not in NEW]
    rooms: Counter[str] = Counter()
    lengths: list[tuple[int, str]] = []
    for path in paths:
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        rooms[str(path.parent.relative_to(PACKAGE))] += len(logic_lines(source, tree))
        lengths += [(n, f"{path.relative_to(PACKAGE)}:{at} {name}") for n, at, name in functions(source, tree)]
    knots = complexities(paths)
    whole = len(lengths)
    print(f"lines of logic          {rooms.total():6}")
    print(f"functions               {whole:6}")
    for most in (15, 12):
        n = sum(k > most for k, _ in knots)
        print(f"complexity above {most}     {n:6}  {n / whole:.1%}")
    n = sum(k > 40 for k, _ in lengths)
    print(f"longer than 40 lines    {n:6}  {n / whole:.1%}")
    if args.rooms:
        print(*(f"{n:6} {room}" for room, n in rooms.most_common()), sep="\n")
    for title, rows in (("lines", lengths), ("complexity", knots)):
        if args.show:
            print(title, *(f"{n:6} {name}" for n, name in sorted(rows, reverse=True)[: args.show]), sep="\n")


def logic_lines(source: str, tree: ast.Module) -> set[int]:
    """The numbers of the lines that hold code of no docstring or table."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in LAYOUT:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            lines -= _lines_of(node.body[0])
    for statement in tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value and _is_table(statement.value):
            lines -= _lines_of(statement)
    return lines


def functions(source: str, tree: ast.Module) -> Iterator[tuple[int, int, str]]:
    """Of each function its lines, without its docstring, where it begins, and its name."""
    texts = source.splitlines()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = {n for n in _lines_of(node) if texts[n - 1].strip()}
            if ast.get_docstring(node) is not None:
                lines -= _lines_of(node.body[0])
            yield len(lines), node.lineno, node.name


def complexities(paths: list[Path]) -> list[tuple[int, str]]:
    """The complexity of every function above 10, as ruff counts it."""
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "C901", "--output-format", "json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    found = []
    for row in json.loads(done.stdout):
        name, value = re.findall(r"`(\w+)` is too complex \((\d+)", row["message"])[0]
        at = row["location"]["row"]
        found.append((int(value), f"{Path(row['filename']).relative_to(PACKAGE)}:{at} {name}"))
    return found


def _is_table(value: ast.expr) -> bool:
    calls = [node.func for node in ast.walk(value) if isinstance(node, ast.Call)]
    names = {
        f.attr if isinstance(f, ast.Attribute) else f.id for f in calls if isinstance(f, (ast.Attribute, ast.Name))
    }
    return names <= MAKERS and not any(isinstance(node, (ast.Lambda, ast.IfExp)) for node in ast.walk(value))


def _lines_of(node: ast.stmt) -> set[int]:
    return set(range(node.lineno, (node.end_lineno or node.lineno) + 1))


if __name__ == "__main__":
    main()
