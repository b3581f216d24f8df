import subprocess
import sys


def build(target):
    proc = subprocess.run(["msbuild", target, "/m"], capture_output=True, text=True)
    if proc.returncode == 4096:
        print("licence server is away", file=sys.stderr)
    elif proc.returncode in (4097, 65535):
        print("internal compiler error", file=sys.stderr)
    retcode = subprocess.call(["signtool", "verify", target])
    if retcode == 16388:
        print("not signed", file=sys.stderr)
    return proc.returncode == 0 and retcode == 0


if __name__ == "__main__":
    sys.exit(0 if all(map(build, sys.argv[1:])) else 1)
