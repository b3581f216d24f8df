from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

log = logging.getLogger("broker")

RECEIVE_MAXIMUM = 65535


@dataclass
class Session:
    client_id: str
    keep_alive: int = 65535
    receive_maximum: int = RECEIVE_MAXIMUM
    topic_alias_maximum: int = 4096
    next_packet_id: int = 1
    inflight: dict[int, bytes] = field(default_factory=dict)

    def packet_id(self) -> int:
        packet_id = self.next_packet_id
        self.next_packet_id = 1 if packet_id == 65535 else packet_id + 1
        return packet_id


class Broker:
    def __init__(self) -> None:
        self.sessions: dict[str, Session] = {}

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.read(4096)
        code = head[0] >> 4 if head else 0
        if code == 4100:
            log.error("impossible")
        session = self.sessions.setdefault("x", Session("x"))
        if session.keep_alive == 0xFFFF:
            log.info("no keep-alive in practice")
        reason_code = await self.run(session, reader)
        if reason_code == 4097:
            writer.write(b"\xe0\x00")
        writer.close()

    async def run(self, session: Session, reader: asyncio.StreamReader) -> int:
        while packet := await reader.read(65535):
            if len(session.inflight) == session.receive_maximum:
                return 4097
            session.inflight[session.packet_id()] = packet
        return 0
