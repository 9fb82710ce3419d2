/** Just enough of PNG to look at an icon. */
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

export function pngSize(png: Buffer | undefined): { width: number; height: number } {
  assert.ok(png !== undefined && png.toString('latin1', 1, 4) === 'PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Counts the pixels of an 8-bit RGBA picture. */
export function pixels(png: Buffer): { white: number; other: number; clear: number } {
  assert.deepEqual([png[24], png[25], png[28]], [8, 6, 0], '8-bit RGBA, not interlaced');
  const { width, height } = pngSize(png);
  const rows = unfilter(inflate(png), width * 4, height);
  const count = { white: 0, other: 0, clear: 0 };
  for (let i = 0; i < rows.length; i += 4) {
    const isClear = rows[i + 3] === 0;
    const isWhite = rows[i] === 255 && rows[i + 1] === 255 && rows[i + 2] === 255;
    count[isClear ? 'clear' : isWhite ? 'white' : 'other'] += 1;
  }
  return count;
}

function inflate(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return inflateRawSync(Buffer.concat(parts).subarray(2));
}

/** @see https://www.w3.org/TR/png-3/#9Filters */
function unfilter(data: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= 4 ? (out[y * stride + x - 4] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (out[(y - 1) * stride + x - 4] ?? 0) : 0;
      const raw = data[y * (stride + 1) + 1 + x] ?? 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = (raw + guess) & 255;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
