const TRTC = window.TRTC;
let failure = null;

async function publish(client, stream) {
  failure = null;
  try {
    await client.publish(stream);
  } catch (e) {
    failure = e.getCode();
  }
}

function publishHint() {
  if (failure === 16459) return '请检查防火墙设置,确认端口 8000、8080 已开放';
  if (failure === 16461) return '';
  if (failure === 4097) return '请先进房';
  return failure ? '推流失败' : '';
}

document.querySelector('#pub').addEventListener('click', async () => {
  const stream = TRTC.createStream({ audio: true, video: true });
  await stream.initialize();
  await publish(window.rtcClient, stream);
  document.querySelector('#hint').textContent = publishHint();
});
