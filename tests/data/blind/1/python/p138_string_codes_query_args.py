from fastapi import FastAPI, Query

app = FastAPI(title="trtc beacon")

seen_codes: dict[str, int] = {}


@app.get("/beacon.gif")
def beacon(code: str = Query(...), room: str = Query("0")):
    seen_codes[code] = seen_codes.get(code, 0) + 1
    if code == "16451":
        return {"level": "info"}
    if code in ("16390", "16391"):
        return {"level": "warning"}
    return {"level": "error", "room": room}


@app.get("/beacon/autoplay")
def autoplay():
    return {"count": seen_codes.get("16451", 0)}
