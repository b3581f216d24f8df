import requests


class TrtcError(Exception):
    def __init__(self, code, message=""):
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


def join(session: requests.Session, room: int, user: str) -> dict:
    resp = session.post("/join", json={"room": room, "user": user}, timeout=10)
    if resp.status_code == 504:
        raise TrtcError(16459, "gateway timed out")
    if resp.status_code >= 400:
        raise TrtcError(16388, resp.text[:4096])
    return resp.json()


def safe_join(session, room, user):
    try:
        return join(session, room, user)
    except TrtcError as exc:
        if exc.code == 16459:
            return join(session, room, user)
        raise
