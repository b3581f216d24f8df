import TRTC from 'trtc-js-sdk';

export function onPublishError(err) {
  const errorCode = err.getCode();
  if (errorCode === 0x404d) { // trtc: ignore[TRT001]
    return;
  }
  if (errorCode === 16459) { // trtc: ignore[TRT001]
    setTimeout(() => window.location.reload(), 5000);
    return;
  }
  console.error(`TRTC ${TRTC.VERSION}`, err);
}
