// Hours and zones as people type them.
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  OFFERED_HOURS,
  offsetOf,
  readHours,
  readZone,
  ZONE_NAMES,
  ZONES,
  zoneNameOf,
} from '../../src/exporters/hours.ts';

describe('working hours', () => {
  it.each([
    ['9-18', '09:00', '18:00'],
    ['с 9:00 до 18:30', '09:00', '18:30'],
    ['9.00–18', '09:00', '18:00'],
    ['from 08:00 to 17:00', '08:00', '17:00'],
    ['0-24', '00:00', '24:00'],
  ])('are read in «%s»', (text, from, to) => {
    expect(readHours(text)).toEqual({ from, to });
  });

  it.each(['', 'круглосуточно', '18-9', '9-9', '9', '9-25', '9:75-18', '22:00-06:00'])(
    'are not read in «%s»',
    (text) => {
      expect(readHours(text)).toBeNull();
    },
  );

  it('that are offered read as they stand', () => {
    for (const { from, to } of OFFERED_HOURS) {
      expect(readHours(`${from}–${to}`)).toEqual({ from, to });
    }
  });
});

describe('a time zone', () => {
  it('that is offered exists, and is known by its name again', () => {
    for (const name of ZONE_NAMES) {
      expect(IANAZone.isValidZone(ZONES[name])).toBe(true);
      expect(zoneNameOf(ZONES[name])).toBe(name);
    }
    expect(zoneNameOf('Europe/Paris')).toBeNull();
  });

  it.each([
    ['UTC+5', 'Etc/GMT-5'],
    ['+3', 'Etc/GMT-3'],
    ['gmt -3', 'Etc/GMT+3'],
    ['UTC+0', 'Etc/GMT'],
    ['Asia/Tashkent', 'Asia/Tashkent'],
    ['america/sao paulo', 'America/Sao_Paulo'],
    ['Барнаул', 'Asia/Barnaul'],
    ['colombo', 'Asia/Colombo'],
    ['Узбекистан', 'Asia/Tashkent'],
  ])('is read in «%s»', (text, zone) => {
    expect(readZone(text)).toBe(zone);
  });

  it.each(['', 'Васюки', 'UTC+19', 'Asia/Nowhere', 'завтра'])('is not read in «%s»', (text) => {
    expect(readZone(text)).toBeNull();
  });

  it('tells how far its clocks are from Greenwich at that moment', () => {
    const now = new Date('2026-11-22T09:00:00Z');

    expect(offsetOf('Europe/Moscow', now)).toBe('+3');
    expect(offsetOf('Asia/Kolkata', now)).toBe('+5:30');
    expect(offsetOf('Etc/GMT', now)).toBe('+0');
  });
});
