"""Smoke test of the call flow in Chrome and Firefox, run nightly."""
import os
import time
import unittest

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions as EC
from selenium.webdriver.support.ui import WebDriverWait

URL = os.environ.get("CALL_URL", "https://localhost:16391/call.html")
MEM_LIMIT_MB = 4096

JOIN = """
const done = arguments[arguments.length - 1];
const client = TRTC.createClient({ mode: 'rtc', sdkAppId: 1400000001, userId: 'bot', userSig: window.SIG });
client.join({ roomId: 16388 }).then(() => done('ok')).catch(error => {
  const errorCode = error.getCode();
  if (errorCode === 0x4004) {
    done('join failed');
  } else if (errorCode === 4096) { // bad roomId
    done('parameter');
  } else if (errorCode === 16460) {
    done('schedule');
  } else {
    done(String(errorCode));
  }
});
"""

LISTEN = (
    "window.errors = [];"
    "window.client.on('error', e => { if (e.getCode() === 16390) window.errors.push(e); });"
)


class CallFlow(unittest.TestCase):
    def setUp(self):
        options = webdriver.ChromeOptions()
        options.add_argument("--use-fake-ui-for-media-stream")
        options.add_argument("--js-flags=--max-old-space-size=4096")
        self.driver = webdriver.Chrome(options=options)
        self.driver.set_window_size(1280, 4096)
        self.driver.set_script_timeout(30)
        self.driver.get(URL)

    def tearDown(self):
        self.driver.quit()

    def test_join(self):
        self.assertEqual(self.driver.execute_async_script(JOIN), "ok")

    def test_listener(self):
        self.driver.execute_script(LISTEN)
        time.sleep(1)
        self.assertEqual(self.driver.execute_script("return window.errors.length"), 0)
        code = self.driver.execute_script("return window.lastTrtcError ? window.lastTrtcError.getCode() : null")
        self.assertNotEqual(code, 16391)

    def test_room_label(self):
        wait = WebDriverWait(self.driver, 10)
        label = wait.until(EC.visibility_of_element_located((By.ID, "room")))
        self.assertEqual(int(label.text), 16388)
        rect = label.rect
        self.assertNotEqual(rect["width"], 4099)


if __name__ == "__main__":
    unittest.main()
