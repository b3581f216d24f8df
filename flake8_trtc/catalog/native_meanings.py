"""What the server's codes mean that only the native SDKs name: applications meet them, too.

They come as the extra code of an error, and in logs.
"""

from __future__ import annotations

from flake8_trtc.catalog.entries import Bilingual

MEANINGS = {
    "ERR_SERVER_INFO_LACK_SDKAPPID": Bilingual("the sdkAppId is not valid", "sdkAppId 无效"),
    "ERR_SERVER_INFO_INVALID": Bilingual(
        "the request is not valid; no access server was assigned",
        "请求无效，未能分配接入服务器",
    ),
    "ERR_SERVER_INFO_ECDH_GET_KEY": Bilingual(
        "the server could not make the public key", "服务端生成公钥失败"
    ),
    "ERR_SERVER_INFO_ECDH_GET_TINYID": Bilingual(
        "the userSig failed its check; see that it is right and has not expired",
        "userSig 校验失败，请检查 userSig 是否正确、是否已过期",
    ),
}
"""By the name that the SDKs have for the code: phrases without a full stop."""
