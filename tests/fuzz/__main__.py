"""The command line of the fuzzer; see the package."""

from __future__ import annotations

import argparse
import sys
import traceback

from tests.fuzz.cases import run_case


def main() -> int:
    """Runs cases until one fails; prints its number and the trace."""
    parser = argparse.ArgumentParser(description="Hostile articles at random, and what must hold of them.")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first case")
    parser.add_argument("--replay", type=int, help="run the case of this number alone")
    parser.add_argument("--keep-going", action="store_true", help="do not stop at a fault")
    args = parser.parse_args()
    numbers = [args.replay] if args.replay is not None else range(args.seed, args.seed + args.cases)
    faults = 0
    for number in numbers:
        try:
            run_case(number)
        except BaseException as fault:
            if isinstance(fault, KeyboardInterrupt | SystemExit):
                raise
            faults += 1
            print(f"case {number}: {type(fault).__name__}: {str(fault)[:200]!r}", file=sys.stderr)
            if not args.keep_going:
                traceback.print_exc()
                break
    print(f"{len(numbers)} cases, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
