from collections import namedtuple

Report = namedtuple("Report", "user room code message")


def parse_line(line: str) -> Report:
    user, room, code, message = line.rstrip("\n").split("\t", 3)
    return Report(user, int(room), int(code), message)


def was_kicked(report: Report) -> bool:
    return report.code == 16448


def ice_broken(report):
    # old clients only (TRTC < 4.6.6)
    return report.code == 0x4003 or report.code == 0x4002


def summarize(path):
    with open(path) as fh:
        reports = [parse_line(l) for l in fh]
    return sum(map(was_kicked, reports)), sum(map(ice_broken, reports))
