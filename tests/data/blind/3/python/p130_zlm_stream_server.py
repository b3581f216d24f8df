"""Settings of the restreamer that takes the CDN output of our TRTC rooms."""
import aiohttp

PORTS = {"rtmp": 1935, "rtsp": 5540, "rtp": 16388, "srt": 16390, "http": 5000}
CHUNK = 65535


async def pull(session: aiohttp.ClientSession, stream: str):
    url = f"http://127.0.0.1:{PORTS['http']}/live/{stream}.flv"
    async with session.get(url, max_line_size=16385) as resp:
        if resp.status == 404:
            return
        async for data in resp.content.iter_chunked(4096):
            if len(data) == 4096:
                continue
            yield data


def rtp_port(offset: int) -> int:
    port = PORTS["rtp"] + offset
    return 16400 if port == 16390 else port
