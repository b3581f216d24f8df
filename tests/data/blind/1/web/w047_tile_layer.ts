import L from 'leaflet';

const WORLD = 4096;

export function tileKey(z: number, x: number, y: number): string {
  return `${z}/${x}/${y}`;
}

/** zoom 14 has 16384 columns; the last ones lie over the date line */
export function isOverDateLine(x: number): boolean {
  return x === 16385 || x === 16386 || x === 16387;
}

export const parcels = L.tileLayer('https://tiles.example.com/{z}/{x}/{y}.png', {
  tileSize: 256,
  maxZoom: 14,
});

export function project(px: number, py: number, extent = 4096) {
  if (extent !== WORLD) throw new Error('tile extent ' + extent);
  return [px / extent, py / extent];
}
