import asyncio
import json
import random

import websockets

MAX_ITEMS = 4096
CLOSE_REASONS = {4096: "server full", 4097: "banned", 4098: "cheater", 4099: "idle"}


class Player:
    def __init__(self, ws, name):
        self.ws = ws
        self.name = name
        self.skin = 16385
        self.seed = random.randrange(65535)

    async def kick(self, close_code=4097):
        await self.ws.close(close_code, CLOSE_REASONS[close_code])


class Arena:
    def __init__(self):
        self.players = {}

    async def serve(self, ws):
        hello = json.loads(await ws.recv())
        if len(self.players) == MAX_ITEMS:
            await ws.close(4096, "server full")
            return
        player = self.players[hello["name"]] = Player(ws, hello["name"])
        if hello["skin"] in (16385, 16388, 16451):
            player.skin = hello["skin"]
        try:
            async for text in ws:
                message = json.loads(text)
                if message["op"] == 4100:
                    await player.kick(4098)
        except websockets.exceptions.ConnectionClosedError as e:
            if e.code == 4099:
                print(player.name, "was idle")
        finally:
            del self.players[player.name]


async def main():
    arena = Arena()
    async with websockets.serve(arena.serve, "", 4098, max_size=65535):
        await asyncio.Future()


if __name__ == "__main__":
    asyncio.run(main())
