import usb.core
import usb.util

PTP_OPERATIONS = {0x1001: "GetDeviceInfo", 0x1002: "OpenSession", 0x1003: "CloseSession", 0x1004: "GetStorageIDs"}
PTP_EVENTS = {
    0x4001: "CancelTransaction",
    0x4002: "ObjectAdded",
    0x4003: "ObjectRemoved",
    0x4004: "StoreAdded",
    0x4006: "DevicePropChanged",
    0x4008: "DeviceInfoChanged",
}


def wait_for_object(dev: usb.core.Device, endpoint: int, timeout=5000):
    while True:
        packet = dev.read(endpoint, 64, timeout)
        event = int.from_bytes(packet[6:8], "little")
        name = PTP_EVENTS.get(event)
        if name == "ObjectAdded":
            return int.from_bytes(packet[12:16], "little")
        if event == 0x4008:
            return None
