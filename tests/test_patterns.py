"""Every regular expression in the package, run on text that might make it slow."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from inspect import signature
from pathlib import Path

import pytest

import newsdiff
from tests.growth import LINEAR, growth

# One or two characters over and over: what runs, what joins, what opens and never closes.
UNITS = (
    *"aAé大1 \n-._@'\"([{<`&#=/:\\|*~$\u200b\u0301\xad",
    *("a.", "A.", "a-", "a ", "a@", "a/", "1.", "1,", "1 ", "a\n", "- ", "\n\n", "{{", "{%", "](", "[a", '="', "a="),
    *("<a ", ". ", "<<"),
    *("www.", "http://", "a\u200b", "Ab ", "x1-", "&a", "\\a", "{.", '":"', "--", "\r", "[^", "``", "{+", "~>"),
)  # fmt: skip
SIZE = 1500
FUNCTIONS = frozenset("search match fullmatch findall finditer sub subn split".split())


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(newsdiff.__path__, "newsdiff."):
        if not found.name.endswith("__main__"):
            yield found.name


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Those of the modules, of their functions without parameters, and those that stand in a call; by their places."""
    found: dict[str, re.Pattern[str]] = {}
    for name in modules():
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as missing:  # of an extra that is not installed
            assert not (missing.name or "").startswith("newsdiff"), missing
            continue
        for key, value in list(vars(module).items()):
            if hasattr(value, "cache_info") and "Pattern" in str(value.__wrapped__.__annotations__.get("return")):
                value = value() if not signature(value).parameters else None
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{name}.{key}"] = value
        for call in calls(module.__file__ or ""):
            try:  # a literal, or built of constants of the module
                first = ast.Expression(call.args[0])
                source = eval(compile(first, name, "eval"), vars(module).copy())
            except (NameError, TypeError, AttributeError):
                continue
            flags = re.VERBOSE if any("VERBOSE" in ast.dump(arg) for arg in call.args[1:]) else re.NOFLAG
            if isinstance(source, str):
                found[f"{name}:{call.lineno}"] = re.compile(source, flags)
    return found


def calls(file: str) -> list[ast.Call]:
    """The calls of `re` in a file."""
    return [
        node
        for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in FUNCTIONS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    ]


def test_they_are_found() -> None:
    assert len(patterns()) > 60


@pytest.mark.parametrize("place", sorted(patterns()))
def test_a_pattern_is_linear_in_its_text(place: str) -> None:
    pattern = patterns()[place]
    run = pattern.match if is_anchored(place) else lambda text: sum(1 for _ in pattern.finditer(text))
    slow = [unit for unit in UNITS if growth(lambda n, u=unit: run(u * (n // len(u)) + "!"), SIZE) > LINEAR]
    assert not slow


def is_anchored(place: str) -> bool:
    """Whether a pattern is only ever asked at one place of a text, and not looked for."""
    name, _, line = place.partition(":")
    if line:
        source = Path(importlib.import_module(name).__file__ or "").read_text(encoding="utf-8").splitlines()
        return "re.match(" in source[int(line) - 1] or "re.fullmatch(" in source[int(line) - 1]
    module, _, key = name.rpartition(".")
    source = Path(importlib.import_module(module).__file__ or "").read_text(encoding="utf-8")
    uses = set(re.findall(rf"\b{key}(?:\(\))?\.(\w+)\(", source))
    return bool(uses) and uses <= {"match", "fullmatch"}
