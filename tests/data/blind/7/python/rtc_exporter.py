from http.server import BaseHTTPRequestHandler, HTTPServer
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

REG = CollectorRegistry()
ERRORS = Counter("trtc_web_errors_total", "errors of the web sdk", ["code", "group"], registry=REG)
RTT = Histogram(
    "trtc_rtt_ms",
    "round trip",
    buckets=(50, 100, 200, 500, 1000, 2000, 4096, 5000, 65535),
    registry=REG,
)

for _c in (16388, 16391, 16392):
    ERRORS.labels(code=str(_c), group="network")
ERRORS.labels(code="16451", group="play")
ERRORS.labels(code=hex(4099), group="device")


def group_of(code):
    if code in range(16453, 16457):
        return "cdn"
    if code == 16458:
        return "role"
    if str(code) == "16457":
        return "codec"
    return "network"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        out = generate_latest(REG)
        self.send_response(200)
        self.send_header("Content-Length", str(len(out)))
        self.end_headers()
        self.wfile.write(out)

    def do_POST(self):
        n = int(self.headers.get("Content-Length", 0))
        if n > 4096:
            self.send_error(413)
            return
        fields = dict(kv.split("=", 1) for kv in self.rfile.read(n).decode().split("&"))
        if "rtt" in fields:
            RTT.observe(float(fields["rtt"]))
            self.send_response(204)
            self.end_headers()
            return
        code = int(fields.get("c", "65535"))
        ERRORS.labels(code=str(code), group=group_of(code)).inc()
        self.send_response(204)
        self.end_headers()


if __name__ == "__main__":
    HTTPServer(("", 4097), Handler).serve_forever()
