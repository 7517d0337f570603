// MarkdownV2 in its everyday part: bold, italic, underline, strikethrough, spoiler, code, pre, links.
// Quotes and custom emoji are not read; legacy Markdown is refused by name in format.ts.
import type { MessageEntity } from '@grammyjs/types';
import { cantParse, type FormattedText, type RawEntity } from './formatted-text.ts';

type Mark = { readonly mark: string; readonly type: MessageEntity['type']; readonly name: string };

/** Longer marks first: `__` is underline before `_` is italic. */
const marks: readonly Mark[] = [
  { mark: '__', type: 'underline', name: 'Underline' },
  { mark: '||', type: 'spoiler', name: 'Spoiler' },
  { mark: '*', type: 'bold', name: 'Bold' },
  { mark: '_', type: 'italic', name: 'Italic' },
  { mark: '~', type: 'strikethrough', name: 'Strikethrough' },
];

const RESERVED = '_*[]()~`>#+-=|{}.!';

type Open = Mark & { readonly start: number; readonly byte: number };

/** @throws Refusal 400 `can't parse entities: …` */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: Open[] = [];
  let text = '';
  let at = 0;

  while (at < source.length) {
    const rest = source.slice(at);
    if (rest[0] === '\\' && rest.length > 1) {
      text += rest[1];
      at += 2;
      continue;
    }
    const verbatim = readCode(rest) ?? readLink(rest);
    if (verbatim) {
      add(verbatim.entity, text.length, verbatim.text.length);
      text += verbatim.text;
      at += verbatim.length;
      continue;
    }
    const mark = marks.find((candidate) => rest.startsWith(candidate.mark));
    if (mark) {
      toggle(mark);
      at += mark.mark.length;
    } else {
      assertNotReserved(rest[0] ?? '');
      text += rest[0];
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw cantParse(`Can't find end of ${unclosed.name} entity at byte offset ${unclosed.byte}`);
  }
  return { text, entities };

  function add(entity: RawEntity, offset: number, length: number): void {
    if (length > 0) entities.push({ ...entity, offset, length } as MessageEntity);
  }

  function toggle(mark: Mark): void {
    const last = open.at(-1);
    if (last?.mark !== mark.mark) {
      open.push({ ...mark, start: text.length, byte: Buffer.byteLength(source.slice(0, at)) });
      return;
    }
    open.pop();
    add({ type: mark.type }, last.start, text.length - last.start);
  }
}

function assertNotReserved(character: string): void {
  if (character !== '' && RESERVED.includes(character)) {
    throw cantParse(
      `Character '${character}' is reserved and must be escaped with the preceding '\\'`,
    );
  }
}

type Verbatim = { readonly entity: RawEntity; readonly text: string; readonly length: number };

function readCode(rest: string): Verbatim | null {
  const block = /^```(?:([\w+-]*)\n)?([\s\S]*?)```/.exec(rest);
  if (block) {
    const entity: RawEntity = block[1] ? { type: 'pre', language: block[1] } : { type: 'pre' };
    return { entity, text: unslash(block[2] ?? ''), length: block[0].length };
  }
  const inline = /^`((?:\\.|[^`\\])*)`/.exec(rest);
  return inline
    ? { entity: { type: 'code' }, text: unslash(inline[1] ?? ''), length: inline[0].length }
    : null;
}

function readLink(rest: string): Verbatim | null {
  const link = /^\[((?:\\.|[^\]\\])*)\]\(((?:\\.|[^)\\])*)\)/.exec(rest);
  if (!link) return null;
  const entity: RawEntity = { type: 'text_link', url: unslash(link[2] ?? '') };
  return { entity, text: unslash(link[1] ?? ''), length: link[0].length };
}

function unslash(value: string): string {
  return value.replace(/\\(.)/g, '$1');
}
