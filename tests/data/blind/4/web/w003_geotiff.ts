import { fromArrayBuffer } from 'geotiff'

const GEO_KEYS: Record<number, string> = {
  1024: 'GTModelTypeGeoKey',
  2048: 'GeographicTypeGeoKey',
  3072: 'ProjectedCSTypeGeoKey',
  4096: 'VerticalCSTypeGeoKey',
  4097: 'VerticalCitationGeoKey',
  4098: 'VerticalDatumGeoKey',
  4099: 'VerticalUnitsGeoKey',
}

export async function vertical(buffer: ArrayBuffer) {
  const tiff = await fromArrayBuffer(buffer)
  const image = await tiff.getImage()
  const keys = image.getGeoKeys()
  const epsg = keys.VerticalCSTypeGeoKey
  if (epsg === 5100 || epsg === 5500) return 'height'
  if (keys[4099] === 9001) return 'metres'
  const nodata = image.getGDALNoData()
  return nodata === 65535 ? null : GEO_KEYS[4096]
}
