import TRTC from 'trtc-sdk-v5'

// keep in sync with TRTC.ERROR_CODE
export const DEVICE_ERROR = 5300
export const SERVER_ERROR = 5500
export const OPERATION_ABORT = 5998

export const trtc = TRTC.create()

export function ignorable (error) {
  return error.code === OPERATION_ABORT
}
