// Arabic and Hebrew on a page: words stand from right to left, numbers and foreign words in them from left to
// right. Whoever draws the page knows left to right alone and breaks lines by itself, so that lines are broken here
// and set in the order in which they stand. Pure.

/** A stretch that runs one way. */
export interface Stretch {
  readonly text: string;
  readonly isRtl: boolean;
}

export interface Line {
  /** From left to right as they stand; no spaces at which it could be broken. */
  readonly stretches: readonly Stretch[];
  readonly align: 'left' | 'right';
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const NO_BREAK_SPACE = '\u00a0';

export function hasRtl(text: string): boolean {
  return RTL.test(text);
}

/** The lines of a text in which something runs from right to left; `fits` says whether that much fits one. */
export function linesOf(text: string, fits: (words: string) => boolean): readonly Line[] {
  return text.split('\n').flatMap((paragraph) => {
    const isRtl = directionOf(paragraph) === 'rtl';
    const lines = broken(paragraph, fits);
    return lines.map((line): Line => {
      const stretches = stretchesOf(line.replaceAll(' ', NO_BREAK_SPACE), isRtl);
      // A name among others stands where they do.
      const align = isRtl && lines.length > 1 ? 'right' : 'left';
      return { stretches: isRtl ? stretches.toReversed() : stretches, align };
    });
  });
}

/** That of its first letter. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const first = [...text].find((sign) => /\p{L}/u.test(sign));
  return first !== undefined && RTL.test(first) ? 'rtl' : 'ltr';
}

function broken(paragraph: string, fits: (words: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What is neither (spaces, commas) goes with its neighbours where they agree, else with the paragraph. */
function stretchesOf(line: string, isRtl: boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let between = '';
  const add = (text: string, way: boolean) => {
    const last = stretches.at(-1);
    const shown = way ? mirrored(text) : text;
    if (last?.isRtl === way)
      stretches[stretches.length - 1] = { isRtl: way, text: last.text + shown };
    else if (text !== '') stretches.push({ text: shown, isRtl: way });
  };
  for (const sign of line) {
    const way = wayOf(sign);
    if (way === null) {
      between += sign;
      continue;
    }
    const before = stretches.at(-1)?.isRtl ?? isRtl;
    add(between, before === way ? way : isRtl);
    add(sign, way);
    between = '';
  }
  add(between, isRtl);
  return stretches;
}

/** Null: it has no direction of its own. */
function wayOf(sign: string): boolean | null {
  if (/[\p{L}\p{M}]/u.test(sign)) return RTL.test(sign);
  // Also Arabic digits run from left to right.
  return /\p{Nd}/u.test(sign) ? false : null;
}

const MIRRORED: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' },
  ...{ '<': '>', '>': '<', '«': '»', '»': '«' },
};

/** An opening bracket opens to the other side. */
function mirrored(text: string): string {
  return text.replace(/[()[\]{}<>«»]/g, (sign) => MIRRORED[sign] ?? sign);
}
