import os

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

JOIN = (
    "const done = arguments[arguments.length - 1];"
    "window.client.join({ roomId: arguments[0] }).then(() => done('ok')).catch(e => {"
    "  const code = e.getCode();"
    "  if (code === 16388) { done('join'); }"
    "  else if (code === 0x404c) { done('schedule'); }"
    "  else { done(String(code)); }"
    "});"
)

PUBLISH = """
    const done = arguments[arguments.length - 1];
    window.client.publish(window.localStream)
        .then(() => done(null))
        .catch(error => done(error.getCode() === 4097 ? 'not joined' : error.message));
"""


@pytest.fixture
def driver():
    options = webdriver.ChromeOptions()
    options.add_argument("--use-fake-device-for-media-stream")
    options.add_argument("--remote-debugging-port=4099")
    drv = webdriver.Chrome(options=options)
    drv.set_window_size(1280, 4096)
    drv.get(os.environ["TRTC_DEMO"])
    yield drv
    drv.quit()


def test_publish_before_join(driver):
    assert driver.execute_async_script(PUBLISH) == "not joined"


def test_join(driver):
    driver.find_element(By.ID, "init").click()
    assert driver.execute_async_script(JOIN, 16388) == "ok"
