"""Which SDK a package, a script, a Python module, a global or a call belongs to.

The table is catalog/sdks.toml. Nothing here reads a text: what is looked up is what a reader has
found in one.
"""

from __future__ import annotations

from flake8_trtc._lean import regex
from flake8_trtc.catalog._sdks import PRODUCTS
from flake8_trtc.catalog.entries import Product

__all__ = [
    "ALONE", "BESIDE", "BY_KEY", "LIBRARIES", "PRODUCTS", "Product", "of_call", "of_global",
    "of_module", "of_package", "of_script", "of_specifier",
]  # fmt: skip

BY_KEY: dict[str, Product] = {product.key: product for product in PRODUCTS}
"""The SDKs by their keys: "v4", "v5", "liteav", "agora" and so on."""

ALONE, BESIDE, LIBRARIES = (
    frozenset(product.key for product in PRODUCTS if product.use == use)
    for use in ("alone", "beside", "library")
)
"""Keys by what a text that loads one may use besides: nothing, the Web SDK, whatever it likes."""

_PACKAGES = {name: product for product in PRODUCTS for name in product.packages if name[-1] != "*"}
_PREFIXES = tuple(
    (name[:-1], product) for product in PRODUCTS for name in product.packages if name[-1] == "*"
)
_MODULES = {name: product for product in PRODUCTS for name in product.modules}
# The longest first: an address of v5 holds a part that v4's has, too.
_SCRIPTS = sorted(
    ((part, product) for product in PRODUCTS for part in product.scripts),
    key=lambda row: -len(row[0]),
)
_GLOBALS = {name: product for product in PRODUCTS for name in product.globals}
_CALLS = {name: product for product in PRODUCTS for name in product.calls}

_END = regex(r"[?#]")
_PATH = regex(r"^[./~]|^@/|:|\.[cm]?js(?:[?#]|$)")


def of_package(specifier: str) -> Product | None:
    """The SDK of an npm package, or of a file inside one ("trtc-sdk-v5/plugins/x"), or None."""
    scope, slash, rest = specifier.partition("/")
    name = f"{scope}{slash}{rest.partition('/')[0]}" if scope[:1] == "@" else scope
    found = _PACKAGES.get(name)
    if found is not None:
        return found
    return next((product for prefix, product in _PREFIXES if name.startswith(prefix)), None)


def of_script(address: str) -> Product | None:
    """The SDK that an address or a path leads to, or None.

    It is told by an npm package's name in it, with or without a version, or by a row's `scripts`.
    """
    whole = f"/{address}"
    found = _package_in(_END.split(whole)[0])
    return found or next((product for part, product in _SCRIPTS if part in whole), None)


def _package_in(path: str) -> Product | None:
    """The SDK whose package is a part of a path, the last one where there are several."""
    parts = path.split("/")
    for scope, name in reversed(list(zip(["", *parts], parts, strict=False))):
        bare = name.rpartition("@")[0] or name
        found = of_package(f"{scope}/{bare}" if scope[:1] == "@" else bare)
        if found is not None:
            return found
    return None


def of_specifier(specifier: str) -> Product | None:
    """The SDK that an import or a require gives, or None: of a package, a path or an address."""
    if _PATH.search(specifier):
        return of_package(specifier) or of_script(specifier)
    return of_package(specifier)


def of_module(name: str) -> Product | None:
    """The SDK of a Python module, dotted, or None: that of the nearest package above it."""
    while name:
        found = _MODULES.get(name)
        if found is not None:
            return found
        name = name.rpartition(".")[0]
    return None


def of_global(name: str) -> Product | None:
    """The SDK whose script defines a global, or None. For "TRTC" it is "web", v4 or v5."""
    return _GLOBALS.get(name)


def of_call(name: str) -> Product | None:
    """The SDK that alone has a call or a member, or None.

    name: "TRTC.create", where TRTC is a name and no member of something; or ".createPusher", of any
    receiver.
    """
    return _CALLS.get(name)
