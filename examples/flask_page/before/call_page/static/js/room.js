// 房间页的设备：采集、自动恢复失败后的重试。
var localStream;

function show(selector, text) {
  document.querySelector(selector).textContent = text;
}

// 上报错误码，返回服务端的提示语。
async function advice(code) {
  const answer = await fetch('/reports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return (await answer.json()).advice;
}

function openDevices(userId) {
  localStream = TRTC.createStream({ userId, audio: true, video: true });

  // 重试流程
  localStream.on('error', async error => {
    if (error.getCode() === 16452) {
      const newStream = TRTC.createStream({ userId, audio: true, video: true });
      try {
        await newStream.initialize();
        // 获取摄像头和麦克风 track
        const videoTrack = newStream.getVideoTrack();
        const audioTrack = newStream.getAudioTrack();
        // 分别替换摄像头和麦克风 track
        await localStream.replaceTrack(videoTrack);
        await localStream.replaceTrack(audioTrack);
        show('#devices', '已恢复采集');
      } catch (err) {
        // 采集失败，可让用户检查摄像头、麦克风后重试该流程
        const denied = [0x1003, 0x1004].includes(err.getCode());
        show('#devices', denied ? '请检查摄像头、麦克风后重试' : '恢复采集失败');
      }
    }
  });

  return localStream.initialize().then(
    () => show('#devices', '正在采集'),
    async error => show('#devices', await advice(error.getCode())),
  );
}
