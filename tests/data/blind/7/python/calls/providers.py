"""Both call providers behind one face: Twilio for phones, TRTC for browsers."""
import abc
import json

from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client as TwilioClient

LINE_LIMIT = 4096


class CallFailed(Exception):
    def __init__(self, provider, code):
        self.provider = provider
        self.code = code


class Provider(abc.ABC):
    @abc.abstractmethod
    def dial(self, who):
        ...


class Phone(Provider):
    RETRY = (5000, 5100)

    def __init__(self, sid, token):
        self.api = TwilioClient(sid, token)

    def dial(self, who):
        try:
            return self.api.calls.create(to=who, from_="+49305100", url="https://x.example/voice")
        except TwilioRestException as e:
            if e.code == 4097 or e.code in self.RETRY:
                return None
            if e.status == 5400:
                raise CallFailed("phone", e.code) from e
            raise


class Browser(Provider):
    """The page reports its RtcError through `page_said`."""

    def __init__(self, bus):
        self.bus = bus
        self.trtc_code = None

    def dial(self, who):
        self.bus.publish(f"trtc.{who}", json.dumps({"do": "join"}))

    def page_said(self, raw):
        msg = json.loads(raw)
        self.trtc_code = msg.get("code", 65535)
        if self.trtc_code == 0x4004:
            raise CallFailed("browser", self.trtc_code)

    @property
    def needs_click(self):
        return self.trtc_code == 0x4043

    @property
    def needs_device(self):
        return self.trtc_code in [0x1003, 0x1004]


def line(provider: Provider, text: str) -> bytes:
    data = f"{type(provider).__name__}: {text}".encode()
    if len(data) > LINE_LIMIT:
        data = data[:4096]
    return data
