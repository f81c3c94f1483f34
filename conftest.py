"""Which modules of the package are left out when pytest looks for doctests: those of an extra that is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("pygls") else ["newsdiff/lsp/server.py"]
