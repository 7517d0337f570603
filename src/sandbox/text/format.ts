// The way of a text into a message: parsed or checked, trimmed, measured, links and commands found.
import type { MessageEntity, ParseMode } from '@grammyjs/types';
import { badRequest, notSimulated } from '../bot-api/refusal.ts';
import { withDetected } from './detect.ts';
import { assertInside, byPlace, type FormattedText, trimmed } from './formatted-text.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';

/** Telegram's lengths, in characters after parsing. */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
/** Before parsing, in bytes. */
const MAX_RAW_BYTES = 32_768;

export type TextInput = {
  readonly text: string;
  readonly parse_mode?: ParseMode;
  readonly entities?: readonly MessageEntity[];
};

/** @throws Refusal 400: empty, too long, markup that cannot be parsed, entities out of range. */
export function formatText(input: TextInput): FormattedText {
  const formatted = format(input);
  if (formatted.text === '') throw badRequest('message text is empty');
  if ([...formatted.text].length > MAX_TEXT) throw badRequest('message is too long');
  return formatted;
}

/** As `formatText`, but a caption may be empty and is shorter. */
export function formatCaption(input: TextInput): FormattedText {
  const formatted = format(input);
  if ([...formatted.text].length > MAX_CAPTION) throw badRequest('message caption is too long');
  return formatted;
}

function format(input: TextInput): FormattedText {
  if (Buffer.byteLength(input.text) > MAX_RAW_BYTES) throw badRequest('text is too long');
  const { text, entities } = trimmed(parse({ ...input, text: withoutControls(input.text) }));
  return { text, entities: withDetected(text, [...entities].sort(byPlace)) };
}

/** Control characters of what a bot sends become spaces (td, clean_input_string); line feeds stay. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ');
}

function parse({ text, parse_mode, entities = [] }: TextInput): FormattedText {
  switch (parse_mode) {
    case 'HTML':
      return parseHtml(text);
    case 'MarkdownV2':
      return parseMarkdown(text);
    case 'Markdown':
      throw notSimulated('parse_mode Markdown (the legacy one)');
    case undefined:
      assertInside(text, entities);
      return { text, entities: entities.filter((entity) => entity.length > 0) };
  }
}
