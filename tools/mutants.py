"""How well the tests guard the judgement: mutates the core, one place at a time, and sees whether a fast test notices.

    python tools/mutants.py [--sample 40] [--seed 1] [--only edits/] [--list]

A mutant changes one constant, comparison, operator, `not`, slice, jump or return value of align, pairing, facts, edits,
figures or text, or leaves a statement out; learned weights are data and left alone. It is killed where a test fails,
crashes or runs into the time limit. Each is tried in a copy of the clone by a forked child, which has everything but
newsdiff imported already: first against what finds most of them, then against the rest; tests that start processes are
left out. The sample is fixed by the seed: so many of all mutants, each as likely as any other.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import contextlib
import os
import py_compile
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CORE = ("align", "pairing", "facts", "edits", "figures", "text")
# Where most of them fall: what is recorded of their folder (tests/test_judgement.py), the cheapest first.
FIRST = {
    "align": "steps chances links long", "facts": "facts news cuts distances case_facts figures",
    "edits": "news relations cuts distances garbled exchanged abroad edits edit_digests links long",
    "figures": "figures relations digests facts case_facts cuts",
    "pairing": "words tokens cuts garbled exchanged links long",
    "text": "tokens sentences digests words facts chances case_facts",
}  # fmt: skip
# Processes, drawings and costs: slow, and no judgement.
WITHOUT = "not proportion and not linear and not in_time and not every_process"
LEFT_OUT = "config documents embedder formats gallery hostile html mutants terminal".split()
SLACK = 4.0  # times what the tests take unharmed before a mutant counts as one that never ends
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Mutant(NamedTuple):
    """A replacement in one file of the package."""

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str


def main() -> None:
    """Samples, tries and counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files whose path within the package begins so")
    parser.add_argument("--quick", action="store_true", help="only what is recorded of its folder: a lower bound")
    parser.add_argument("--list", action="store_true", help="print the sample and try none")
    args = parser.parse_args()
    every = [mutant for path in core_files(args.only) for mutant in find_mutants(path)]
    chosen = random.Random(args.seed).sample(every, min(args.sample, len(every)))
    print(f"{len(chosen)} of {len(every)} mutants")
    if args.list:
        for mutant in chosen:
            print(say(mutant))
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "clone")
        for name in ("newsdiff", "tests", "tools", "samples", "docs"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "CONTRIBUTING.md"):
            shutil.copy(ROOT / name, copy)
        mode = py_compile.PycInvalidationMode.CHECKED_HASH  # a mutant may be as long and as old as what it replaces
        compileall.compile_dir(copy, quiet=1, invalidation_mode=mode)
        try_all(copy, chosen, args.quick)


def core_files(only: str) -> list[Path]:
    """The files that are mutated."""
    paths = [p for name in CORE for p in sorted((ROOT / "newsdiff" / name).rglob("*.py")) if p.stem != "learned"]
    return [p for p in paths if p.relative_to(ROOT / "newsdiff").as_posix().startswith(only)]


def find_mutants(path: Path) -> Iterator[Mutant]:
    """All mutants of a file, in the order of its text."""
    source = path.read_text(encoding="utf-8")
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    data = source.encode()
    name = path.relative_to(ROOT).as_posix()
    for node, new in _mutations(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        old = data[start:end].decode()
        yield Mutant(name, node.lineno, start, end, old, new)


def _mutations(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    skipped = {id(part) for node in ast.walk(tree) for part in _unread(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.stmt):
            yield from [(node, new) for new in _change_statement(node)]
        elif isinstance(node, ast.expr):
            yield from [(node, new) for new in _change_expression(node)]


def _change_statement(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield "return None"
    elif isinstance(node, ast.Continue | ast.Break):
        yield "break" if isinstance(node, ast.Continue) else "continue"
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield "pass"


def _change_expression(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield from _change_constant(node.value)
    elif isinstance(node, ast.Compare):
        for n, operator in enumerate(node.ops):
            ops = [*node.ops[:n], SWAPS[type(operator)](), *node.ops[n + 1 :]]
            yield f"({ast.unparse(ast.Compare(node.left, ops, node.comparators))})"
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"({ast.unparse(ast.BoolOp(other, node.values))})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"(bool({ast.unparse(node.operand)}))"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield f"({ast.unparse(node.operand)})"
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        yield f"({ast.unparse(ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right))})"
    elif (
        isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and (node.slice.lower or node.slice.upper)
    ):
        yield f"{ast.unparse(node.value)}[:]"


def _change_constant(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield repr(not value)
    elif isinstance(value, int):
        yield f"({value + 1})"
    elif isinstance(value, float):
        yield f"({value * 1.5 if value else 0.5!r})"


def _unread(node: ast.AST) -> Iterator[ast.AST]:
    """What only a type checker reads, and what has no place of its own: the inside of f-strings (before 3.12)."""
    if isinstance(node, ast.JoinedStr):
        yield from ast.walk(node)
    for name in ("annotation", "returns"):
        part = getattr(node, name, None)
        if part is not None:
            yield from ast.walk(part)


def try_all(copy: Path, chosen: list[Mutant], quick: bool) -> None:
    """Tries each mutant and prints those that survive."""
    for name in ("pytest", "hypothesis", "hypothesis.strategies", "click.testing", "rich", "markdown_it", "jsonschema"):
        with contextlib.suppress(ImportError):
            __import__(name)
    rest = [] if quick else [core_tests(copy)]
    started = time.monotonic()
    if any(run_tests(copy, tests, 3600) for tests in [first_tests(" ".join(FIRST.values())), *rest]):
        raise SystemExit("the tests fail without any mutant")
    limit = SLACK * (time.monotonic() - started) + 30
    killed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mutant in chosen:
        room = mutant.path.split("/")[1]
        target = copy / mutant.path
        source = target.read_bytes()
        target.write_bytes(source[: mutant.start] + mutant.new.encode() + source[mutant.end :])
        code = any(run_tests(copy, tests, limit, mutant.path) for tests in [first_tests(FIRST[room]), *rest])
        target.write_bytes(source)
        total[room] += 1
        killed[room] += code != 0
        print(f"{'killed  ' if code else 'SURVIVES'} {say(mutant)}", flush=True)
    for room in sorted(total):
        print(f"{room:10} {killed[room]:4} of {total[room]}")
    print(f"killed: {killed.total()} of {total.total()}: {killed.total() / total.total():.2f}  (bar .85)")


def first_tests(names: str) -> list[str]:
    """The tests of some golden files, each once."""
    return [f"tests/test_judgement.py::test_golden[{name}-list_{name}]" for name in dict.fromkeys(names.split())]


def core_tests(copy: Path) -> list[str]:
    """The test files that are tried where the first notice nothing."""
    every = [p.stem.removeprefix("test_") for p in sorted((copy / "tests").glob("test_*.py"))]
    return [f"tests/test_{name}.py" for name in every if name not in LEFT_OUT]


def run_tests(copy: Path, tests: list[str], limit: float, module: str = "") -> int:
    """The exit code of pytest in a child; not 0 where it had to be stopped."""
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        os.chdir(copy)
        sink = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(sink, stream)
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(copy))
        import pytest

        options = ["-x", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "-m", "not edges", "-k", WITHOUT]
        modules = ["--doctest-modules", module] if module else []
        os._exit(int(pytest.main([*options, *tests, *modules])))
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return -1


def say(mutant: Mutant) -> str:
    """A mutant on one line."""
    old, new = (" ".join(text.split())[:70] for text in (mutant.old, mutant.new))
    return f"{mutant.path}:{mutant.line}: {old} -> {new}"


if __name__ == "__main__":
    main()
