"""Nightly: the TRTC reports (CSV, everything a string) into the warehouse."""
import csv
import gzip
import sys

ERROR_CODES = {
    "16388": "join",
    "16391": "uplink",
    "16392": "downlink",
    "16451": "autoplay",
}


def open_export(path):
    return gzip.open(path, "rt", newline="", encoding="utf-8")


def trtc_rows(path):
    with open_export(path) as f:
        for row in csv.DictReader(f):
            if row["room"] == "16400":
                continue
            if row["error_code"] == "16459":
                row["kind"] = "timeout"
            elif row["error_code"] in {"16453", "16455"}:
                row["kind"] = "cdn"
            else:
                row["kind"] = ERROR_CODES.get(row["error_code"], "other")
            yield row


def main(argv):
    csv.field_size_limit(65535)
    writer = csv.writer(sys.stdout)
    for path in argv[1:]:
        for n, row in enumerate(trtc_rows(path)):
            if n == 4096:
                sys.stdout.flush()
            if row["build"] == "16451":
                continue
            writer.writerow([row["at"], row["user"], row["kind"]])


if __name__ == "__main__":
    main(sys.argv)
