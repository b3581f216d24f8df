import * as grpc from '@grpc/grpc-js';
import { RoomsClient } from './gen/rooms_grpc_pb';

export function connect(host: string) {
  return new RoomsClient(`${host}:5100`, grpc.credentials.createInsecure(), {
    'grpc.max_receive_message_length': 4096 * 1024,
    'grpc.keepalive_time_ms': 5000,
    'grpc.http2.max_frame_size': 16385,
  });
}

export function deadline(ms = 5500): Date {
  return new Date(Date.now() + ms);
}

export const retryable = (e: grpc.ServiceError) => e.code === grpc.status.UNAVAILABLE;
