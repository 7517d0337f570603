// One panel: its title with what the colours mean, the scale, bars and lines, and the steps under them.

import type { Panel, Series } from './chart.ts';
import { COLOURS, GREY, GRID, INK, PANEL_HEIGHT, SMALL, WIDTH } from './look.ts';
import type { Pen } from './pen.ts';
import { type Scale, scaleFor } from './scale.ts';
import { element } from './svg.ts';

/** Where the columns stand, in the panel. */
interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const TITLE_SIZE = 36;
const TITLE = { size: TITLE_SIZE, fill: INK, bold: true };
const HEAD = 108;
const FOOT = 54;
/** For the numbers of the scale: the same everywhere, so that steps of all panels are below each other. */
const AXIS = 88;
/** Numbers stand over columns that are no more than these. */
const MOST_NUMBERED = 10;
const MOST_LABELS = 8;

/** With its upper left corner there. */
export function drawPanel(
  panel: Panel,
  [left, y]: readonly [left: number, y: number],
  pen: Pen,
): string {
  const right = left + WIDTH;
  const head = [
    pen.write(panel.title, [left, y + TITLE_SIZE], { ...TITLE, width: WIDTH }),
    ...legend(panel.series, [left, y + TITLE_SIZE + 50], pen),
  ];
  const values = panel.series.flatMap((one) => one.values.filter((value) => value !== null));
  // No bar is nothing to be seen; a line on the ground is.
  const isDrawn = panel.series.some(({ kind }) => kind === 'line')
    ? values.length > 0
    : values.some((value) => value > 0);
  if (!isDrawn) {
    const middle = [left + WIDTH / 2, y + PANEL_HEIGHT / 2 + 20] as const;
    const quiet = { size: 32, fill: GREY, anchor: 'middle', width: WIDTH } as const;
    return [...head, pen.write(panel.empty, middle, quiet)].join('');
  }
  const scale = scaleFor(Math.max(...values), panel.top);
  const field = {
    ...{ left: left + AXIS, right },
    ...{ top: y + HEAD + 34, bottom: y + PANEL_HEIGHT - FOOT },
  };
  return [
    ...head,
    ...gridOf(panel, scale, field, pen),
    ...barsOf(panel, scale, field, pen),
    // The first one lies above the others.
    ...panel.series
      .filter(({ kind }) => kind === 'line')
      .toReversed()
      .flatMap((one) => lineOf(one, scale, field)),
    ...labelsOf(panel, field, pen),
  ].join('');
}

function legend(
  series: readonly Series[],
  [left, y]: readonly [number, number],
  pen: Pen,
): string[] {
  let x = left;
  return series.flatMap(({ name, colour }) => {
    const mark = { x, y: y - 19, width: 22, height: 22, rx: 6, fill: COLOURS[colour] };
    const drawn = [
      element('rect', mark),
      pen.write(name, [x + 34, y], { size: SMALL, fill: GREY }),
    ];
    x += 34 + pen.widthOf(name, SMALL) + 36;
    return drawn;
  });
}

function tickOf({ unit }: Panel, tick: number): string {
  return `${tick}${unit}`;
}

function gridOf(panel: Panel, scale: Scale, field: Field, pen: Pen): string[] {
  return scale.ticks.flatMap((tick) => {
    const y = heightOf(tick, scale, field);
    const line = { x1: field.left, x2: field.right, y1: y, y2: y, stroke: GRID };
    const at = [field.left - 14, y + 9] as const;
    return [
      element('line', { ...line, 'stroke-width': 2 }),
      pen.write(tickOf(panel, tick), at, { size: SMALL, fill: GREY, anchor: 'end' }),
    ];
  });
}

function barsOf({ series, labels }: Panel, scale: Scale, field: Field, pen: Pen): string[] {
  const bars = series.filter(({ kind }) => kind === 'bars');
  const step = (field.right - field.left) / Math.max(1, labels.length);
  const width = Math.min(64, (step * 0.74) / Math.max(1, bars.length));
  return bars.flatMap(({ values, colour }, nth) =>
    values.flatMap((value, index) => {
      if (value === null || value === 0) return [];
      const centre = middleOf(index, labels.length, field);
      const x = centre - (width * bars.length) / 2 + width * nth;
      const y = heightOf(value, scale, field);
      const rounded = Math.min(8, width / 3, field.bottom - y);
      const shape = barShape({ x: x + width * 0.05, y, width: width * 0.9, rounded }, field.bottom);
      const number = { size: 26, fill: INK, anchor: 'middle' } as const;
      return [
        element('path', { d: shape, fill: COLOURS[colour] }),
        ...(labels.length <= MOST_NUMBERED
          ? [pen.write(String(value), [x + width / 2, y - 10], number)]
          : []),
      ];
    }),
  );
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly rounded: number;
}

/** Round above, straight where it stands. */
function barShape({ x, y, width, rounded: r }: Bar, bottom: number): string {
  const right = x + width;
  return [
    `M${x.toFixed(1)} ${bottom}V${(y + r).toFixed(1)}`,
    `Q${x.toFixed(1)} ${y.toFixed(1)} ${(x + r).toFixed(1)} ${y.toFixed(1)}`,
    `H${(right - r).toFixed(1)}Q${right.toFixed(1)} ${y.toFixed(1)} ${right.toFixed(1)} ${(y + r).toFixed(1)}`,
    `V${bottom}Z`,
  ].join('');
}

/** From value to value, over steps in which nothing was measured; each is a dot as well. */
function lineOf({ values, colour }: Series, scale: Scale, field: Field): string[] {
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [[middleOf(index, values.length, field), heightOf(value, scale, field)] as const],
  );
  const path = points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`);
  const stroke = { stroke: COLOURS[colour], 'stroke-width': 5, fill: 'none' };
  const round = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const radius = values.length > 20 ? 5 : 8;
  return [
    element('path', { d: path.join(''), ...stroke, ...round }),
    ...points.map(([cx, cy]) =>
      element('circle', {
        ...{ cx, cy, r: radius, fill: '#ffffff', stroke: COLOURS[colour] },
        'stroke-width': 4,
      }),
    ),
  ];
}

/** As many as can be read; of more, each second, third … one. */
function labelsOf({ labels }: Panel, field: Field, pen: Pen): string[] {
  const every = Math.ceil(labels.length / MOST_LABELS);
  const room = ((field.right - field.left) / labels.length) * every;
  return labels.flatMap((label, index) => {
    if (index % every !== 0) return [];
    const at = [middleOf(index, labels.length, field), field.bottom + 40] as const;
    return [pen.write(label, at, { size: SMALL, fill: GREY, anchor: 'middle', width: room })];
  });
}

function middleOf(index: number, count: number, { left, right }: Field): number {
  return left + ((right - left) * (index + 0.5)) / Math.max(1, count);
}

function heightOf(value: number, { top }: Scale, field: Field): number {
  return field.bottom - ((field.bottom - field.top) * Math.min(value, top)) / top;
}
