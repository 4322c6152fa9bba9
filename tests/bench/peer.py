"""One peer in a process of its own: `peer.py MODULE FONTS once SOURCE PDF`, or `peer.py MODULE FONTS rounds SOURCE...`, which
prints the milliseconds of each. Imports and the opening of fonts are outside the rounds."""

import importlib
import sys
import time
from pathlib import Path

once = importlib.import_module(sys.argv[1]).setter(Path(sys.argv[2]))
if sys.argv[3] == "once":
    Path(sys.argv[5]).write_bytes(once(Path(sys.argv[4])))
else:
    for source in sys.argv[4:]:
        start = time.perf_counter()
        once(Path(source))
        print(f"{(time.perf_counter() - start) * 1000:.3f}")
