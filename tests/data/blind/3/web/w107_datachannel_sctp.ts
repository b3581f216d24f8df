const LOW_WATER = 16384;
const MAX_MESSAGE = 65535;

export function send(channel: RTCDataChannel, blob: ArrayBuffer): Promise<void> {
  channel.bufferedAmountLowThreshold = LOW_WATER;
  return new Promise((resolve, reject) => {
    let offset = 0;
    const pump = () => {
      while (offset < blob.byteLength) {
        if (channel.bufferedAmount > MAX_MESSAGE) return;
        channel.send(blob.slice(offset, offset + 16384));
        offset += 16384;
      }
      resolve();
    };
    channel.onbufferedamountlow = pump;
    channel.onclose = () => reject(new RangeError('closed at ' + offset));
    pump();
  });
}

export const streamId = (pc: RTCPeerConnection) => (pc.sctp?.maxChannels === 65535 ? 0 : 1);
