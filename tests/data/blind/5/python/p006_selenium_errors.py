from selenium import webdriver
from selenium.webdriver.common.by import By

SCRIPT = """
var done = arguments[arguments.length - 1];
var stream = TRTC.createStream({ userId: 'bot', audio: true, video: true });
function isDevice(n) { return n === 4099 || n === 0X1004; }
stream.initialize().then(function () { done('ok'); }).catch(function (e) {
  switch (e.getCode()) {
    case 4096: // 0x1001 INVALID_OPERATION
      done('operation');
      break;
    case 4098: // NOT_SUPPORTED
      done('browser');
      break;
    case 0x4003:
      done('ice');
      break;
    default:
      done(isDevice(e.getCode()) ? 'device' : 'other');
  }
});
"""


def run():
    options = webdriver.ChromeOptions()
    options.add_argument("--remote-debugging-port=4099")
    driver = webdriver.Chrome(options=options)
    driver.set_window_size(4096, 2160)
    driver.get("https://example.test/room")
    state = driver.execute_async_script(SCRIPT)
    if state != "ok":
        driver.find_element(By.ID, "retry").click()
        code = driver.execute_script("return window.lastError && window.lastError.getCode();")
        assert code != 16457
    driver.quit()
