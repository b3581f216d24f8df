"""The least that Python can do: walk, read and search. `bare.py PATH` prints files and hits."""

import os
import sys

SUFFIXES = (".py", ".js", ".ts", ".vue", ".html")
WORDS = (b"TRTC", b"trtc", b"getCode", b"get_code", b"1638", b"1639", b"164", b"0x40", b"0X40")


def main(path: str) -> None:
    """Look at every file of ours below a path."""
    files = hits = 0
    for directory, _, names in os.walk(path):
        for name in names:
            if name.endswith(SUFFIXES):
                files += 1
                with open(os.path.join(directory, name), "rb", buffering=0) as file:
                    data = file.read()
                hits += any(word in data for word in WORDS)
    print(files, hits)


if __name__ == "__main__":
    main(sys.argv[1])
