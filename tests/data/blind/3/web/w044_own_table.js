const TRTC = require('trtc-js-sdk');

const ErrorCode = {
  INVALID_PARAMETER: 0x1000,
  INVALID_OPERATION: 0x1001,
  NOT_SUPPORTED: 0x1002,
  DEVICE_NOT_FOUND: 0x1003,
  JOIN_ROOM_FAILED: 0x4004,
  PLAY_NOT_ALLOWED: 0x4043,
  UNKNOWN: 0xffff
};

async function join(options, roomId) {
  const client = TRTC.createClient(options);
  try {
    await client.join({ roomId });
  } catch (e) {
    if (e.getCode() === ErrorCode.JOIN_ROOM_FAIL) {
      return false;
    }
    if (e.getCode() === ErrorCode.NOT_SUPPORTED) {
      throw e;
    }
  }
  return true;
}

module.exports = { join, ErrorCode };
