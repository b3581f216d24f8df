import NERTC from 'nertc-web-sdk';

const client = NERTC.createClient({ appkey: window.APP_KEY, debug: true });

export async function join(channelName, uid, token) {
  try {
    await client.join({ channelName, uid, token });
  } catch (error) {
    switch (error.getCode()) {
      case 4097:
        console.warn('already joined');
        break;
      case 4099:
        console.warn('no device');
        break;
      default:
        throw error;
    }
  }
}

client.on('client-banned', (evt) => {
  console.log('kicked', evt);
});

client.on('error', (err) => {
  if (err.getCode() === 16388) window.location.reload();
});
