// Telegram's HTML, read as the server reads it: a closed set of tags, real errors with byte offsets.
import type { MessageEntity } from '@grammyjs/types';
import { cantParse, type FormattedText, type RawEntity } from './formatted-text.ts';

type OpenTag = {
  readonly name: string;
  readonly start: number;
  readonly entity: RawEntity | null;
};

type Placed = RawEntity & { readonly offset: number; readonly length: number };

type Tag = {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
};

const simpleTags: Readonly<Record<string, MessageEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
};

/** @throws Refusal 400 `can't parse entities: …` */
export function parseHtml(html: string): FormattedText {
  const entities: Placed[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let at = 0;

  while (at < html.length) {
    if (html[at] === '&') {
      const reference = readReference(html, at);
      text += reference.text;
      at = reference.end;
    } else if (html[at] !== '<') {
      text += html[at];
      at += 1;
    } else {
      const tag = readTag(html, at);
      if (tag.closing) close(tag, at);
      else open.push({ name: tag.name, start: text.length, entity: entityOf(tag, html, at) });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw cantParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return { text, entities: withLanguages(entities) };

  function close(tag: Tag, position: number): void {
    const last = open.pop();
    if (!last) throw cantParse(`Unexpected end tag at byte offset ${byteOffset(html, position)}`);
    if (tag.name !== '' && tag.name !== last.name) {
      throw cantParse(
        `Unmatched end tag at byte offset ${byteOffset(html, position)}, expected "</${last.name}>", found "</${tag.name}>"`,
      );
    }
    const length = text.length - last.start;
    if (last.entity && length > 0) entities.push({ ...last.entity, offset: last.start, length });
  }
}

/** `<pre><code class="language-ts">` is one block of code: the inner tag only names its language. */
function withLanguages(entities: readonly Placed[]): readonly MessageEntity[] {
  const isSamePlace = (a: Placed, b: Placed) => a.offset === b.offset && a.length === b.length;
  const blocks = entities.filter(({ type }) => type === 'pre');
  return entities.flatMap((entity): MessageEntity[] => {
    const { language, ...plain } = entity;
    if (entity.type === 'code') {
      return blocks.some((block) => isSamePlace(block, entity)) ? [] : [plain as MessageEntity];
    }
    if (entity.type !== 'pre') return [entity as MessageEntity];
    const inner = entities.find((other) => other.type === 'code' && isSamePlace(other, entity));
    return [
      { ...entity, ...(inner?.language ? { language: inner.language } : {}) } as MessageEntity,
    ];
  });
}

function byteOffset(html: string, position: number): number {
  return Buffer.byteLength(html.slice(0, position));
}

function readReference(html: string, at: number): { text: string; end: number } {
  const named = /^&(lt|gt|amp|quot);?/.exec(html.slice(at, at + 6));
  if (named?.[1]) {
    const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
    return { text: characters[named[1]] ?? '&', end: at + named[0].length };
  }
  const numeric = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/i.exec(html.slice(at, at + 12));
  const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? '0', numeric[1] ? 16 : 10) : 0;
  if (!numeric || code === 0 || code > 0x10ffff) return { text: '&', end: at + 1 };
  return { text: String.fromCodePoint(code), end: at + numeric[0].length };
}

const ATTRIBUTE = /\s*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y;

function readTag(html: string, at: number): Tag {
  const head = /^<(\/?)([^\s>/]*)/.exec(html.slice(at));
  const closing = head?.[1] === '/';
  const name = (head?.[2] ?? '').toLowerCase();
  const attributes = new Map<string, string>();
  let end = at + (head?.[0].length ?? 1);
  ATTRIBUTE.lastIndex = end;
  for (let match = ATTRIBUTE.exec(html); match && !closing; match = ATTRIBUTE.exec(html)) {
    attributes.set((match[1] ?? '').toLowerCase(), decode(match[2] ?? match[3] ?? match[4] ?? ''));
    end = ATTRIBUTE.lastIndex;
  }
  const bracket = /^\s*>/.exec(html.slice(end));
  if (bracket) return { name, closing, attributes, end: end + bracket[0].length };
  // An unknown name is the better explanation of «2 < 3»: the server looks at the name first.
  if (!closing) assertKnown(name, html, at);
  throw cantParse(
    `Unclosed ${closing ? 'end' : 'start'} tag at byte offset ${byteOffset(html, at)}`,
  );
}

function decode(value: string): string {
  return value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const otherTags = ['a', 'pre', 'span', 'blockquote', 'tg-emoji'];

function assertKnown(name: string, html: string, at: number): void {
  if (name in simpleTags || otherTags.includes(name)) return;
  throw cantParse(`Unsupported start tag "${name}" at byte offset ${byteOffset(html, at)}`);
}

function entityOf(tag: Tag, html: string, at: number): RawEntity | null {
  assertKnown(tag.name, html, at);
  const simple = simpleTags[tag.name];
  if (simple === 'code') return codeEntity(tag);
  if (simple) return { type: simple };
  if (tag.name === 'pre') return { type: 'pre' };
  if (tag.name === 'blockquote') {
    return { type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote' };
  }
  if (tag.name === 'tg-emoji') {
    return { type: 'custom_emoji', custom_emoji_id: tag.attributes.get('emoji-id') ?? '' };
  }
  if (tag.name === 'a') return linkEntity(tag.attributes.get('href'));
  if (tag.attributes.get('class') === 'tg-spoiler') return { type: 'spoiler' };
  throw cantParse(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(html, at)}`);
}

function codeEntity(tag: Tag): RawEntity {
  const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1];
  return language ? { type: 'code', language } : { type: 'code' };
}

function linkEntity(url: string | undefined): RawEntity | null {
  return url ? { type: 'text_link', url } : null;
}
