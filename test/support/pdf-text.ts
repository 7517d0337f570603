// What a reader sees in a PDF of ours, line by line: its glyphs looked up in the tables by which its fonts
// say what they mean. Enough for what pdfkit writes, and no more.
import { inflateSync } from 'node:zlib';

type Glyphs = ReadonlyMap<number, string>;

/** The words of each page, in the order in which they were drawn; pieces of one line stand together. */
export function textOfPdf(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(source);
  const fonts = new Map<string, Glyphs>();
  for (const [, resources = ''] of source.matchAll(/\/Font <<([^>]*)>>/g)) {
    for (const [, name = '', id = ''] of resources.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      fonts.set(name, glyphsOf(objects, id));
    }
  }
  return [...objects.values()]
    .filter((object) => /\bTJ\b/.test(object))
    .map((page) => drawn(page, fonts))
    .join('\n');
}

/** Objects by their number, their streams unpacked. */
function objectsOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const stream = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1];
    const isPacked = body.includes('/FlateDecode');
    const text =
      stream && isPacked ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : '';
    found.set(id, body.replace(/stream\n[\s\S]*/, '') + text);
  }
  return found;
}

function glyphsOf(objects: Map<string, string>, font: string): Glyphs {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1];
  const text = objects.get(table ?? '') ?? '';
  const glyphs = new Map<number, string>();
  for (const [, from = '', list = ''] of text.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([\w ]+)>/g)].entries()) {
      glyphs.set(Number.parseInt(from, 16) + index, utf16(code.replaceAll(' ', '')));
    }
  }
  return glyphs;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function drawn(page: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map();
  const lines: string[] = [];
  for (const [, font, array] of page.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    const codes = [...(array ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) =>
      hex.match(/.{4}/g),
    );
    if (array)
      lines.push(codes.map((hex) => glyphs.get(Number.parseInt(hex ?? '', 16)) ?? '?').join(''));
  }
  return lines.join('\n');
}
