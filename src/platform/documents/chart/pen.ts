// Writes words into a picture: they are measured in the very letters in which they will be drawn.

import type { Letters } from '../letters.ts';
import { type TextStyle, words } from './svg.ts';

export interface Pen {
  /** A line of words; `y` is where its letters stand. What is wider than `width` is cut, with a sign. */
  write(
    text: string,
    at: readonly [x: number, y: number],
    style: TextStyle & { readonly width?: number },
  ): string;
  widthOf(text: string, size: number): number;
}

export function createPen(letters: Letters): Pen {
  const widthOf = (text: string, size: number) => letters.widthOf(letters.runsOf(text), size);

  function fitting(text: string, size: number, width: number): string {
    if (widthOf(text, size) <= width) return text;
    const signs = [...text];
    let [fits, tooMuch] = [0, signs.length];
    while (tooMuch - fits > 1) {
      const half = Math.floor((fits + tooMuch) / 2);
      if (widthOf(`${signs.slice(0, half).join('')}…`, size) <= width) fits = half;
      else tooMuch = half;
    }
    return `${signs.slice(0, fits).join('').trimEnd()}…`;
  }

  return {
    widthOf,
    write(text, at, { width = Number.POSITIVE_INFINITY, ...style }) {
      // Bold letters are somewhat wider than those that are measured.
      const room = style.bold ? width * 0.96 : width;
      // Signs that no font has are written as what stands for them.
      const shown = letters.runsOf(fitting(text, style.size, room)).map((run) => run.text);
      return words(shown.join(''), at, style);
    },
  };
}
