"""The pages that are too small for a template of their own."""

from __future__ import annotations

from markupsafe import escape

CHECK = """\
<!doctype html>
<html lang="zh">
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <title>设备检测</title>
  <p id="status"></p>
  <script src="{{ url_for('static', filename='js/trtc.js') }}"></script>
  <script>
    const status = document.querySelector('#status');
    const localStream = TRTC.createStream({ userId: 'guest', audio: true, video: true });
    localStream.initialize().then(() => {
      status.textContent = '设备正常';
    }).catch((error) => {
      const ErrorCode = Object.freeze({
        DEVICE_NOT_FOUND: 0x1003,
        INITIALIZE_FAILED: 0x1004,
      });
      switch (error.name) {
        case 'NotReadableError':
          status.textContent = '暂时无法访问摄像头/麦克风，请确保当前没有其他应用请求访问摄像头/麦克风，并重试';
          break;
        case 'NotAllowedError':
          if (error.getCode() === ErrorCode.INITIALIZE_FAILED) {
            status.textContent = '不授权摄像头/麦克风访问无法进行音视频通话';
          }
          break;
        case 'RtcError':
          // DEVICE_NOT_FOUND
          if (error.getCode() === ErrorCode.DEVICE_NOT_FOUND) {
            // 当前设备没有麦克风或没有摄像头，但尝试采集麦克风、摄像头。
            status.textContent = '请检查设备的摄像头及麦克风是否正常';
          }
          break;
        default:
          console.error(error);
          break;
      }
    });
  </script>
</html>
"""


def sound_page(user: str) -> str:
    """The page that plays a tone, for a user to hear whether it can be heard."""
    return f"""\
<!doctype html>
<html lang="zh">
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <title>{escape(user)} 的扬声器检测</title>
  <p id="status"></p>
  <div id="player"></div>
  <button id="resume" hidden>播放</button>
  <script src="/static/js/trtc.js"></script>
  <script>
    (async () => {{
      const ErrorCode = Object.freeze({{ PLAY_NOT_ALLOWED: 0x4043 }});
      const context = new AudioContext();
      const tone = new OscillatorNode(context);
      const output = context.createMediaStreamDestination();
      tone.connect(output);
      tone.start();
      const stream = TRTC.createStream({{ userId: 'tone', audioSource: output.stream.getAudioTracks()[0] }});
      const status = document.querySelector('#status');
      const resume = document.querySelector('#resume');
      resume.onclick = async () => {{
        await stream.resume();
        resume.hidden = true;
        status.textContent = '正在播放';
      }};
      await stream.initialize();
      try {{
        await stream.play('player', {{ muted: false }});
        status.textContent = '正在播放';
      }} catch (e) {{
        if (e.getCode() === ErrorCode.PLAY_NOT_ALLOWED) {{ // PLAY_NOT_ALLOWED
          status.textContent = '浏览器禁止自动播放，请点击“播放”';
          resume.hidden = false;
        }} else {{
          status.textContent = `播放失败：${{e.getCode()}}`;
        }}
      }}
    }})();
  </script>
</html>
"""
