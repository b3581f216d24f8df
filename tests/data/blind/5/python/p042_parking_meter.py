"""Maintenance codes of the parking meters (vendor manual, table 7)."""
import csv
import sys

STATUS_TEXT = {
    16385: "coin jam",
    16386: "coin box full",
    16388: "paper out",
    16448: "door open",
}


class Meter:
    def __init__(self, meter_id, zone):
        self.meter_id = meter_id
        self.zone = zone
        self.alarms = []

    def push(self, alarm):
        self.alarms.append(alarm)
        if alarm == 16448:
            self.zone.notify(self.meter_id)

    @property
    def blocked(self):
        return any(alarm in (16385, 16386) for alarm in self.alarms)


def main():
    for row in csv.DictReader(sys.stdin):
        alarm = int(row["alarm"])
        print(row["meter"], STATUS_TEXT.get(alarm, alarm))


if __name__ == "__main__":
    main()
