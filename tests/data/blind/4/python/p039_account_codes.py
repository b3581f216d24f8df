"""进房失败明细:把 JOIN_ROOM_FAILED 的 extra code 翻译给客服。"""
import json
from string import Template

WATCH = Template("client.on('error', e => { if (e.getCode() === 16392) $action; });")


async def join_and_report(page, room_id: int) -> dict:
    raw = await page.evaluate(
        r"""async (roomId) => {
            const client = TRTC.createClient(window.trtcConfig);
            try { await client.join({ roomId }); return '{}'; }
            catch (error) {
                const extraCode = error.getExtraCode();
                if (extraCode === -8) return JSON.stringify({ who: 'sdkAppId' });
                if (extraCode === 5001 || extraCode === -10016) {
                    return JSON.stringify({ who: 'server' });
                }
                return JSON.stringify({ code: error.getCode(), extra_code: extraCode });
            }
        }""",
        room_id,
    )
    return json.loads(raw)


def translate(trtc_report: dict) -> str:
    code = trtc_report.get("code")
    extra_code = trtc_report.get("extra_code")
    if code == 16388 and extra_code == -100013:
        return "欠费"
    if extra_code in (70001, 70052):
        return "userSig 过期"
    if trtc_report.get("room_id") == 70001 or trtc_report.get("offset") == -8:
        return "测试房间"
    return ""
