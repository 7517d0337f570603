// HTML for Telegram without a way to forget escaping: what is put into the template as a string is
// text, and only what was itself made here is markup.

const MARKUP = Symbol('markup');

/** A finished piece of markup. Send it with `String(markup)` and `parse_mode: 'HTML'`. */
export type Html = { readonly [MARKUP]: true; toString(): string };

export type HtmlValue = string | number | bigint | Html | readonly HtmlValue[];

/** `html\`<b>${name}</b>\``: strings and numbers are escaped, Html goes in as it is, lists in a row. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return raw(parts.reduce((text, part, index) => text + render(values[index - 1] ?? '') + part));
}

/** Markup that was not made by `html`. The caller answers for it: no word of a person may be in it. */
export function raw(markup: string): Html {
  return { [MARKUP]: true, toString: () => markup };
}

/** Pieces in a row with `separator` between them (escaped, when it is text). */
export function joinHtml(pieces: readonly HtmlValue[], separator: HtmlValue): Html {
  return raw(pieces.map(render).join(render(separator)));
}

/** Text as Telegram wants it, in an attribute too: `&`, `<`, `>` and `"` are named. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function render(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (isList(value)) return value.map(render).join('');
  return value.toString();
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

/** The words of our own markup without it, for when Telegram refuses the formatting. */
export function htmlToPlain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof NAMED) => NAMED[name]);
}

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' } as const;
