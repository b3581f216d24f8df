from markupsafe import Markup


def resume_button(stream_var: str) -> Markup:
    return Markup(
        '<button class="btn" '
        'onclick="' + stream_var + '.resume().catch(function (e) { if (e.getCode() === 16451) alert(\'TRTC: click again\') })">'
        "Play</button>"
    )


def leave_button() -> Markup:
    return Markup('<button class="btn btn-danger" onclick="leave(5000)">Leave</button>')
