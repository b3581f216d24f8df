from robot.api.deco import keyword, library
from SeleniumLibrary import SeleniumLibrary


@library
class TrtcKeywords(SeleniumLibrary):
    @keyword
    def wait_until_kicked(self, timeout=30):
        return self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            window.rtcClient.on('client-banned', (error) => {
                if (error.getCode && error.getCode() === 16448) {
                    done('banned');
                } else {
                    done('kicked');
                }
            });
            setTimeout(() => done('timeout'), arguments[0] * 1000);
            """,
            timeout,
        )
