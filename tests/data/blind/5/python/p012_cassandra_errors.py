"""Error frames of the CQL binary protocol v4."""
import enum
import logging

logger = logging.getLogger("cql")


class ServerError(Exception):
    error_code = 0x0000


class OverloadedErrorMessage(ServerError):
    summary = "Coordinator node overloaded"
    error_code = 0x1001


class IsBootstrappingErrorMessage(ServerError):
    error_code = 0x1002


class TruncateError(ServerError):
    error_code = 0x1003


class Opcode(enum.IntEnum):
    ERROR = 0
    READY = 2


def should_retry(code: int) -> bool:
    if code == 0x1001:
        logger.warning("overloaded")
        return True
    if code in (0x1000, 0x1002, 0x1100, 0x1200):
        return True
    return code == 4099
