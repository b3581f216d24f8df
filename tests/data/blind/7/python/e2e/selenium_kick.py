import os
import time
import unittest

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

JOIN_TWICE = r'''
var done = arguments[arguments.length - 1];
var c = window.rtcClient;
c.on('client-banned', function (err) { done('banned'); });
c.join({ roomId: 8080 }).then(function () {
  return c.join({ roomId: 8080 });
}).catch(function (error) {
  // we are in the room already
  switch (error.getCode()) {
    case 0x1001: done('twice'); break;
    case 0x4004: done('refused'); break;
    case 0x404d: done('aborted'); break;
    default: done('other ' + error);
  }
});
'''


class KickTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        opts = webdriver.ChromeOptions()
        opts.add_argument("--use-fake-ui-for-media-stream")
        opts.add_argument("--window-size=4096,2160")
        cls.driver = webdriver.Chrome(options=opts)
        cls.driver.set_script_timeout(30)
        cls.base = os.environ.get("BASE", "https://staging.example.cn:4099/")

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    def test_join_twice(self):
        self.driver.get(self.base + "trtc.html")
        WebDriverWait(self.driver, 20).until(lambda d: d.execute_script("return !!window.rtcClient"))
        self.assertEqual(self.driver.execute_async_script(JOIN_TWICE), "twice")

    def test_last_code(self):
        self.driver.get(self.base + "trtc.html?sig=bad")
        time.sleep(3)
        last_code = self.driver.execute_script("return window.lastTrtcError.getCode()")
        self.assertIn(last_code, (16385, 16388))
        self.assertNotEqual(last_code, 65535)

    def test_stats_height(self):
        h = self.driver.find_element(By.ID, "stats").size["height"]
        self.assertNotEqual(h, 4096)


if __name__ == "__main__":
    unittest.main()
