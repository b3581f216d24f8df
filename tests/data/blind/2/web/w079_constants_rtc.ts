// TRTC (trtc-js-sdk) numbers we compare with; the SDK does not export them
export const JOIN_ROOM_FAILED = 0x4004;
export const SIGNAL_CHANNEL_RECONNECTION_FAILED = 0x4006;
export const UPLINK_RECONNECTION_FAILED = 0x4008;
export const PLAY_NOT_ALLOWED = 0x4043;
export const DEVICE_AUTO_RECOVER_FAILED = 0x4043;
export const API_CALL_TIMEOUT = 0x404b;

export const isNetwork = (code: number) =>
  code === SIGNAL_CHANNEL_RECONNECTION_FAILED || code === UPLINK_RECONNECTION_FAILED;
