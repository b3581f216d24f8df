JS_START = r"""
import TRTC from 'trtc-sdk-v5';

const trtc = TRTC.create();

export async function start(options) {
  try {
    await trtc.startLocalAudio();
    await trtc.enterRoom(options);
  } catch (e) {
    if (e.getCode() === 0x4004) {
      location.reload();
    }
    throw e;
  }
}
"""


def write_bundle(out_dir):
    (out_dir / "start.mjs").write_text(JS_START, encoding="utf-8")
