// Pieces of SVG out of numbers and words; whatever a word is, it stays one.

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with what is in it; attributes are escaped, `content` is markup. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of words; `y` is where its letters stand. */
export function words(
  text: string,
  [x, y]: readonly [number, number],
  { size, fill, bold = false, anchor = 'start' }: TextStyle,
): string {
  const weight = bold ? 500 : 400;
  const attributes = { x, y, fill, 'font-size': size, 'font-weight': weight };
  return element('text', { ...attributes, 'text-anchor': anchor }, escaped(text));
}

function safe(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);
}

/** Control characters and halves of characters are in no XML. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(NOT_IN_XML, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
