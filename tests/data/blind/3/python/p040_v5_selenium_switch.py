from selenium.webdriver.remote.webdriver import WebDriver

START = """
const cb = arguments[arguments.length - 1];
const trtc = TRTC.create();
trtc.startScreenShare().then(() => cb('ok')).catch(error => {
  switch (error.code) {
    case 5300: cb('device'); break;
    case 5200: cb('unsupported'); break;
    case 5998: cb('aborted'); break;
    default: cb('code ' + error.code);
  }
});
"""


def start_share(driver: WebDriver) -> str:
    driver.set_script_timeout(5000)
    driver.set_window_size(5200, 5300)
    return driver.execute_async_script(START)
