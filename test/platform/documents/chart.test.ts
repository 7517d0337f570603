import { describe, expect, it } from 'vitest';
import { scaleFor } from '../../../src/platform/documents/chart/scale.ts';
import { type Chart, makePicture, type Panel } from '../../../src/platform/documents/index.ts';
import { type Png, readPng } from '../../support/png.ts';

const PANEL: Panel = {
  title: 'Обращения',
  labels: ['16.11', '17.11', '18.11'],
  unit: '',
  empty: 'За это время данных нет',
  series: [{ name: 'новые', kind: 'bars', colour: 'blue', values: [4, null, 2] }],
};

function chart(panel: Panel, title = 'Отчёт: эта неделя'): Chart {
  const tile = { label: 'Новых', value: '42', note: 'раньше 30', tone: 'good' } as const;
  return { title, subtitle: '', tiles: [tile, tile], panels: [panel], footer: '' };
}

/** How many points of that part of the picture are not white. */
function inkIn(
  png: Png,
  [left, top]: readonly [number, number],
  [width, height]: readonly [number, number],
) {
  let ink = 0;
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) {
      if (png.at(x, y).some((light) => light < 200)) ink += 1;
    }
  }
  return ink;
}

/** Where titles are written. */
const TITLE = [
  [56, 56],
  [900, 60],
] as const;

describe('a chart', () => {
  it('is a picture as wide as a telephone shows well, with Cyrillic letters and the colours of its bars', async () => {
    const png = readPng(await makePicture(chart(PANEL)));
    expect(png.width).toBe(1080);
    expect(inkIn(png, ...TITLE)).toBeGreaterThan(2_000);
    const blue = [0x3a, 0x72, 0xe8].join();
    const column = Array.from({ length: png.height }, (_, y) => png.at(270, y).join());
    expect(column.filter((colour) => colour === blue).length).toBeGreaterThan(150);
  });

  it('cuts words that are wider than the picture, and takes signs of markup for words', async () => {
    const endless = `<b>${'Очень длинное название '.repeat(20)}</b> & co`;
    const png = readPng(await makePicture(chart(PANEL, endless)));
    expect(inkIn(png, [1026, 56], [54, 60])).toBe(0);
    expect(inkIn(png, ...TITLE)).toBeGreaterThan(5_000);
  });

  it('says that there is nothing to show, instead of an empty scale', async () => {
    const series = [{ ...PANEL.series[0], values: [0, null, 0] }] as unknown as Panel['series'];
    const png = readPng(await makePicture(chart({ ...PANEL, series }, '')));
    expect(inkIn(png, ...TITLE)).toBe(0);
    expect(inkIn(png, [300, 650], [480, 80])).toBeGreaterThan(500);
  });
});

describe('the scale of a chart', () => {
  it.each([
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [58, [0, 20, 40, 60]],
    [100, [0, 25, 50, 75, 100]],
    [1284, [0, 500, 1000, 1500]],
  ])('reaches %i in round whole numbers', (largest, ticks) => {
    expect(scaleFor(largest).ticks).toEqual(ticks);
  });

  it('ends where it is told to', () => {
    expect(scaleFor(37, 100)).toEqual({ top: 100, ticks: [0, 25, 50, 75, 100] });
  });
});
