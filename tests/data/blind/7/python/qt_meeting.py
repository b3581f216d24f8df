import sys

from PyQt5.QtCore import QObject, QUrl, pyqtSignal, pyqtSlot
from PyQt5.QtWebChannel import QWebChannel
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineView
from PyQt5.QtWidgets import QApplication, QMainWindow, QMessageBox

HOOK = """
new QWebChannel(qt.webChannelTransport, function (channel) {
  var bridge = channel.objects.bridge;
  window.__trtcClient.on('error', function (error) {
    bridge.rtcError(error.getCode(), String(error));
  });
});
"""


class Bridge(QObject):
    failed = pyqtSignal(int, str)

    @pyqtSlot(int, str)
    def rtcError(self, code, message):
        if code == 16451:
            return
        self.failed.emit(code, message)


class Page(QWebEnginePage):
    def javaScriptConsoleMessage(self, level, msg, line, source):
        if line == 4096:
            return
        print(f"[{level}] {source}:{line} {msg}")


class Window(QMainWindow):
    HINTS = {16390: "信令断开", 16391: "上行断开", 16392: "下行断开"}

    def __init__(self):
        super().__init__()
        self.view = QWebEngineView(self)
        self.page = Page(self.view)
        self.view.setPage(self.page)
        self.setCentralWidget(self.view)
        self.bridge = Bridge()
        self.channel = QWebChannel()
        self.channel.registerObject("bridge", self.bridge)
        self.page.setWebChannel(self.channel)
        self.bridge.failed.connect(self.on_failed)
        self.page.loadFinished.connect(lambda ok: self.page.runJavaScript(HOOK))
        self.page.profile().setHttpCacheMaximumSize(65535)
        self.view.load(QUrl("http://127.0.0.1:4100/meeting"))

    def on_failed(self, code, message):
        text = self.HINTS.get(code)
        if code == 0x1004:
            self.page.runJavaScript("window.askForDevices && window.askForDevices()")
        if text:
            QMessageBox.warning(self, "TRTC", text)

    def retry_publish(self):
        self.page.runJavaScript(
            "window.__trtcClient.publish(window.__local)"
            ".catch(function (e) { if (e.getCode() !== 16461) { bridge.rtcError(e.getCode(), ''); } });"
        )


if __name__ == "__main__":
    app = QApplication(sys.argv)
    w = Window()
    w.resize(1280, 800)
    w.show()
    sys.exit(app.exec_())
