// Sizes and colours of charts: a light sheet, 1080 points wide; no letter is smaller than what a telephone shows at
// nine.

import type { Colour, Tone } from './chart.ts';

export const PICTURE_WIDTH = 1080;
export const MARGIN = 56;
/** Between the margins. */
export const WIDTH = PICTURE_WIDTH - 2 * MARGIN;

export const PANEL_HEIGHT = 430;
export const PANEL_GAP = 50;

/** The smallest letters. */
export const SMALL = 28;

export const PAPER = '#ffffff';
export const INK = '#17202b';
export const GREY = '#667080';
export const GRID = '#e7eaef';
export const TILE = '#f3f6fa';

export const COLOURS: Readonly<Record<Colour, string>> = {
  blue: '#3a72e8',
  green: '#27a36b',
  orange: '#f0913a',
};

export const TONES: Readonly<Record<Tone, string>> = {
  good: '#1b8757',
  bad: '#c8402f',
  plain: GREY,
};
