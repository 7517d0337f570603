// A text and what is bold in it, as Telegram keeps them: offsets and lengths in UTF-16 units,
// which is also how JavaScript counts.
import type { MessageEntity } from '@grammyjs/types';
import { badRequest, type Refusal } from '../bot-api/refusal.ts';

export type FormattedText = { readonly text: string; readonly entities: readonly MessageEntity[] };

/** An entity whose place is not known yet. */
export type RawEntity = {
  readonly type: MessageEntity['type'];
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
};

/** The refusal of markup that the server cannot read. */
export function cantParse(words: string): Refusal {
  return badRequest(`can't parse entities: ${words}`);
}

/** Outer entities first, as the server sorts them. */
export function byPlace(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}

/** Cuts white space off both ends; entities move along, and those left without text are dropped. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const lead = text.length - text.trimStart().length;
  const rest = text.trim();
  return { text: rest, entities: entities.flatMap((entity) => clip(entity, lead, rest.length)) };
}

function clip(entity: MessageEntity, lead: number, length: number): MessageEntity[] {
  const start = Math.max(0, entity.offset - lead);
  const end = Math.min(length, entity.offset + entity.length - lead);
  return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
}

/**
 * Given entities must lie inside the text and split no surrogate pair.
 * @throws Refusal 400
 */
export function assertInside(text: string, entities: readonly MessageEntity[]): void {
  for (const { offset, length } of entities) {
    if (offset < 0 || length < 0 || offset + length > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${text.length}`,
      );
    }
    if (splitsPair(text, offset)) {
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at UTF-16 offset ${offset}`);
    }
    if (splitsPair(text, offset + length)) {
      throw badRequest(
        `entity ends in a middle of a UTF-16 symbol at UTF-16 offset ${offset + length}`,
      );
    }
  }
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
