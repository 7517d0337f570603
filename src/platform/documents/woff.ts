// A web font as the plain font that it packs: whoever draws a page unpacks a packed one anew for each letter, which takes
// seconds. As the W3C's WOFF File Format 1.0 has it.

import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** @throws Error where the file is no web font of version 1 */
export function unpackWoff(file: string): Buffer {
  const packed = readFileSync(file);
  if (packed.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${file} is no web font`);
  const count = packed.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) =>
    tableAt(packed, HEADER + index * ENTRY),
  );
  const plain = Buffer.alloc(packed.readUInt32BE(16));
  // Its kind and how many tables there are; what a search for them would want to know nobody asks.
  packed.copy(plain, 0, 4, 8);
  plain.writeUInt16BE(count, 4);
  let place = SFNT_HEADER + count * SFNT_ENTRY;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    plain.write(tag, entry, 'latin1');
    plain.writeUInt32BE(checksum, entry + 4);
    plain.writeUInt32BE(place, entry + 8);
    plain.writeUInt32BE(bytes.length, entry + 12);
    bytes.copy(plain, place);
    place += Math.ceil(bytes.length / 4) * 4;
  }
  return plain;
}

function tableAt(packed: Buffer, entry: number) {
  const tag = packed.toString('latin1', entry, entry + 4);
  const offset = packed.readUInt32BE(entry + 4);
  const [length, whole] = [packed.readUInt32BE(entry + 8), packed.readUInt32BE(entry + 12)];
  const bytes = packed.subarray(offset, offset + length);
  const checksum = packed.readUInt32BE(entry + 16);
  return { tag, checksum, bytes: length < whole ? inflateSync(bytes) : bytes };
}
