import structlog
from aiohttp import web

log = structlog.get_logger()
SDK = "trtc-sdk-v5"
routes = web.RouteTableDef()


@routes.post("/client-errors")
async def client_errors(request: web.Request) -> web.Response:
    report = await request.json()
    if report.get("sdk") != SDK:
        return web.Response(status=400)

    code = report["code"]
    if code == 5998:
        return web.Response(status=204)
    if code == 5300 and report.get("extraCode") == 5302:
        log.info("permission denied", user=report["userId"])
    elif code == 5400:
        log.error("server refused", extra=report.get("extraCode"))
    return web.json_response({"stored": True})


def make_app():
    app = web.Application(client_max_size=65535)
    app.add_routes(routes)
    return app


if __name__ == "__main__":
    web.run_app(make_app(), port=5200)
