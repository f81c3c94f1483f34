r"""The configuration: `newsdiff.toml`, or `[tool.newsdiff]` in pyproject.toml, read into plain values.

>>> parse_config('[check]\nfail-on = ["number", "quote.altered"]', "newsdiff.toml").check.rules.fail_on
('number', 'quote.altered')
>>> parse_config('variants = [["Kiev", "Kyiv"]]\n[check]\nfail-off = []', "newsdiff.toml")
Traceback (most recent call last):
newsdiff.config.ConfigError: newsdiff.toml:3: check.fail-off: unknown key (did you mean fail-on?)

newsdiff.toml has the same tables without the leading `tool.newsdiff`, and takes precedence if both exist. Types of
values and names of kinds are checked. Parent folders are not searched: only one folder is, which for the check is the
top of the repository.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from newsdiff.model import House
from newsdiff.read.sources import printable
from newsdiff.read.toml import parse_toml, place_mistake, read_toml_text

FILE = "newsdiff.toml"
PROJECT_FILE = "pyproject.toml"
_PROJECT_TABLE = ("tool", "newsdiff")
_TABLE = r"\[\s*tool\s*(?:\]|\.\s*[\"']?newsdiff)"


class ConfigError(Exception):
    """A mistake in the configuration. The message is one line that names file, line and key."""


class Rules(NamedTuple):
    """What the check stops at; None is "as set further up"."""

    fail_on: tuple[str, ...] | None = None
    warn_on: tuple[str, ...] | None = None
    min_kept: float | None = None
    min_confidence: float | None = None
    risk: float | None = None


class Override(NamedTuple):
    """Rules for some paths."""

    paths: tuple[str, ...]
    rules: Rules


class CheckConfig(NamedTuple):
    """The table `check`."""

    rules: Rules = Rules()
    overrides: tuple[Override, ...] = ()
    suffixes: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_bytes: int | None = None
    lang: str | None = None
    require_reason: bool = False


class Config(NamedTuple):
    """Everything that a configuration file may set."""

    file: str = ""
    house: House = House()
    check: CheckConfig = CheckConfig()
    copy_fields: tuple[str, ...] = ()


def read_config(folder: str) -> Config:
    """The configuration in a folder, empty if there is none. Raises ConfigError."""
    for name in (FILE, PROJECT_FILE):
        try:
            text = read_toml_text(os.path.join(folder, name))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise ConfigError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
        if name == FILE or ("newsdiff" in text and re.search(_TABLE, text)):  # parsing TOML costs more than a search
            found = parse_config(text, name)
            if found.file:
                return found
    return Config()


def parse_config(text: str, name: str) -> Config:
    """The configuration in the text of a file called `name`. Raises ConfigError."""
    try:
        whole = parse_toml(text)
    except ValueError as error:
        raise ConfigError(printable(place_mistake(error, text, name))) from None
    prefix = () if name == FILE else _PROJECT_TABLE
    table: Any = whole
    for part in prefix:
        table = table.get(part, {}) if isinstance(table, dict) else {}
        if not table:
            return Config()
    reader = _Reader(text, name, prefix)
    return Config(name, *_read_tables(reader, reader.table(table, ())))


def _read_tables(reader: _Reader, table: Mapping[str, Any]) -> tuple[House, CheckConfig, tuple[str, ...]]:
    reader.known(table, (), ("variants", "names", "ignore", "kinds-off", "copy-fields", "check"))
    house = House(
        reader.get(table, ("variants",), reader.groups, ()),
        reader.get(table, ("names",), reader.strings, ()),
        reader.get(table, ("ignore",), reader.strings, ()),
        reader.get(table, ("kinds-off",), reader.kinds, ()),
    )
    check = reader.get(table, ("check",), reader.table, {})
    rules = ("fail-on", "warn-on", "min-kept", "min-confidence", "risk")
    reader.known(check, ("check",), (*rules, "overrides", "suffixes", "exclude", "max-bytes", "lang", "require-reason"))
    overrides = []
    for n, entry in enumerate(reader.get(check, ("check", "overrides"), reader.tables, ())):
        where = ("check", "overrides", n)
        reader.known(entry, where, ("paths", *rules))
        if "paths" not in entry:
            raise reader.error(where, "it needs paths")
        overrides.append(
            Override(reader.get(entry, (*where, "paths"), reader.strings, ()), _rules(reader, entry, where))
        )
    found = CheckConfig(
        _rules(reader, check, ("check",)),
        tuple(overrides),
        reader.get(check, ("check", "suffixes"), reader.suffixes, ()),
        reader.get(check, ("check", "exclude"), reader.strings, ()),
        reader.get(check, ("check", "max-bytes"), reader.count, None),
        reader.get(check, ("check", "lang"), reader.string, None),
        reader.get(check, ("check", "require-reason"), reader.flag, False),
    )
    return house, found, reader.get(table, ("copy-fields",), reader.strings, ())


def _rules(reader: _Reader, table: Mapping[str, Any], where: tuple[str | int, ...]) -> Rules:
    return Rules(
        reader.get(table, (*where, "fail-on"), reader.selectors, None),
        reader.get(table, (*where, "warn-on"), reader.selectors, None),
        reader.get(table, (*where, "min-kept"), reader.share, None),
        reader.get(table, (*where, "min-confidence"), reader.share, None),
        reader.get(table, (*where, "risk"), reader.share, None),
    )


_Path = tuple[str | int, ...]


class _Reader:
    """Takes values from parsed TOML; its errors name the place in the file."""

    def __init__(self, text: str, name: str, prefix: tuple[str, ...]) -> None:
        self.text = text
        self.name = name
        self.prefix = prefix

    def error(self, path: _Path, what: str) -> ConfigError:
        """An error that names file, line and key; `path` leads to the key from our own table."""
        line = find_line(self.text, (*self.prefix, *path))
        key = ".".join([str(part) for part in path if not isinstance(part, int)])
        return ConfigError(f"{self.name}:{line}: {printable(key) + ': ' if key else ''}{what}")

    def known(self, table: Mapping[str, Any], path: _Path, keys: Sequence[str]) -> None:
        for key in table:
            if key not in keys:
                from difflib import get_close_matches

                close = get_close_matches(key.lower().replace("_", "-"), keys, 1)
                raise self.error((*path, key), "unknown key" + (f" (did you mean {close[0]}?)" if close else ""))

    def get(self, table: Mapping[str, Any], path: _Path, read: Callable[[Any, _Path], Any], default: Any) -> Any:
        key = path[-1]
        return read(table[str(key)], path) if key in table else default

    def table(self, value: Any, path: _Path) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(path, "must be a table")
        return value

    def tables(self, value: Any, path: _Path) -> list[Mapping[str, Any]]:
        if not isinstance(value, list):
            raise self.error(path, "must be an array of tables ([[check.overrides]])")
        return [self.table(entry, (*path, n)) for n, entry in enumerate(value)]

    def string(self, value: Any, path: _Path) -> str:
        if not isinstance(value, str):
            raise self.error(path, "must be a string")
        return value

    def flag(self, value: Any, path: _Path) -> bool:
        if not isinstance(value, bool):
            raise self.error(path, "must be true or false")
        return value

    def strings(self, value: Any, path: _Path) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(path, "must be a list of strings")
        return tuple(value)

    def selectors(self, value: Any, path: _Path) -> tuple[str, ...]:
        from newsdiff.check.policy import PolicyError, check_selectors

        try:
            return check_selectors(self.strings(value, path))
        except PolicyError as error:
            raise self.error(path, str(error)) from None

    def kinds(self, value: Any, path: _Path) -> tuple[str, ...]:
        from newsdiff.edits.kinds import BY_NAME

        for kind in self.strings(value, path):
            if kind not in BY_NAME:
                raise self.error(path, f"unknown kind {printable(kind)!r}; choose from {', '.join(BY_NAME)}")
        return tuple(value)

    def suffixes(self, value: Any, path: _Path) -> tuple[str, ...]:
        found = self.strings(value, path)
        for suffix in found:
            if not suffix.startswith(".") or "/" in suffix:
                raise self.error(path, f"{printable(suffix)!r} is not a suffix such as .copy")
        return tuple([suffix.lower() for suffix in found])

    def groups(self, value: Any, path: _Path) -> tuple[tuple[str, ...], ...]:
        if not isinstance(value, list):
            raise self.error(path, "must be a list of lists of strings")
        groups = [self.strings(group, path) for group in value]
        if any(len(group) < 2 for group in groups):
            raise self.error(path, "each list must hold two strings or more")
        return tuple(groups)

    def share(self, value: Any, path: _Path) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.error(path, "must be a number from 0 to 1")
        return float(value)

    def count(self, value: Any, path: _Path) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.error(path, "must be a whole number")
        return value


def find_line(text: str, path: _Path) -> int:
    r"""The line, from 1, where a key is set; that of its table if the key is not found.

    tomllib keeps no line numbers. If this does not find the key (inside an inline table, or in a string over several
    lines), only the line number is wrong, not the value.

    >>> find_line("[check]\nlang = 'en'\n[[check.overrides]]\npaths = []\n", ("check", "overrides", 0, "paths"))
    4
    """
    names = tuple([part for part in path if isinstance(part, str)])
    index = next((part for part in path if isinstance(part, int)), None)
    array = names[: path.index(index)] if index is not None else ()
    here: tuple[str, ...] = ()
    entry, best, depth = -1, 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[(\[)?([\w.\s\"'-]+)\]", line):
            found = here = _keys(header[2])
            entry += bool(header[1]) and here == array
        elif setting := re.match(r"\s*([\w.\"'-][\w.\s\"'-]*)=", line):
            found = (*here, *_keys(setting[1]))
        else:
            continue
        other = bool(array) and found[: len(array)] == array and entry not in (-1, index)
        if names[: len(found)] == found and len(found) > depth and not other:
            best, depth = number, len(found)
    return best


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple([part.strip().strip("\"'") for part in dotted.split(".")])
