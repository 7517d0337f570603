import { describe, expect, it } from 'vitest';
import { createTimeWords } from '../../../src/dialogs/reminders/time-words.ts';
import { readWhen } from '../../../src/dialogs/reminders/when.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';

const words = createTimeWords(createTranslator());
/** A Saturday, a quarter past noon and some seconds in Moscow. */
const now = new Date('2026-11-21T12:15:40+03:00');
const timeZone = 'Europe/Moscow';

function read(text: string) {
  return readWhen(text, { now, timeZone, words });
}

describe('when to remind', () => {
  it.each([
    ['2ч', '2026-11-21T14:15'],
    ['2 часа', '2026-11-21T14:15'],
    ['через 2 часа', '2026-11-21T14:15'],
    ['через час', '2026-11-21T13:15'],
    ['Через полчаса', '2026-11-21T12:45'],
    ['30мин', '2026-11-21T12:45'],
    ['1ч 30м', '2026-11-21T13:45'],
    ['1 час 30 минут', '2026-11-21T13:45'],
    ['1,5 часа', '2026-11-21T13:45'],
    ['через неделю', '2026-11-28T12:15'],
    ['3 дня', '2026-11-24T12:15'],
    ['завтра', '2026-11-22T09:00'],
    ['завтра 10:00', '2026-11-22T10:00'],
    ['завтра в 10', '2026-11-22T10:00'],
    ['завтра в 10.30', '2026-11-22T10:30'],
    ['в 10 завтра', '2026-11-22T10:00'],
    ['завтра вечером', '2026-11-22T18:00'],
    ['завтра в 6 вечера', '2026-11-22T18:00'],
    ['сегодня вечером', '2026-11-21T18:00'],
    ['в 2 дня', '2026-11-21T14:00'],
    ['послезавтра', '2026-11-23T09:00'],
    ['в 15:00', '2026-11-21T15:00'],
    ['15:00', '2026-11-21T15:00'],
    ['9:00', '2026-11-22T09:00'],
    ['в пятницу', '2026-11-27T09:00'],
    ['в пн в 14:00', '2026-11-23T14:00'],
    ['в субботу в 18:00', '2026-11-21T18:00'],
    ['в субботу', '2026-11-28T09:00'],
    ['25.11', '2026-11-25T09:00'],
    ['25.11 10:00', '2026-11-25T10:00'],
    ['25.11.2026, 10:00', '2026-11-25T10:00'],
    ['01.02', '2027-02-01T09:00'],
    ['25 ноября в 10', '2026-11-25T10:00'],
    ['in 2 hours', '2026-11-21T14:15'],
    ['45m', '2026-11-21T13:00'],
    ['tomorrow at 5pm', '2026-11-22T17:00'],
    ['friday 10:00', '2026-11-27T10:00'],
    ['at 12am', '2026-11-22T00:00'],
    ['november 25th', '2026-11-25T09:00'],
  ])('«%s» is %s', (text, moment) => {
    expect(read(text)).toEqual({
      status: 'understood',
      dueAt: new Date(`${moment}:00+03:00`),
      words: '',
    });
  });

  it.each([
    ['2ч Позвонить: счёт №5', 'Позвонить: счёт №5'],
    ['завтра в 10:00 — уточнить цену', '— уточнить цену'],
    ['через час\nспросить склад', 'спросить склад'],
    ['завтра 3 коробки', '3 коробки'],
    ['час позвонить', null],
  ])('«%s» leaves its words whole', (text, left) => {
    const when = read(text);
    expect(when.status === 'understood' ? when.words : null).toBe(left);
  });

  it.each([
    ['', 'not-understood'],
    ['позвонить', 'not-understood'],
    ['30', 'not-understood'],
    ['сегодня', 'not-understood'],
    ['25:00', 'not-understood'],
    ['31.02', 'not-understood'],
    ['0 минут', 'past'],
    ['сегодня в 10:00', 'past'],
    ['20.11.2026', 'past'],
    ['вчера', 'past'],
    ['yesterday 10:00', 'past'],
    ['60 недель', 'too-far'],
    ['25.12.2028', 'too-far'],
  ])('«%s» is %s', (text, status) => {
    expect(read(text).status).toBe(status);
  });

  it('a morning is the morning of the zone, over the night in which its clocks change', () => {
    const berlin = { now: new Date('2026-03-28T20:00Z'), timeZone: 'Europe/Berlin', words };

    expect(readWhen('завтра', berlin)).toMatchObject({ dueAt: new Date('2026-03-29T07:00Z') });
    expect(readWhen('24ч', berlin)).toMatchObject({ dueAt: new Date('2026-03-29T20:00Z') });
  });
});
