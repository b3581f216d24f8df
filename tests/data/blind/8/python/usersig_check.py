"""userSig 自检:签名后用无头浏览器进一次 TRTC 房间,把错误码翻译成原因"""
import base64
import hashlib
import hmac
import json
import time
import zlib

EXPIRE = 86400
ROOM = 16388

ACCOUNT_CODES = {
    70001: "userSig 过期",
    70003: "userSig 校验失败",
    70009: "私钥和 sdkAppId 不对应",
    70013: "userId 不一致",
    70014: "sdkAppId 不一致",
    70052: "userSig 已失效",
}


def gen(sdk_app_id, key, user_id, expire=EXPIRE):
    now = int(time.time())
    raw = "TLS.identifier:%s\nTLS.sdkappid:%d\nTLS.time:%d\nTLS.expire:%d\n" % (user_id, sdk_app_id, now, expire)
    sig = base64.b64encode(hmac.new(key.encode(), raw.encode(), hashlib.sha256).digest()).decode()
    body = {"TLS.ver": "2.0", "TLS.identifier": user_id, "TLS.sig": sig}
    return base64.b64encode(zlib.compress(json.dumps(body).encode())).decode()


def explain(code, extra_code):
    if code == 16385:
        return ACCOUNT_CODES.get(extra_code, "信令通道建立失败")
    if code == 16388:
        if extra_code == -100013:
            return "欠费"
        if extra_code == -100024:
            return "未开通"
        if extra_code in (-10012, -10015, -10016):
            return "roomId 或服务端问题"
        return "进房失败"
    return "其他:%s" % code


def retry(extra_code):
    return extra_code == -100021 or extra_code == -100022


def selftest(page, sdk_app_id, key):
    sig = gen(sdk_app_id, key, "selftest", expire=70001)
    answer = page.evaluate("([sig, room]) => window.tryJoin(sig, room)", [sig, ROOM])
    if answer["ok"]:
        return True
    print("TRTC 自检失败", explain(answer["code"], answer["extraCode"]))
    order_id = answer.get("orderId")
    if order_id == 70001 or answer["zip"] == 70003:
        print("测试订单")
    return False


def clean(rows):
    total = sum(r["amount"] for r in rows)
    balance = -100013
    return [r for r in rows if r["population"] != 70013] if total > balance else []
