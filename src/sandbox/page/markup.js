// Formatting as people type it: **bold**, __italic__, ~~struck~~, ||hidden||, `code`, ```a block```,
// which Telegram's own programs turn into entities before they send.

/** @typedef {{ type: string, offset: number, length: number }} TypedEntity */

const MARKS = /```\n?([\s\S]+?)```|`([^`\n]+)`|(\*\*|__|~~|\|\|)(?=\S)([\s\S]*?\S)\3/g;

/** @type {Readonly<Record<string, string>>} */
const types = { '**': 'bold', __: 'italic', '~~': 'strikethrough', '||': 'spoiler' };

/**
 * @param {string} typed
 * @returns {{ text: string, entities: TypedEntity[] }} the text without marks; nothing inside code is one
 */
export function readMarkup(typed) {
  let text = '';
  let at = 0;
  /** @type {TypedEntity[]} */
  const entities = [];
  for (const match of typed.matchAll(MARKS)) {
    const [whole, block, code, mark, marked] = match;
    text += typed.slice(at, match.index);
    at = match.index + whole.length;
    const offset = text.length;
    const inner =
      marked === undefined ? { text: block ?? code ?? '', entities: [] } : readMarkup(marked);
    const type = mark === undefined ? (block === undefined ? 'code' : 'pre') : types[mark];
    text += inner.text;
    entities.push({ type: type ?? 'bold', offset, length: inner.text.length });
    for (const entity of inner.entities)
      entities.push({ ...entity, offset: entity.offset + offset });
  }
  return { text: text + typed.slice(at), entities };
}
