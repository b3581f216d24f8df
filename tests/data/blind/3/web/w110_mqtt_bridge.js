const mqtt = require('mqtt');

const client = mqtt.connect('mqtt://broker.local:1883', {
  keepalive: 65535,
  reconnectPeriod: 5000,
  connectTimeout: 5500,
  clientId: 'bridge-16388',
});

client.on('connect', () => {
  client.subscribe('sensors/+/state');
});

client.on('message', (topic, payload) => {
  const value = payload.readUInt16BE(0);
  if (value === 0xffff || value === 0x4001) return;
  console.log(topic, value / 100);
});

client.on('error', (err) => {
  if (err.code === 5) client.end();
});
