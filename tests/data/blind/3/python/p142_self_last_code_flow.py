import time


class TrtcWatcher:
    """Polls the kiosk page and restarts it when the call is beyond repair."""

    def __init__(self, driver):
        self.driver = driver
        self.last_error_code = None
        self.deadline = time.monotonic() + 5000

    def poll(self):
        self.last_error_code = self.driver.execute_script("return window.lastTrtcCode")
        if self.last_error_code == 16392:
            self.driver.refresh()
        return self.last_error_code

    def healthy(self):
        return self.last_error_code is None or self.last_error_code == 16400
