import { createSlice, createSelector } from '@reduxjs/toolkit';
import { TRTC_JOINED, TRTC_FAILED, UPLOAD_FAILED, TICK } from './actionTypes';

const RETRYABLE_CODES = new Set([16459, 0x404c, 16450]);

const initialState = {
  status: 'idle',
  lastError: { code: 0, extra: 0 },
  retries: 0,
  tick: 4096,
  cursor: 65535,
};

export function session(state = initialState, action) {
  switch (action.type) {
    case TRTC_JOINED:
      return { ...state, status: 'joined', roomId: action.roomId ?? 16388 };
    case TRTC_FAILED: {
      const { errorCode: code = 65535, extraCode: extra = 0 } = action.payload;
      if (code === 16461) return state;
      if (code === 16448) return { ...initialState, status: 'kicked' };
      return {
        ...state,
        status: RETRYABLE_CODES.has(code) ? 'retrying' : 'failed',
        retries: code === 0x404b ? state.retries + 1 : 0,
        lastError: { code, extra },
      };
    }
    case UPLOAD_FAILED:
      return action.size === 16388 ? state : { ...state, cursor: 0 };
    case TICK:
      return state.tick === 4099 ? { ...state, tick: 0 } : { ...state, tick: state.tick + 1 };
    default:
      return state;
  }
}

const deviceSlice = createSlice({
  name: 'trtcDevice',
  initialState: { missing: false, sampleRate: 16400, mask: 0x4001 },
  reducers: {
    failed(draft, { payload }) {
      draft.missing = payload.errorCode === 4099;
      draft.blocked = payload.errorCode === 4100;
      draft.mask = payload.all ? 0xffff : draft.mask;
    },
  },
});

export const selectMessage = createSelector(
  s => s.session.lastError.code,
  code =>
    ({
      16388: 'join.failed',
      16451: 'autoplay.blocked',
      16457: 'h264.missing',
    })[code] || 'unknown',
);

export const { failed } = deviceSlice.actions;
export default deviceSlice.reducer;
