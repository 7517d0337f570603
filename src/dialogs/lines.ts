// Lines of ours that stand with a message's own words: a last one, that it was changed or deleted; a first
// one, that it is said anew. And whether a change of a message is one.

import { type Content, formattedWordsOf, isMedia, type Words } from './content.ts';

/** The same message with a line of ours behind its words; as it is where it has no place for words. */
export function withLastLine(content: Content, line: string): Content {
  return reworded(content, ({ text, entities }) => {
    const offset = text === '' ? 0 : text.length + 1;
    const mark = { type: 'italic', offset, length: line.length };
    return { text: text === '' ? line : `${text}\n${line}`, entities: [...entities, mark] };
  });
}

/** The same message with a line of ours before its words. */
export function withFirstLine(content: Content, line: string): Content {
  return reworded(content, ({ text, entities }) => {
    const shift = line.length + 1;
    const moved = entities.map((entity) => ({ ...entity, offset: entity.offset + shift }));
    const lead = { type: 'italic', offset: 0, length: line.length };
    return { text: text === '' ? line : `${line}\n${text}`, entities: [lead, ...moved] };
  });
}

function reworded(content: Content, change: (words: Words) => Words): Content {
  const { text, entities } = change(formattedWordsOf(content));
  if (isMedia(content)) {
    const captioned = content.kind !== 'sticker' && content.kind !== 'video_note';
    return captioned ? { ...content, caption: text, entities } : content;
  }
  return content.kind === 'text' ? { ...content, text, entities } : content;
}

/**
 * Whether the two say the same. Telegram reports edits that change no word, too; and what a message
 * answers reads differently when that was changed.
 */
export function isSameContent(a: Content, b: Content): boolean {
  return JSON.stringify(saidIn(a)) === JSON.stringify(saidIn(b));
}

/** The file that a content shows, and how; null: none. */
export function fileOf(content: Content): string | null {
  return isMedia(content) ? `${content.fileId} ${content.spoiler ?? false}` : null;
}

function saidIn({ origin, quote, answered, guarded, ...said }: Content): unknown {
  // Rows of earlier versions do not have it, and another file has another id besides.
  const entries = Object.entries(said).filter(([key]) => key !== 'uniqueId');
  return entries.toSorted(([x], [y]) => (x < y ? -1 : 1));
}
