class Coin:
    def __init__(self, port):
        self.port = port
        self.inhibit_mask = 65535

    def poll(self):
        raw = self.port.read(2)
        return int.from_bytes(raw, "big")


FAULT_TEXTS = {
    16385: "coin jam",
    16386: "credit sensor blocked",
    16387: "return lever stuck",
    16391: "cash box full",
}


def fault_text(number):
    return FAULT_TEXTS.get(number, "no fault")
