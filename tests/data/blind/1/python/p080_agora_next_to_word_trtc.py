# Comparison for sales: the same call with each vendor (this one is Agora, TRTC is in its own module).
AGORA_JS = """
import AgoraRTC from 'agora-rtc-sdk-ng';

const agoraClient = AgoraRTC.createClient({ mode: 'live', codec: 'h264' });

export async function joinAgora(channel) {
  try {
    await agoraClient.join('appid', channel, null, 65535);
  } catch (agoraError) {
    if (agoraError.code === 4097) { return 'bad channel'; }
    if (agoraError.code === 4098) { return 'old browser'; }
    throw agoraError;
  }
}
"""

FILES = {"agora.mjs": AGORA_JS}


def dump(directory):
    for name, text in FILES.items():
        (directory / name).write_text(text)
