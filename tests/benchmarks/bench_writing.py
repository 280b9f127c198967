"""How long formatting, renaming and merging take in a debate of 10,000 statements.

python -m tests.benchmarks.bench_writing [STATEMENTS]
"""

from __future__ import annotations

import gc
import sys
import time

from argmap.writing.format import formatted
from argmap.writing.renaming import rename
from argmap.writing.three_way_merge import merge
from tests.benchmarks.synthetic import synthetic


def main() -> None:
    """Print seconds of CPU."""
    gc.disable()  # as the program does
    files = synthetic(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    start = time.process_time()
    neat = {name: formatted(name, text).text or text for name, text in files.items()}
    print(f"fmt, every file changed   {time.process_time() - start:6.2f} s")
    start = time.process_time()
    assert all(formatted(name, text).text == text for name, text in neat.items())
    print(f"fmt, no file changed      {time.process_time() - start:6.2f} s")
    start = time.process_time()
    rename({**neat}, "statement", "send-trainers", "send-advisers")
    print(f"rename                    {time.process_time() - start:6.2f} s")
    base = max(neat.values(), key=len)
    ours, theirs = (base + f"  - id: new-{name}\n    title: New\n" for name in "xy")
    start = time.process_time()
    assert merge(base, ours, theirs) is not None
    print(f"merge of {base.count(chr(10)):6,} lines     {time.process_time() - start:6.2f} s")


if __name__ == "__main__":
    main()
