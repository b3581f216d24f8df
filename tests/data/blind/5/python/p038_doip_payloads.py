"""Diagnostics over IP: payload types of ISO 13400-2."""
from enum import IntEnum

import doipclient


class PayloadType(IntEnum):
    VEHICLE_IDENTIFICATION = 0x0001
    ENTITY_STATUS_REQUEST = 0x4001
    ENTITY_STATUS_RESPONSE = 0x4002
    POWER_MODE_REQUEST = 0x4003
    POWER_MODE_RESPONSE = 0x4004
    DIAGNOSTIC_MESSAGE = 0x8001


def is_status(payload_type: int) -> bool:
    return payload_type in (0x4001, 0x4002)


def name_of(payload_type):
    return {
        0x4003: "power mode request",
        0x4004: "power mode response",
    }.get(payload_type, "unknown")


def probe(address: str, logical: int = 0x1000) -> int:
    client = doipclient.DoIPClient(address, logical, tcp_port=13400)
    ack = client.request_entity_status()
    if ack.max_data_size == 65535 or ack.node_type == 4096:
        return 0
    return ack.max_data_size
