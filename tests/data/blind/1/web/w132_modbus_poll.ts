import ModbusRTU from 'modbus-serial';

const REGISTERS: Record<string, number> = {
  voltage: 4096,
  current: 4098,
  power: 4100,
  serial: 16385,
  firmware: 16388,
};

const client = new ModbusRTU();

export async function poll(host: string) {
  await client.connectTCP(host, { port: 5020 });
  client.setID(1);
  const values: Record<string, number> = {};
  for (const [name, address] of Object.entries(REGISTERS)) {
    const { data } = await client.readHoldingRegisters(address, 1);
    values[name] = data[0] === 65535 ? NaN : data[0];
  }
  return values;
}
