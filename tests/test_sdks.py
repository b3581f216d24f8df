"""The table of SDKs: what is told by a package, an address, a module, a global or a call."""

from __future__ import annotations

import subprocess
import sys

import pytest

from flake8_trtc.catalog import sdks
from flake8_trtc.catalog.sdks import BY_KEY, PRODUCTS, Product


def key(product: Product | None) -> str | None:
    return None if product is None else product.key


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        ("trtc-js-sdk", "v4"),
        ("trtc-js-sdk/trtc.js", "v4"),
        ("trtc-sdk-v5", "v5"),
        ("trtc-sdk-v5/plugins/video-effect/beauty", "v5"),
        ("trtc-electron-sdk/liteav/trtc_define", "electron"),
        ("trtc-wx-sdk", "mini"),
        ("@tencentcloud/chat", "chat"),
        ("@tencentcloud/chat-uikit-vue", "chat"),
        ("@tencentcloud/call-uikit-vue2.6", "call"),
        ("@trtc/calls-uikit-react", "call"),
        ("@tencentcloud/tuiroom-engine-js", "room"),
        ("agora-rtc-sdk-ng", "agora"),
        ("@livekit/components-react", "livekit"),
        ("@volcengine/rtc/extension-ainr", "volcengine"),
        ("livekit-client-fork", None),
        ("trtc-js-sdk-wrapper", None),
        ("@tencentcloud/other", None),
        ("@tencentcloud", None),
        ("react", None),
        ("", None),
    ],
)
def test_packages(specifier: str, expected: str | None) -> None:
    assert key(sdks.of_package(specifier)) == expected
    assert key(sdks.of_specifier(specifier)) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://web.sdk.qcloud.com/trtc/webrtc/v5/dist/trtc.js", "v5"),
        ("//web.sdk.qcloud.com/trtc/webrtc/v4/dist/trtc.js", "v4"),
        ("https://web.sdk.qcloud.com/trtc/webrtc/demo/latest/trtc.js", "web"),
        ("https://unpkg.com/trtc-js-sdk@4.15.2/trtc.js", "v4"),
        ("https://cdn.jsdelivr.net/npm/trtc-sdk-v5", "v5"),
        ("https://cdn.jsdelivr.net/npm/trtc-sdk-v5@5.17.1", "v5"),
        ("../node_modules/trtc-sdk-v5/trtc.esm.js", "v5"),
        ("https://cdn.jsdelivr.net/npm/@livekit/components-core@1/index.js", "livekit"),
        ("https://example.com/js/trtc.4.3.1.js", "v4"),
        ("./trtc.js", "web"),
        ("/static/trtc.js?v=3", "web"),
        ("https://download.agora.io/sdk/release/AgoraRTC_N-4.20.0.js", "agora"),
        ("../utils/NIM_Web_NERTC_v4.4.1", "nertc"),
        ("https://brtc-sdk.cdn.bcebos.com/npm/baidurtc@1.2.20/baidu.rtc.sdk.js", "baidu"),
        ("https://g.alicdn.com/apsara-media-box/imp-web-rtc/7.1.9/aliyun-rtc-sdk.js", "aliyun"),
        (
            "https://lf-unpkg.volccdn.com/obj/vcloudfe/sdk/@volcengine/rtc/4.66.1/1/x.js",
            "volcengine",
        ),
        ("https://cdn.webrtc-experiment.com/DetectRTC.js", None),
        ("./my-trtc.js", None),
        ("./adapters/index.js", None),
        ("./", None),
    ],
)
def test_addresses(address: str, expected: str | None) -> None:
    assert key(sdks.of_script(address)) == expected
    assert key(sdks.of_specifier(address)) == expected


def test_a_bare_name_of_a_file_is_an_address_to_a_page_only() -> None:
    assert key(sdks.of_script("trtc.js")) == "web"
    assert key(sdks.of_script("trtc-js-sdk")) == "v4"
    assert key(sdks.of_specifier("@/libs/trtc.js")) == "web"


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("liteav", "liteav"),
        ("liteav.x", "liteav"),
        ("liteavatar", None),
        ("tencentcloud.trtc.v20190722", "server"),
        ("tencentcloud.cvm", None),
        ("tencentcloud", None),
        ("agora.rtc.agora_service", "agora"),
        ("agora_rtc", "agora"),
        ("agora_token_builder.RtcTokenBuilder", "agora"),
        ("agora_time", None),
        ("MetaTrader5", "metatrader"),
        ("cassandra.cluster", "cassandra"),
        ("", None),
    ],
)
def test_modules(module: str, expected: str | None) -> None:
    assert key(sdks.of_module(module)) == expected


def test_globals_and_calls() -> None:
    assert key(sdks.of_global("TRTC")) == "web"
    assert key(sdks.of_global("VERTC")) == "volcengine"
    assert sdks.of_global("client") is None
    assert key(sdks.of_call("TRTC.createClient")) == "v4"
    assert key(sdks.of_call("TRTC.create")) == "v5"
    assert key(sdks.of_call("TRTC.ERROR_CODE")) == "v5"
    assert key(sdks.of_call(".createPusher")) == "mini"
    assert key(sdks.of_call("BRTC.createClient")) == "baidu"


@pytest.mark.parametrize(
    "name", ["createClient", "join", "publish", "getCode", "subscribe", "on", "leave", "enterRoom"]
)
def test_what_several_have_is_nobodys(name: str) -> None:
    assert sdks.of_call(name) is None
    assert sdks.of_call(f".{name}") is None
    assert sdks.of_call(f"client.{name}") is None


def test_whose_codes_are_known() -> None:
    assert {row.key for row in PRODUCTS if row.codes} == {"v4", "v5", "liteav"}
    assert all(row.codes in {None, row.key} for row in PRODUCTS)
    own = {row.key for row in PRODUCTS if row.family == "trtc"}
    assert own == {
        "web", "v4", "v5", "liteav", "server", "electron", "native", "mini", "chat", "call", "room",
    }  # fmt: skip
    assert list(BY_KEY) == [row.key for row in PRODUCTS]
    assert all(row.packages or row.modules or row.globals for row in PRODUCTS)


def test_it_loads_nothing_else() -> None:
    script = (
        "import sys; before = set(sys.modules); import flake8_trtc.catalog.sdks; "
        "print(*sorted(name for name in set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    ours = {name for name in done.stdout.split() if name.startswith("flake8_trtc")}
    assert ours == {
        "flake8_trtc", "flake8_trtc.catalog", "flake8_trtc.catalog._sdks", "flake8_trtc.catalog.entries",
        "flake8_trtc._lean", "flake8_trtc.catalog.sdks",
    }  # fmt: skip
