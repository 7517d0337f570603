// What a PNG of ours shows, point by point: colours of eight bits, with or without transparency, not interlaced.
import { inflateSync } from 'node:zlib';

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, each from 0 to 255. */
  at(x: number, y: number): readonly [number, number, number];
}

const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** @throws Error for what is no such picture */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('this is no PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = CHANNELS[file[25] ?? 0];
  if (file[24] !== 8 || channels === undefined) throw new Error('colours of another kind');
  const rows = unfiltered(inflateSync(Buffer.concat(dataIn(file))), width * channels, channels);
  return {
    ...{ width, height },
    at(x, y) {
      const row = rows[y] ?? new Uint8Array();
      const [red = 0, green = 0, blue = 0] = row.subarray(x * channels, x * channels + 3);
      return [red, green, blue];
    },
  };
}

function dataIn(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return parts;
}

/** Each row begins with how its bytes differ from those beside and above them. */
function unfiltered(raw: Buffer, length: number, step: number): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (let at = 0; at < raw.length; at += length + 1) {
    const row = new Uint8Array(raw.subarray(at + 1, at + 1 + length));
    const above = rows.at(-1);
    for (let index = 0; index < length; index += 1) {
      const left = row[index - step] ?? 0;
      const up = above?.[index] ?? 0;
      const corner = above?.[index - step] ?? 0;
      row[index] = (row[index] ?? 0) + guess(raw[at] ?? 0, { left, up, corner });
    }
    rows.push(row);
  }
  return rows;
}

interface Beside {
  readonly left: number;
  readonly up: number;
  readonly corner: number;
}

function guess(filter: number, { left, up, corner }: Beside): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const expected = left + up - corner;
  const [toLeft, toUp] = [Math.abs(expected - left), Math.abs(expected - up)];
  const toCorner = Math.abs(expected - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
