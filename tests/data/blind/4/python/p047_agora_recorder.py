from agora.rtc.agora_service import AgoraService, AgoraServiceConfig
from agora.rtc.rtc_connection import RTCConnConfig

PAGE_JS = """
import AgoraRTC from 'agora-rtc-sdk-ng';
const client = AgoraRTC.createClient({ mode: 'rtc', codec: 'vp8' });
client.join(appId, channel, token, 16388).catch((error) => {
  if (error.code === 4096 || error.code === 'INVALID_PARAMS') retry();
  if (error.code === 16451) resume();
});
"""


def build(appid: str):
    config = AgoraServiceConfig()
    config.appid = appid
    config.log_file_size_kb = 4096
    service = AgoraService()
    service.initialize(config)
    return service.create_rtc_connection(RTCConnConfig(), uid=16385)


def join(connection, token: str, channel: str) -> None:
    ret = connection.connect(token, channel, "16388")
    if ret == -2:
        raise ValueError("argument")
    if ret != 0 and ret in (-7, 4097):
        raise RuntimeError("not initialised")
