// A picture of figures to be read on a telephone: a heading, a few figures in large type, and panels of bars or lines
// over the same steps. Blind to what it shows; words and numbers come ready.

export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** Two in a row. */
  readonly tiles: readonly Tile[];
  readonly panels: readonly Panel[];
  /** Small, at the foot. */
  readonly footer: string;
}

export interface Tile {
  readonly label: string;
  readonly value: string;
  /** How it was before, say. */
  readonly note: string;
  readonly tone: Tone;
}

export type Tone = 'good' | 'bad' | 'plain';

export interface Panel {
  readonly title: string;
  /** Under the columns, as many as each series has values; an empty one stays empty. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** What follows a number of the scale: «%», « ч». */
  readonly unit: string;
  /** Where the scale ends, if that is known. */
  readonly top?: number;
  /** Instead of a scale without anything on it. */
  readonly empty: string;
}

export interface Series {
  readonly name: string;
  readonly kind: 'bars' | 'line';
  readonly colour: Colour;
  /** Null: nothing was measured there. */
  readonly values: readonly (number | null)[];
}

export type Colour = 'blue' | 'green' | 'orange';
