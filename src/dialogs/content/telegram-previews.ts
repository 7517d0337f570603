// Previews of links as their author had them: one for a message, of its first link, unless the author
// chose otherwise.

import type { Formatting, LinkPreview, TextContent, Words } from '../content.ts';

const LINKS: ReadonlySet<string> = new Set(['url', 'text_link']);

/** The preview that belongs to a part of a text that left in several; nothing where it shows by itself. */
export function previewOf(
  { preview }: TextContent,
  parts: readonly Words[],
  index: number,
): { link_preview_options?: LinkPreview } {
  if (parts.length === 1) return preview ? { link_preview_options: preview } : {};
  if (preview?.is_disabled) return { link_preview_options: preview };
  const wanted = preview?.url;
  const shown = parts.findIndex(({ text, entities }) =>
    wanted === undefined ? entities.some(isLink) : text.includes(wanted),
  );
  // A link chosen by its author stands perhaps behind words: then the first part shows it.
  if (index === (wanted === undefined ? shown : Math.max(0, shown))) {
    return preview ? { link_preview_options: preview } : {};
  }
  return parts[index]?.entities.some(isLink) ? { link_preview_options: { is_disabled: true } } : {};
}

/**
 * What a text shows once links of ours have been put into it: what it showed before. `words`: the text
 * as its author wrote it.
 */
export function previewAsBefore({ preview, ...words }: TextContent): LinkPreview {
  if (preview?.is_disabled || preview?.url) return preview;
  const first = words.entities.find(isLink);
  if (!first) return { is_disabled: true };
  const { offset, length } = first;
  const url = first.url ?? words.text.slice(offset, offset + length);
  return { ...preview, url };
}

function isLink({ type }: Pick<Formatting, 'type'>): boolean {
  return LINKS.has(type);
}
