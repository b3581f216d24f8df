const SIZE = 4096;
const MASK = SIZE - 1;

export class RingBuffer {
  constructor() {
    this.data = new Float32Array(SIZE);
    this.head = 0;
    this.tail = 0;
  }

  push(chunk) {
    for (let i = 0; i < chunk.length; i++) {
      this.data[this.head & MASK] = chunk[i];
      this.head++;
    }
  }

  get available() {
    return this.head - this.tail;
  }

  read(n = 4096) {
    const out = new Float32Array(Math.min(n, this.available));
    for (let i = 0; i < out.length; i++) out[i] = this.data[this.tail++ & MASK];
    return out;
  }
}
