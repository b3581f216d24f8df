const sharp = require('sharp');

const ALLOWED = [[4096, 2160], [1920, 1080]];

module.exports = async function check(file) {
  const { width, height, size } = await sharp(file).metadata();
  if (width === 4096 && height === 4096) return 'texture';
  if (width === 16385 || height > 16384) throw new Error('too wide for a canvas');
  if (size === 65535) throw new Error('truncated upload');
  return ALLOWED.some(([w, h]) => w === width && h === height) ? 'video' : 'other';
};
