// A chart as SVG: heading, tiles, panels, foot, one under the other.

import type { Chart, Tile } from './chart.ts';
import { drawPanel } from './draw-panel.ts';
import {
  GREY,
  INK,
  MARGIN,
  PANEL_GAP,
  PANEL_HEIGHT,
  PAPER,
  PICTURE_WIDTH,
  SMALL,
  TILE,
  TONES,
  WIDTH,
} from './look.ts';
import type { Pen } from './pen.ts';
import { element } from './svg.ts';

const TITLE_SIZE = 50;
const SUBTITLE_SIZE = 32;
const HEADING = 150;
const TILE_HEIGHT = 196;
const TILE_GAP = 24;
const FOOT = 74;

export function drawChart(chart: Chart, pen: Pen): string {
  const rows = Math.ceil(chart.tiles.length / 2);
  const panelsFrom = MARGIN + HEADING + rows * (TILE_HEIGHT + TILE_GAP) + 30;
  const height = panelsFrom + chart.panels.length * (PANEL_HEIGHT + PANEL_GAP) + FOOT;
  const parts = [
    element('rect', { width: PICTURE_WIDTH, height, fill: PAPER }),
    ...heading(chart, pen),
    ...chart.tiles.map((tile, index) => drawTile(tile, index, pen)),
    ...chart.panels.map((panel, index) =>
      drawPanel(panel, [MARGIN, panelsFrom + index * (PANEL_HEIGHT + PANEL_GAP)], pen),
    ),
    pen.write(chart.footer, [MARGIN, height - 40], { size: SMALL, fill: GREY, width: WIDTH }),
  ];
  const sheet = { xmlns: 'http://www.w3.org/2000/svg', width: PICTURE_WIDTH, height };
  return element('svg', { ...sheet, 'font-family': 'Roboto' }, parts.join(''));
}

function heading({ title, subtitle }: Chart, pen: Pen): string[] {
  const big = { size: TITLE_SIZE, fill: INK, bold: true, width: WIDTH };
  const small = { size: SUBTITLE_SIZE, fill: GREY, width: WIDTH };
  return [
    pen.write(title, [MARGIN, MARGIN + 46], big),
    pen.write(subtitle, [MARGIN, MARGIN + 104], small),
  ];
}

function drawTile({ label, value, note, tone }: Tile, index: number, pen: Pen): string {
  const width = (WIDTH - TILE_GAP) / 2;
  const x = MARGIN + (index % 2) * (width + TILE_GAP);
  const y = MARGIN + HEADING + Math.floor(index / 2) * (TILE_HEIGHT + TILE_GAP);
  const left = x + 30;
  const room = { width: width - 60 };
  return [
    element('rect', { x, y, width, height: TILE_HEIGHT, rx: 24, fill: TILE }),
    pen.write(label, [left, y + 50], { ...room, size: 30, fill: GREY }),
    pen.write(value, [left, y + 120], { ...room, size: 62, fill: INK, bold: true }),
    pen.write(note, [left, y + 168], { ...room, size: SMALL, fill: TONES[tone] }),
  ].join('');
}
