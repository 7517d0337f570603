// Forms as they come: urlencoded, or in parts with files. The parts are read here because grammY writes
// `filename=` without quotes, which Node's own reader of forms refuses and the real server does not.
import { badRequest } from './refusal.ts';
import type { Upload } from './schema.ts';

export type FormField = readonly [name: string, value: string | Upload];

/** @throws Refusal 400 for a body that is no form */
export function readForm(contentType: string, body: Buffer): readonly FormField[] {
  if (!contentType.startsWith('multipart/form-data')) {
    return [...new URLSearchParams(body.toString('utf8'))];
  }
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw badRequest("can't find boundary in multipart/form-data");
  return partsOf(body, Buffer.from(`--${mark}`)).map(readPart);
}

function partsOf(body: Buffer, mark: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length + '\r\n'.length;
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), from);
    if (end < 0) break;
    parts.push(body.subarray(from, end));
    start = end + '\r\n'.length;
  }
  return parts;
}

const HEAD_END = '\r\n\r\n';

function readPart(part: Buffer): FormField {
  const headEnd = part.indexOf(HEAD_END);
  const head = part.subarray(0, headEnd).toString('utf8');
  const bytes = part.subarray(headEnd + HEAD_END.length);
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (headEnd < 0 || name === undefined) throw badRequest("can't parse multipart/form-data");
  const file = /filename=(?:"([^"]*)"|([^;\r\n]*))/i.exec(head);
  if (!file) return [name, bytes.toString('utf8')];
  return [name, { fileName: file[1] ?? file[2] ?? '', bytes: new Uint8Array(bytes) }];
}
