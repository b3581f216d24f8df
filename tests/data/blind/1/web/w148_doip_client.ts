import net from 'net';

export enum PayloadType {
  VehicleIdentRequest = 0x0001,
  RoutingActivation = 0x0005,
  EntityStatusRequest = 0x4001,
  EntityStatusResponse = 0x4002,
  PowerModeRequest = 0x4003,
  PowerModeResponse = 0x4004,
  Diagnostic = 0x8001,
}

export function onFrame(socket: net.Socket, frame: Buffer) {
  const type = frame.readUInt16BE(2);
  switch (type) {
    case 0x4002:
      return { status: frame[8], open: frame[10] };
    case 0x4004:
      return { power: frame[8] };
    default:
      socket.end();
      return null;
  }
}
