import { createSlice, PayloadAction } from '@reduxjs/toolkit';

type RtcStatus = 'idle' | 'joining' | 'joined' | 'failed';

interface RtcState {
  status: RtcStatus;
  errorCode: number | null;
  canRetry: boolean;
}

const initialState: RtcState = { status: 'idle', errorCode: null, canRetry: false };

const trtcSlice = createSlice({
  name: 'trtc',
  initialState,
  reducers: {
    joining(state) {
      state.status = 'joining';
    },
    failed(state, action: PayloadAction<{ errorCode: number }>) {
      state.status = 'failed';
      state.errorCode = action.payload.errorCode;
      state.canRetry = action.payload.errorCode === 16459 || action.payload.errorCode === 16460;
    },
    aborted(state) {
      state.errorCode = 16461;
    },
  },
});

export const { joining, failed, aborted } = trtcSlice.actions;
export default trtcSlice.reducer;
