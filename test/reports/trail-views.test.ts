// What the trail of a room says on paper and in its spreadsheet.
import { describe, expect, it } from 'vitest';
import type { PaperBlock } from '../../src/platform/documents/index.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import type { Trail, TrailEntry } from '../../src/reports/trail.ts';
import { createTrailSheet } from '../../src/reports/trail-sheet.ts';
import { createTrailViews } from '../../src/reports/trail-views.ts';
import { createMemoryLogger } from '../support/logger.ts';

const t = createTranslator({ logger: createMemoryLogger().logger });
const views = createTrailViews(t);
const sheet = createTrailSheet(t);
const reading = {
  locale: 'ru',
  timeZone: 'Asia/Vladivostok',
  now: new Date('2026-11-23T00:00:00Z'),
} as const;

function said(at: string, text: string): TrailEntry {
  const content = { kind: 'text', text, entities: [] } as const;
  return {
    ...{ at: new Date(at), who: 'Анна', role: 'exporter', sha256: null },
    deed: { kind: 'message', content },
  };
}

function trail(entries: readonly TrailEntry[]): Trail {
  return { title: 'Пшеница', timeZone: null, members: [], entries, isCut: false };
}

function tables(blocks: readonly PaperBlock[]) {
  return blocks.flatMap((block) => (block.kind === 'table' && block.band ? [block] : []));
}

describe('the story on paper', () => {
  it('has a table a day, by the reader’s clock: eight in the evening in Moscow is the next day further east', () => {
    const entries = [
      said('2026-11-21T06:00:00Z', 'утром'),
      said('2026-11-21T17:00:00Z', 'вечером'),
    ];
    const days = tables(views.paper(trail(entries), reading).blocks);

    expect(days.map(({ band }) => band)).toEqual([
      '21.11.2026, суббота',
      '22.11.2026, воскресенье',
    ]);
    expect(days.map(({ rows }) => rows.map(([time]) => time))).toEqual([['16:00'], ['03:00']]);
  });

  it('tells why a checkpoint was moved, by a tap or in words, and from when to when', () => {
    const moved = (reason: string): TrailEntry => ({
      ...{ at: new Date('2026-11-21T06:00:00Z'), who: 'Игорь', role: 'staff', sha256: null },
      deed: {
        ...{ kind: 'checkpoint-moved', number: 1, title: 'Документы', reason },
        dueBefore: new Date('2026-11-22T00:00:00Z'),
        dueAt: new Date('2026-11-25T00:00:00Z'),
      },
    });
    const [day] = tables(views.paper(trail([moved('papers'), moved('снег')]), reading).blocks);

    expect(day?.rows[0]).toEqual([
      '16:00',
      [
        { text: 'Игорь', tone: 'strong' },
        { text: 'Сотрудник', tone: 'quiet' },
      ],
      [
        { text: 'Контрольная точка № 1: перенесена', tone: 'strong' },
        { text: '«Документы»: с 22.11.2026 10:00 на 25.11.2026 10:00' },
        { text: 'Причина: Ждём документы', tone: 'quiet' },
      ],
    ]);
    expect(day?.rows[1]?.[2]).toContainEqual({ text: 'Причина: снег', tone: 'quiet' });
  });

  it('shortens what is very long, says so, and leaves it whole in the spreadsheet', () => {
    const words = 'слово '.repeat(500);
    const given = trail([said('2026-11-21T06:00:00Z', words)]);
    const { blocks } = views.paper(given, reading);

    expect(String(tables(blocks)[0]?.rows[0]?.[2])).toHaveLength(1_500);
    expect(blocks).toContainEqual({
      ...{ kind: 'text', quiet: true },
      text: 'Очень длинные сообщения здесь сокращены, в таблице Excel они целиком.',
    });
    expect(sheet(given, reading).sheets[0]?.rows[0]).toContain(words);
  });
});
