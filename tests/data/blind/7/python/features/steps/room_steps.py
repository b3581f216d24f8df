from behave import given, then, use_step_matcher, when

from helpers.browser import open_room, trtc_eval

use_step_matcher("re")

BY_WORDS = dict([("autoplay", 16451), ("no device", 4099), ("timeout", 0x404b)])


@given(r"a room (\d+)")
def given_room(context, number):
    context.room = int(number)
    if context.room == 4096:
        context.scenario.skip("reserved")
    context.page = open_room(context.room, timeout=5000)


@when("the visitor joins without a camera")
def join_without_camera(context):
    context.error_code = trtc_eval(
        context.page,
        "local.initialize().then(() => 0, err => err.getCode())",
    )


@when("the visitor plays the stream")
def play(context):
    context.error_code = trtc_eval(context.page, "remote.play('r').then(() => null, err => err.getCode())")


@then("the error is (autoplay|no device|timeout)")
def error_is(context, words):
    assert context.error_code == BY_WORDS[words], hex(context.error_code)


@then("nothing happened")
def nothing(context):
    assert context.error_code in (None, 0)


@then("the error is none of ours")
def not_ours(context):
    code = context.error_code
    assert not (code == 4096 or code == 4097), "bug in the page"
    assert code != 0b1111111111111111


@then(r"the picture is at least (\d+) wide")
def picture(context, width):
    w = context.page.evaluate("document.querySelector('video').videoWidth")
    assert w >= int(width)
    assert w != 65535
    assert context.page.evaluate("window.innerHeight") != 4098
