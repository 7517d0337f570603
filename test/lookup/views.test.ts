// How found dialogs and found words read.

import { describe, expect, it } from 'vitest';
import type { DialogPage } from '../../src/lookup/dialog-list-service.ts';
import { type DialogQuery, EVERYTHING } from '../../src/lookup/dialog-query.ts';
import { createFindViews } from '../../src/lookup/find-views.ts';
import type { Menu } from '../../src/lookup/list-keyboard-views.ts';
import type { Known } from '../../src/lookup/query-in-words.ts';
import { createLookupViews } from '../../src/lookup/views.ts';
import { createTranslator, type Locale } from '../../src/platform/i18n.ts';

const NOON = new Date('2026-11-22T09:00:00Z');
const KNOWN: Known = {
  staff: [],
  labels: [],
  desks: [
    { id: 1, title: 'Chat of ours', department: 'Sales' },
    { id: 2, title: 'Support', department: null },
  ],
  channels: [],
};

const t = createTranslator();
const views = createLookupViews(t, 'Europe/Moscow');

interface Listed {
  readonly total?: number;
  readonly pages?: number;
  readonly menu?: Menu;
  readonly locale?: Locale;
  readonly query?: Partial<DialogQuery>;
}

function listed({ total = 1, pages = 1, menu = 'pages', locale = 'en', query = {} }: Listed) {
  const ends = Array.from({ length: pages }, () => ({ at: NOON, id: 1 }));
  const page = {
    lookup: {
      id: 1,
      staffId: 1,
      kind: 'dialogs',
      locale,
      query: { ...EVERYTHING, ...query },
      ends,
    },
    dialogs: [
      {
        id: 42,
        status: 'answered',
        clientName: 'Anna',
        waitingSince: null,
        lastQuestionAt: NOON,
        assigneeName: null,
        desk: { id: 1, kind: 'forum', chatId: -1002000000001 },
        threadId: 7,
      },
    ],
    total,
  } as unknown as DialogPage;
  const { text, keyboard } = views.dialogList(page, KNOWN, menu, NOON);
  const buttons = keyboard.inline_keyboard.flat().map((button) => button.text);
  return { text: text.replaceAll(/<[^>]*>/g, ''), buttons };
}

describe('a list of dialogs', () => {
  it('has numbers in the language of the place', () => {
    expect(listed({}).text).toContain('🟢 No. 42 · Anna');
    expect(listed({ locale: 'ru' }).text).toContain('🟢 № 42 · Anna');
  });

  it('calls a desk in its lines, its filter and its title as staff know it', () => {
    const { text, buttons } = listed({ menu: 'desk', query: { deskId: 1 } });
    expect(text).not.toContain('Chat of ours');
    expect(buttons).toContain('✓ Sales');
    expect(buttons).toContain('Support');
  });

  it('offers times of waiting as it offers all else', () => {
    const { buttons } = listed({ menu: 'wait', locale: 'ru' });
    expect(buttons).toContain('Ждут ответа');
    expect(buttons).toContain('Ждут дольше 15 мин');
  });

  it.each([
    [9, 1, '1 of 2'],
    [500, 1, '1 of 63'],
    [501, 1, '1 of 62+'],
    [501, 63, '63 of 63+'],
  ])('of %i dialogs numbers whole pages', (total, pages, button) => {
    expect(listed({ total, pages }).buttons).toContain(button);
  });
});

describe('found words', () => {
  it('that were perhaps meant stand apart from each other', () => {
    const query = {
      words: ['dogvor'],
      meant: [['dogovor', 'dogovora']],
      dialogId: null,
      within: false,
    };
    const lookup = { id: 1, staffId: 1, kind: 'words', locale: 'en', query, ends: [] } as const;
    const page = { lookup, hits: [], total: 0, stems: [] } as unknown as Parameters<
      ReturnType<typeof createFindViews>['hitList']
    >[0];
    const { text } = createFindViews(t, 'Europe/Moscow').hitList(page, NOON);
    expect(text).toContain('Similar: dogovor, dogovora');
  });
});
