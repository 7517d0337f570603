// In which letters a text is set, sign by sign: what one font lacks the next one has. Roboto has Latin, Cyrillic and
// Greek; DejaVu Arabic, Hebrew, Armenian, Georgian and symbols; Noto Sans Hans Chinese and Japanese; Noto Emoji the
// emoji; Unifont, which is made of dots, nearly everything else. A font is opened when its first letter is needed.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { unpackWoff } from './woff.ts';

export interface Font {
  readonly name: string;
  readonly normal: Buffer;
  readonly bold: Buffer;
}

/** Some text in one font. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

export interface Letters {
  /** The one that most is said in. */
  readonly main: string;
  /** Those that were needed so far. */
  used(): readonly Font[];
  /** Side by side they are the text, less what nobody sees. */
  runsOf(text: string): readonly Run[];
  /** How wide it is, in points. */
  widthOf(runs: readonly Run[], size: number): number;
  /** Whether a sign had to give way to {@link UNKNOWN} so far. */
  lacksSome(): boolean;
}

/** Stands where no font has the sign. */
export const UNKNOWN = '▯';

/** What we use of fontkit, which has no types of its own. */
interface Opened {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
}

const MAIN_FONT = 'Roboto';
const EMOJI_FONT = 'Noto Emoji';
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\ufe0f/u;
/** Joiners, marks of direction, variation selectors: they say how their neighbours look, and have no looks. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
/** Not to be drawn: control characters, and halves of characters. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** A font before it is opened. */
interface Shelved {
  readonly name: string;
  readonly take: () => Font;
}

export function createLetters(): Letters {
  const require = createRequire(import.meta.url);
  const fontkit: { create(bytes: Buffer): Opened } = require('fontkit');
  const shelf = shelfIn(require);
  const taken = new Map<Shelved, { readonly font: Font; readonly opened: Opened }>();
  const graphemes = new Intl.Segmenter('ru', { granularity: 'grapheme' });
  let lacking = false;

  function open(shelved: Shelved): Opened {
    const known = taken.get(shelved);
    if (known) return known.opened;
    const font = shelved.take();
    const opened = fontkit.create(font.normal);
    taken.set(shelved, { font, opened });
    return opened;
  }

  const hasAll = (font: Shelved, signs: readonly string[]) =>
    signs.every((sign) => open(font).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

  /** One sign as people see it, which may be several to the computer. */
  function set(grapheme: string, before: Shelved | undefined): readonly (Run & { of: Shelved })[] {
    const signs = [...grapheme].filter((sign) => !UNSEEN.test(sign));
    if (signs.length === 0 || (CONTROL.test(grapheme) && grapheme !== '\n')) return [];
    const found = fontOf(shelf, grapheme, before, (font) => hasAll(font, signs));
    if (found) {
      const text = [...grapheme].filter((sign) => !UNSEEN.test(sign) || hasAll(found, [sign]));
      return [{ text: text.join(''), font: found.name, of: found }];
    }
    const plainer = grapheme.normalize('NFKC');
    if (plainer !== grapheme) return [...plainer].flatMap((sign) => set(sign, before));
    if (signs.length > 1) return signs.flatMap((sign) => set(sign, before));
    lacking = true;
    return set(UNKNOWN, before);
  }

  function runsOf(text: string): readonly Run[] {
    const runs: Run[] = [];
    let last: Shelved | undefined;
    for (const { segment } of graphemes.segment(text.replace(/\r\n?/g, '\n').replace(/\t/g, ' '))) {
      for (const { text: letters, font, of } of set(segment, last)) {
        const run = runs.at(-1);
        if (run?.font === font) runs[runs.length - 1] = { font, text: run.text + letters };
        else runs.push({ font, text: letters });
        last = of;
      }
    }
    return runs;
  }

  function widthOf(runs: readonly Run[], size: number): number {
    return runs.reduce((sum, { text, font }) => {
      const shelved = shelf.find(({ name }) => name === font);
      if (!shelved) return sum;
      const opened = open(shelved);
      return sum + (opened.layout(text).advanceWidth / opened.unitsPerEm) * size;
    }, 0);
  }

  // What has no letters of its own, an empty page with its number, is set in it.
  const [main] = shelf;
  if (main) open(main);
  return {
    main: MAIN_FONT,
    used: () => [...taken.values()].map(({ font }) => font),
    runsOf,
    widthOf,
    lacksSome: () => lacking,
  };
}

/**
 * The first font that has it. Spaces and the like stay with what is before them, but for emoji, whose spaces are as
 * wide as they are; and emoji look like emoji.
 */
function fontOf(
  shelf: readonly Shelved[],
  grapheme: string,
  before: Shelved | undefined,
  has: (font: Shelved) => boolean,
): Shelved | undefined {
  const stays = before && before.name !== EMOJI_FONT && /^[\s\p{P}]/u.test(grapheme);
  if (stays && has(before)) return before;
  const [main, ...others] = shelf;
  if (main && has(main)) return main;
  const emoji = EMOJI.test(grapheme) ? others.filter(({ name }) => name === EMOJI_FONT) : [];
  return [...emoji, ...others].find(has);
}

/** In the order in which they are tried. */
function shelfIn(require: NodeJS.Require): readonly Shelved[] {
  const home = (module: string) => path.dirname(require.resolve(module));
  const roboto = path.join(home('pdfmake/package.json'), 'fonts', 'Roboto');
  const dejavu = path.join(home('dejavu-fonts-ttf/package.json'), 'ttf');
  const hans = path.join(home('@embedpdf/fonts-sc'), '..', 'fonts');
  const emoji = path.join(home('@expo-google-fonts/noto-emoji/package.json'), '400Regular');
  const unifont = '@fontsource/unifontex/files/unifontex-latin-400-normal.woff';
  return [
    pair(MAIN_FONT, roboto, 'Roboto-Regular.ttf', 'Roboto-Medium.ttf'),
    pair('DejaVu', dejavu, 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'),
    pair('Noto Sans Hans', hans, 'NotoSansHans-Regular.otf', 'NotoSansHans-Medium.otf'),
    one(EMOJI_FONT, () => readFileSync(path.join(emoji, 'NotoEmoji_400Regular.ttf'))),
    one('Unifont', () => unpackWoff(require.resolve(unifont))),
  ];
}

function pair(name: string, folder: string, normal: string, bold: string): Shelved {
  const read = (file: string) => readFileSync(path.join(folder, file));
  return { name, take: () => ({ name, normal: read(normal), bold: read(bold) }) };
}

/** One that is never bold. */
function one(name: string, read: () => Buffer): Shelved {
  return {
    name,
    take() {
      const normal = read();
      return { name, normal, bold: normal };
    },
  };
}
