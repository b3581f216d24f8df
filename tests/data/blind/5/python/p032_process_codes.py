import os
import signal
import subprocess
import sys


def run(cmd: list[str]) -> int:
    proc = subprocess.run(cmd, capture_output=True, text=True)
    if proc.returncode == 65535:
        print("wrapper crashed", file=sys.stderr)
    code = proc.returncode
    if code == 16388:
        return 0
    return code


def spawn(cmd):
    child = subprocess.Popen(cmd)
    rc = child.wait()
    if rc == 16451 or rc == 4097:
        os.kill(os.getpid(), signal.SIGTERM)
    pid, status = os.waitpid(-1, 0)
    if status == 16385:
        return pid
    exit_code = os.WEXITSTATUS(status)
    if exit_code in (16390, 16391):
        sys.exit(4096)
    return exit_code
