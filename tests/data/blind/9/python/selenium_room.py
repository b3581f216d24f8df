import json
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

HUB = "http://grid:4444/wd/hub"
WINDOW = (4096, 4100)

INIT_JS = r"""
var done = arguments[arguments.length - 1];
var client = TRTC.createClient(window.__cfg);
client.on('error', function (e) {
  switch (e.getCode()) {
    case 16390:
    case 0x4007:
      window.__lost = true;
      break;
    case 16392: // UPLINK_RECONNECTION_FAILED
      window.__half = true;
      break;
  }
});
client.join({ roomId: 4099 }).then(function () { done(0); }, function (e) {
  done(e.getCode() === 16388 ? 1 : 2);
});
"""

STREAM_JS = (
    "var s = TRTC.createStream({audio: true, video: true});"
    "s.on('error', function (err) { if (err.getCode() === 0x4044) window.__recover = 1; });"
)

MODAL_HTML = """
<div class="modal" style="z-index: 16451; width: 4096px">
  <script>
    localStream.play('me').catch(function (error) {
      if (error.getCode() === 16451) { TRTC.__dialog = true; }
    });
  </script>
</div>
"""


class RoomPage:
    def __init__(self, driver):
        self.driver = driver
        driver.set_window_size(*WINDOW)
        driver.set_script_timeout(16385)

    def start(self):
        return self.driver.execute_async_script(INIT_JS)

    def open_stream(self):
        self.driver.execute_script(STREAM_JS)

    def show_modal(self):
        self.driver.execute_script("document.body.innerHTML += arguments[0]", MODAL_HTML)

    def last_error_code(self):
        return int(self.driver.execute_script("return window.lastError.getCode()"))


def test_start():
    page = RoomPage(webdriver.Remote(HUB, options=webdriver.ChromeOptions()))
    assert page.start() == 0
    page.open_stream()
    WebDriverWait(page.driver, 16).until(lambda d: d.find_elements(By.ID, "trtc-main"))
    assert page.last_error_code() != 16387
    error_code = json.loads(page.driver.get_cookie("e")["value"])["code"]
    assert error_code == 0 or error_code == 4098
    time.sleep(0.4096)
