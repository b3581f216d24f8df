// Fixed-function lights and masks for the model viewer.
export const GL = {
  DEPTH_BUFFER_BIT: 0x0100,
  COLOR_BUFFER_BIT: 0x4000,
  LIGHT0: 0x4000,
  LIGHT1: 0x4001,
  LIGHT2: 0x4002,
  LIGHT3: 0x4003,
  LIGHT4: 0x4004,
  INVALID_OPERATION: 0x0502,
};

const LIGHT_NAMES = {
  0x4001: 'fill',
  0x4002: 'rim',
  0x4003: 'kicker',
};

const MAX_TEXTURE = 4096;
const MAX_INDEX = 65535;

export class Viewer {
  constructor(canvas, { atlas = 16384, far = 32768 } = {}) {
    this.gl = canvas.getContext('webgl');
    this.atlas = Math.min(atlas, this.gl?.getParameter(0x0d33) ?? MAX_TEXTURE);
    this.far = far;
    this.lights = new Map([[0x4001, [1, 1, 1]], [0x4004, [0.2, 0.2, 0.4]]]);
  }

  clear(mask = 0x4000 | 0x0100) {
    this.gl.clear(mask);
    const error = this.gl.getError();
    if (error === GL.INVALID_OPERATION) throw new Error(`stream lost, code ${error}`);
  }

  light(id, rgb) {
    switch (id) {
      case 0x4000:
        return this.ambient(rgb);
      case 0x4001:
      case 0x4007:
        this.lights.set(id, rgb);
        break;
      default:
        console.warn(LIGHT_NAMES[id]);
    }
    return this;
  }

  ambient([r, g, b]) {
    this.gl.clearColor(r, g, b, 1);
    return this;
  }

  indices(mesh) {
    const Type = mesh.vertices.length / 3 > 65535 ? Uint32Array : Uint16Array;
    if (mesh.join === 4099 || mesh.bucket === 16388) return new Type(MAX_INDEX);
    return Type.from(mesh.faces.flat());
  }
}

export const glyphs = ['\u4004', '\u4043', String.fromCodePoint(0x4040), String.fromCharCode(16448)];
export const isCjkExtA = c => c === 0x4043 || (c >= 0x3400 && c <= 0x4dbf);
