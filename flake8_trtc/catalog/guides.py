"""The pages that the SDK's texts lead to: what they call them, and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_trtc._lean import NamedTuple
from flake8_trtc.catalog.entries import Bilingual
from flake8_trtc.catalog.sheet import Section
from flake8_trtc.messages import explain as said

_TUTORIALS = Bilingual(
    "https://web.sdk.qcloud.com/trtc/webrtc/doc/en/tutorial-",
    "https://web.sdk.qcloud.com/trtc/webrtc/doc/zh-cn/tutorial-",
)
_MDN = Bilingual(
    "https://developer.mozilla.org/en-US/docs/Web/API/MediaDevices/",
    "https://developer.mozilla.org/zh-CN/docs/Web/API/MediaDevices/",
)


class Guide(NamedTuple):
    """A page. title: also the words of the Chinese texts that lead to it; address: of it."""

    title: Bilingual
    address: Bilingual


def _below(folder: Bilingual, name: str) -> Bilingual:
    return Bilingual(folder.en + name, folder.zh + name)


_DETECTION = _below(_TUTORIALS, "23-advanced-support-detection.html")
GUIDES = (
    Guide(Bilingual("Checking for browser support", "检测浏览器支持性"), _DETECTION),
    Guide(
        Bilingual("Checking environment and devices before a call", "通话前环境与设备检测"),
        _DETECTION,
    ),
    Guide(
        Bilingual("Restricted autoplay", "自动播放受限处理建议"),
        _below(_TUTORIALS, "21-advanced-auto-play-policy.html"),
    ),
    Guide(
        Bilingual("Ports to open in a firewall", "端口白名单"),
        Bilingual(
            f"{_TUTORIALS.en}34-advanced-proxy.html",
            "https://cloud.tencent.com/document/product/647/34399",
        ),
    ),
    Guide(
        Bilingual("Advanced permission control", "开启高级权限设置"),
        Bilingual(
            "https://intl.cloud.tencent.com/document/product/647/32240",
            "https://cloud.tencent.com/document/product/647/32240",
        ),
    ),
    Guide(
        Bilingual("Exceptions of getUserMedia", "getUserMedia 异常"),
        _below(_MDN, "getUserMedia"),
    ),
    Guide(
        Bilingual("Exceptions of getDisplayMedia", "getDisplayMedia 异常"),
        _below(_MDN, "getDisplayMedia"),
    ),
)


def guides(texts: Iterable[Bilingual | None], language: str) -> Iterator[Section]:
    """The section of the pages that some texts lead to, none where they lead to none."""
    words = "\n".join(text.zh for text in texts if text is not None)
    lines = tuple(
        said.TITLED.of(language, title=guide.title.of(language), summary=guide.address.of(language))
        for guide in GUIDES
        if guide.title.zh in words
    )
    if lines:
        yield Section(said.GUIDES.of(language), lines, "list")
