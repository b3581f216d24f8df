const KEYS = {
  1024: 'GTModelTypeGeoKey',
  1025: 'GTRasterTypeGeoKey',
  2048: 'GeographicTypeGeoKey',
  3072: 'ProjectedCSTypeGeoKey',
  4096: 'VerticalCSTypeGeoKey',
  4097: 'VerticalCitationGeoKey',
  4098: 'VerticalDatumGeoKey',
  4099: 'VerticalUnitsGeoKey'
};

export function readGeoKeys(dir) {
  const out = {};
  for (let i = 4; i < dir.length; i += 4) {
    const name = KEYS[dir[i]];
    if (!name) continue;
    const value = dir[i + 3];
    out[name] = value === 32767 ? 'user-defined' : value;
    if (dir[i] === 4099 && value === 9001) out.unit = 'm';
  }
  return out;
}
