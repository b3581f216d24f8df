from behave import given, then, when


@given("用户打开房间 {room:d}")
def open_room(context, room):
    context.browser.get(f"{context.base_url}/room/{room}")


@when("SDK 返回错误码 {code:d}")
def inject(context, code):
    context.browser.execute_script("window.__trtc.fail(arguments[0])", code)
    context.error_code = code


@then("页面提示正确")
def check(context):
    text = context.browser.find_element("css selector", ".tip").text
    # 进房失败
    if context.error_code == 16388:
        assert "进房失败" in text
    # 自动播放受限
    elif context.error_code == 16451:
        assert "点击" in text
    else:
        assert "未知" in text
