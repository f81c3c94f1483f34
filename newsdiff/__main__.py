"""`python -m newsdiff`, and the program itself.

It imports the command line inside the function, so that Ctrl-C ends quietly from the first moment.
"""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Runs the program and exits."""
    # One comparison and out: nothing here makes cycles worth collecting, and the collector costs a tenth of the run.
    gc.disable()
    try:
        from newsdiff.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
