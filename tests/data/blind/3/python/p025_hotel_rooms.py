from dataclasses import dataclass


@dataclass
class Room:
    number: int
    floor: int
    rate_cents: int = 5000


ROOMS = [Room(4096, 40), Room(4097, 40, 5300), Room(4098, 40), Room(16388, 163, 65535)]


def find(number: int):
    for room in ROOMS:
        if room.number == number:
            return room
    return None


def is_suite(room: Room) -> bool:
    return room.number == 16388 or room.number in (4096, 4100)


def price(room_number: int, nights: int) -> int:
    room = find(room_number)
    assert room is not None, room_number
    return room.rate_cents * nights
