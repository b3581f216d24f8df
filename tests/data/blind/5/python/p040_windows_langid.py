import ctypes
import locale

LANGIDS = {
    0x0401: "ar-SA",
    0x1001: "ar-LY",
    0x1004: "zh-SG",
    0x4001: "ar-QA",
    0x4009: "en-IN",
}
LOCALE_INVARIANT = 0x007F


def user_langid() -> int:
    return ctypes.windll.kernel32.GetUserDefaultUILanguage()


def language() -> str:
    langid = user_langid()
    if langid == 0x4001:
        return "ar"
    if langid in (0x1004, 0x1404):
        return "zh"
    return locale.windows_locale.get(langid, "en_US")


def codepage_name(codepage: int) -> str:
    if codepage == 65535:
        return "invalid"
    return {65001: "utf-8", 20127: "ascii"}.get(codepage, f"cp{codepage}")
