// The words of a rich message, for where it cannot be copied and to be found by: block after block, each
// on lines of its own. What is no word (a picture, a map) is left out.

/**
 * Rich messages grow with each version of Telegram, so that they are read by what they have in common:
 * texts, and blocks within blocks.
 */
export function richWords(blocks: readonly unknown[]): string {
  return blocks.map(blockWords).filter(Boolean).join('\n');
}

/** Fields of a block that hold words, in the order in which they are read. */
const INLINE = ['label', 'text', 'summary', 'caption', 'credit', 'expression'];
const NESTED = ['blocks', 'items'];

function blockWords(block: unknown): string {
  if (Array.isArray(block)) return block.map(blockWords).filter(Boolean).join(' ');
  if (!isRecord(block)) return '';
  const inline = INLINE.map((field) => textWords(block[field])).filter(Boolean);
  const rows = Array.isArray(block.cells) ? block.cells.map(blockWords) : [];
  const nested = NESTED.flatMap((field) => {
    const inside = block[field];
    return Array.isArray(inside) ? [richWords(inside)] : [];
  });
  return [inline.join(' '), ...rows, ...nested].filter(Boolean).join('\n');
}

/** A text is a string, a list of texts, or formatting around a text. */
function textWords(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(textWords).join('');
  if (!isRecord(text)) return '';
  return textWords(text.text ?? text.alternative_text ?? text.expression);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
