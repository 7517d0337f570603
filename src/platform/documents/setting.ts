// A text as whoever draws the page takes it: cut into runs of one font each, what runs from right to left put into the
// order in which it stands.

import type { Letters, Run } from './letters.ts';
import { hasRtl, linesOf } from './right-to-left.ts';

/** As pdfmake calls it. */
export type Content = object;

export interface Setting {
  /** `width` and `size` in points; `style` as pdfmake takes it. */
  text(text: string, width: number, size: number, style?: object): Content;
}

export function createSetting(letters: Letters): Setting {
  /** Most of what is said is in one font, and then the words are enough. */
  function inline(runs: readonly Run[]): string | readonly object[] {
    const isPlain = runs.every(({ font }) => font === letters.main);
    return isPlain ? runs.map(({ text }) => text).join('') : runs;
  }

  function runsOf({ text, isRtl }: { readonly text: string; readonly isRtl: boolean }) {
    const runs = letters.runsOf(text);
    return isRtl ? runs.toReversed() : runs;
  }

  function text(words: string, width: number, size: number, style: object = {}): Content {
    if (!hasRtl(words)) return { text: inline(letters.runsOf(words)), fontSize: size, ...style };
    const fits = (line: string) => letters.widthOf(letters.runsOf(line), size) <= width - 1;
    const stack = linesOf(words, fits).map(({ stretches, align }) => ({
      text: inline(stretches.flatMap(runsOf)),
      alignment: align,
    }));
    return { stack, fontSize: size, ...style };
  }

  return { text };
}
