from flake8_trtc import v5


def is_noise(report: dict) -> bool:
    return report["code"] == v5.ErrorCode.OPERATION_ABORT


def is_device(report: dict) -> bool:
    return report["code"] in (v5.ErrorCode.DEVICE_ERROR, v5.ErrorCode.ENV_NOT_SUPORTED)
