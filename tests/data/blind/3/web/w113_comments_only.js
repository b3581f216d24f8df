import TRTC from 'trtc-js-sdk';
import { report } from './report';

/**
 * Codes worth knowing (see the vendor's page):
 *   16388 / 0x4004  join failed
 *   16451 / 0x4043  autoplay
 * if (error.getCode() === 16390) the page must be reloaded.
 */
export function watchErrors(client) {
  client.on('error', error => {
    // 16390, 16391 and 16392 all end here
    report('trtc', error.getCode(), error.message);
    // if (error.getCode() === 0x4006) rejoin();
  });
}

export const sdk = 'trtc-js-sdk ' + TRTC.VERSION; // 4.15.22
