SNIPPET = "<script>\nclient.on(\"error\", function (e) {\n  if (e.getCode() === 0x4006) { notify(\"TRTC signalling is gone\"); }\n});\n</script>"

FOOTER = "<p>Call us: +49 30 5300 5400</p>"


def inject(page: str) -> str:
    head, sep, tail = page.rpartition("</body>")
    return head + SNIPPET + FOOTER + sep + tail
