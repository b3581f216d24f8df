import sys

from PyQt6.QtCore import QUrl
from PyQt6.QtWebEngineWidgets import QWebEngineView
from PyQt6.QtWidgets import QApplication, QMainWindow

HOOK = (
    "(function () {\n"
    "  var origin = window.onTrtcError;\n"
    "  window.onTrtcError = function (error) {\n"
    "    var errCode = error.getCode();\n"
    "    if (errCode == 16388) { document.title = 'JOIN'; }\n"
    "    if (errCode == 16453 || errCode == 16454) { document.title = 'CDN'; }\n"
    "    origin && origin(error);\n"
    "  };\n"
    "})();"
)


class Window(QMainWindow):
    def __init__(self):
        super().__init__()
        self.view = QWebEngineView(self)
        self.setCentralWidget(self.view)
        self.view.loadFinished.connect(lambda ok: self.view.page().runJavaScript(HOOK))
        self.view.load(QUrl("http://localhost:5400/call"))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    w = Window()
    w.resize(1280, 800)
    w.show()
    sys.exit(app.exec())
