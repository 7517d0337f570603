// A label: a coloured word that staff put on a client («🔵 vip»). As a hashtag it is one word.

export interface Label {
  readonly id: number;
  readonly name: string;
  /** The name as a hashtag holds it: letters, digits and underscores, in small letters. */
  readonly tag: string;
  readonly colour: string;
}

/** In the order in which new labels get them; those of statuses come last. */
export const COLOURS = ['🔵', '🟣', '🟤', '⚫', '🟢', '🟡', '🟠', '🔴', '⚪'] as const;
export type Colour = (typeof COLOURS)[number];

/** In signs: longer ones would fill a card. */
const MAX_LABEL = 24;

export type LabelWords =
  | {
      readonly status: 'label';
      readonly name: string;
      readonly tag: string;
      readonly colour: Colour | null;
    }
  | { readonly status: 'none' }
  | { readonly status: 'too-long' }
  /** Nothing in it can stand in a hashtag, or only digits, which make none. */
  | { readonly status: 'no-letters' };

/** «vip», «#vip», «vip 🔴», «срочный заказ»: a circle anywhere is the colour. */
export function readLabel(text: string): LabelWords {
  const colour = COLOURS.find((one) => text.includes(one)) ?? null;
  const name = COLOURS.reduce((rest, one) => rest.replaceAll(one, ' '), text)
    .replace(/(?:[\p{Cc}\p{Cf}\s]|\ufe0f)+/gu, ' ')
    .trim()
    .replace(/^#/, '')
    .trim();
  if (name === '') return { status: 'none' };
  if ([...name].length > MAX_LABEL) return { status: 'too-long' };
  const tag = tagOf(name);
  return /\p{L}/u.test(tag) ? { status: 'label', name, tag, colour } : { status: 'no-letters' };
}

function tagOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('\u0451', '\u0435')
    .replace(/[\s-]+/g, '_')
    .replace(/[^\p{L}\p{N}_]/gu, '');
}

/** The colour that fewest labels have. */
export function nextColour(used: readonly string[]): Colour {
  const count = (colour: Colour) => used.filter((one) => one === colour).length;
  return COLOURS.reduce((best, colour) => (count(colour) < count(best) ? colour : best));
}
