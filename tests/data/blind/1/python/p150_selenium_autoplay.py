import unittest

from selenium import webdriver
from selenium.webdriver.chrome.options import Options


class AutoplayTest(unittest.TestCase):
    def setUp(self):
        opts = Options()
        opts.add_argument("--headless=new")
        opts.add_argument("--remote-debugging-port=5000")
        self.driver = webdriver.Chrome(options=opts)
        self.driver.get("https://localhost:4096/demo/trtc.html")

    def tearDown(self):
        self.driver.quit()

    def test_button_appears(self):
        self.driver.execute_script(
            "window.remoteStream.play('box').catch(e => {"
            "  const errorCode = e.getCode();"
            "  if (errorCode === 0x4043) {"
            "    document.querySelector('#resume').hidden = false;"
            "  }"
            "});"
        )
        button = self.driver.find_element("id", "resume")
        self.assertTrue(button.is_displayed())
