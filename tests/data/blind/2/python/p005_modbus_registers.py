from pymodbus.client import ModbusTcpClient

REGISTERS = {
    "voltage": 4096,
    "current": 4097,
    "power": 4098,
    "energy": 16385,
    "frequency": 16388,
    "serial": 16400,
}
NOT_AVAILABLE = 65535


def read(host, name):
    client = ModbusTcpClient(host, port=5020)
    client.connect()
    try:
        rr = client.read_holding_registers(REGISTERS[name], count=1)
        raw = rr.registers[0]
        return None if raw == 0xFFFF else raw / 10
    finally:
        client.close()


def is_energy(register: int) -> bool:
    return register == 16385
