// A checker that finds nothing proves nothing: each thing a bot may do wrong is done here, one at a
// time, to a story in which all is well.
import { describe, expect, it } from 'vitest';
import { check } from './checker.ts';
import type { Deed } from './deeds.ts';
import type { Observed, ObservedEvent } from './observed.ts';
import { statusesAfter } from './replay.ts';

const ANNA = 1;
const KATYA = 2;
const DESK = -100;
const TOPIC = 7;

const HISTORY: readonly Deed[] = [
  { kind: 'asked', userId: ANNA, chatId: ANNA, messageId: 10, text: 'вопрос 1' },
  { kind: 'pressed', userId: KATYA, queryId: 'q1', label: 'Взять в работу' },
  { kind: 'answered', userId: KATYA, chatId: DESK, messageId: 20, text: 'ответ 2' },
  { kind: 'noted', userId: KATYA, chatId: DESK, messageId: 21, text: '// заметка 3' },
  { kind: 'asked', userId: ANNA, chatId: ANNA, messageId: 11, text: 'вопрос 4' },
  { kind: 'edited', userId: ANNA, chatId: ANNA, messageId: 10, text: 'вопрос 5' },
  ...['альбом 6 а', 'альбом 6 б'].map((text, part): Deed => {
    const at = { userId: KATYA, chatId: DESK, messageId: 30 + part, album: `${DESK}/30` };
    return { kind: 'answered', ...at, text };
  }),
  { kind: 'reacted', userId: ANNA, chatId: ANNA, messageId: 50, emoji: '👍' },
  { kind: 'reacted', userId: ANNA, chatId: ANNA, messageId: 50, emoji: '❤' },
  { kind: 'reacted', userId: KATYA, chatId: DESK, messageId: 61, emoji: '🔥' },
  { kind: 'reacted', userId: KATYA, chatId: DESK, messageId: 61, emoji: null },
];

function event(type: string, facts: Partial<ObservedEvent> = {}): ObservedEvent {
  return { type, dialogId: 1, queryId: null, messageId: null, rating: null, ...facts };
}

const row = { dialogId: 1, delivery: null, waits: false, copies: 1, text: '' };

const FIRST = {
  ...row,
  id: 1,
  chatId: ANNA,
  messageId: 10,
  purpose: 'question',
  text: 'вопрос 5',
};

const ALBUM = [30, 31].map((messageId) => ({
  ...row,
  id: messageId,
  chatId: DESK,
  messageId,
  purpose: 'answer',
  delivery: 'delivered',
}));

const DIALOG = { id: 1, clientUserId: ANNA, status: 'to_continue', rating: null, threadId: TOPIC };

const CARD = { threadId: TOPIC, text: '🟠 ПРОДОЛЖИТЬ\n\nВопросы клиента\n12:00 — вопрос 4' };

const ALL_WELL: Observed = {
  dialogs: [DIALOG],
  messages: [
    FIRST,
    { ...row, id: 2, chatId: DESK, messageId: 20, purpose: 'answer', delivery: 'delivered' },
    { ...row, id: 3, chatId: DESK, messageId: 21, purpose: 'note', copies: 0 },
    { ...row, id: 4, chatId: ANNA, messageId: 11, purpose: 'question', waits: true },
    ...ALBUM,
  ],
  events: [
    event('opened'),
    event('asked', { messageId: 1 }),
    event('taken', { queryId: 'q1' }),
    event('answer-written', { messageId: 2 }),
    event('answer-delivered', { messageId: 2 }),
    event('noted', { messageId: 3 }),
    event('asked', { messageId: 4 }),
  ],
  presses: new Set(['q1']),
  places: [
    { sourceId: 1, chatId: DESK, messageId: 60 },
    { sourceId: 2, chatId: ANNA, messageId: 50 },
    { sourceId: 4, chatId: DESK, messageId: 61 },
  ],
  left: { inbox: 0, outbox: 0 },
  cards: [CARD],
  inDesk: [
    CARD,
    { threadId: TOPIC, text: 'вопрос 5\n✏️ изменено · 12:01' },
    { threadId: TOPIC, text: 'вопрос 4' },
  ],
  toClient: new Map([[ANNA, ['ответ 2', 'альбом 6 а', 'альбом 6 б']]]),
  albums: [['альбом 6 а', 'альбом 6 б']],
  signs: new Map([
    [`${DESK}/20`, ['❤']],
    [`${ANNA}/11`, ['👀']],
  ]),
};

const READ = ['ответ 2', 'альбом 6 а', 'альбом 6 б'];

/** What a bot did wrong, and the word by which the checker should call it. */
const WRONGS: readonly (readonly [string, Partial<Observed>, RegExp])[] = [
  ['forgets a message', { messages: ALL_WELL.messages.slice(1) }, /lost: «вопрос 1»/],
  ['keeps a message twice', { messages: [...ALL_WELL.messages, FIRST] }, /kept twice/],
  [
    'shows a message to nobody',
    { inDesk: ALL_WELL.inDesk.slice(0, 2) },
    /«вопрос 4» is in no thread/,
  ],
  [
    'does not know where the copy is',
    { messages: [{ ...FIRST, copies: 0 }, ...ALL_WELL.messages.slice(1)] },
    /«вопрос 1» has 0 known copies/,
  ],
  [
    'counts a question twice',
    { events: [...ALL_WELL.events, event('asked', { messageId: 4 })] },
    /heard 2/,
  ],
  ['loses an answer', { toClient: new Map() }, /«ответ 2» never reached its client/],
  [
    'says an answer twice',
    { toClient: new Map([[ANNA, ['ответ 2', ...READ]]]) },
    /1 texts said twice/,
  ],
  [
    'shows a note to the client',
    { toClient: new Map([[ANNA, [...READ, 'заметка 3']]]) },
    /a client reads «\/\/ заметка 3»/,
  ],
  [
    'takes a note for an answer',
    {
      messages: ALL_WELL.messages.map((kept) => ({
        ...kept,
        purpose: kept.id === 3 ? 'answer' : kept.purpose,
      })),
    },
    /the note «\/\/ заметка 3» is taken for an answer/,
  ],
  ['loses a press', { presses: new Set() }, /lost: the press «Взять в работу»/],
  [
    'takes a press twice',
    { events: [...ALL_WELL.events, event('taken', { queryId: 'q1' })] },
    /took effect 2 times/,
  ],
  ['opens a dialog twice', { dialogs: [DIALOG, { ...DIALOG, id: 2 }] }, /has 2 dialogs/],
  [
    'shows a status nobody brought about',
    { dialogs: [{ ...DIALOG, status: 'closed' }] },
    /is closed, not/,
  ],
  ['has no card', { cards: [] }, /has no card/],
  [
    'leaves an old card',
    { cards: [{ ...CARD, text: '🟢 ОТВЕЧЕНО\n12:00 — вопрос 4' }] },
    /card 1 says «🟢 ОТВЕЧЕНО»/,
  ],
  [
    'leaves a question off its card',
    { cards: [{ ...CARD, text: '🟠 ПРОДОЛЖИТЬ' }] },
    /«вопрос 4» stands 0 times/,
  ],
  [
    'forgets a correction',
    {
      messages: ALL_WELL.messages.map((kept) =>
        kept.id === 1 ? { ...kept, text: 'вопрос 1' } : kept,
      ),
    },
    /lost: «вопрос 5» is kept as «вопрос 1»/,
  ],
  [
    'leaves the old words in the copy',
    {
      inDesk: [CARD, { threadId: TOPIC, text: 'вопрос 1' }, { threadId: TOPIC, text: 'вопрос 4' }],
    },
    /«вопрос 5» is in no thread/,
  ],
  [
    'tears an album apart',
    { albums: [['альбом 6 а'], ['альбом 6 б']] },
    /the album «альбом 6 а, альбом 6 б» is nowhere whole/,
  ],
  [
    'shows an earlier reaction',
    { signs: new Map([[`${DESK}/20`, ['👍']]]) },
    /-100\/20 shows 👍, not ❤/,
  ],
  ['loses a reaction', { signs: new Map() }, /-100\/20 shows nothing, not ❤/],
  [
    'shows a reaction that was withdrawn',
    { signs: new Map([...ALL_WELL.signs, [`${ANNA}/11`, ['🔥']]]) },
    /1\/11 shows 🔥, not less/,
  ],
  ['leaves work undone', { left: { inbox: 0, outbox: 2 } }, /2 left to do in outbox/],
];

describe('the checker of the crash test', () => {
  it('finds nothing where all is well', () => {
    expect(check(HISTORY, ALL_WELL, 0).violations).toEqual([]);
  });

  it.each(WRONGS)('sees a bot that %s', (_, wrong, words) => {
    const { violations } = check(HISTORY, { ...ALL_WELL, ...wrong }, 0);
    expect(violations.join('\n')).toMatch(words);
  });

  it('lets as many texts be said twice as were in flight', () => {
    const twice = { ...ALL_WELL, toClient: new Map([[ANNA, ['ответ 2', ...READ]]]) };
    const { violations, figures } = check(HISTORY, twice, 1);
    expect(violations).toEqual([]);
    expect(figures.repeatedToClients).toBe(1);
  });
});

describe('of an album of a client the checker', () => {
  const asked = ['альбом 7 а', 'альбом 7 б'].map((text, part): Deed => {
    const at = { userId: ANNA, chatId: ANNA, messageId: 12 + part, album: `${ANNA}/12` };
    return { kind: 'asked', ...at, text };
  });
  const rows = [7, 9].map((id, part) => {
    const at = { chatId: ANNA, messageId: 12 + part };
    return { ...row, id, ...at, purpose: 'question' };
  });
  const first = event('asked', { messageId: 7 });
  const later = event('asked', { messageId: 9 });

  function findings(events: readonly ObservedEvent[]): string {
    const messages = [...ALL_WELL.messages, ...rows];
    const seen = { ...ALL_WELL, messages, events: [...ALL_WELL.events, ...events] };
    return check([...HISTORY, ...asked], seen, 0).violations.join('\n');
  }

  it('expects the first part to be heard, and the second not beside it', () => {
    expect(findings([first])).not.toMatch(/heard/);
    expect(findings([later])).toMatch(/«альбом 7 а» was heard 0 times/);
    expect(findings([first, later])).toMatch(/«альбом 7 б» was heard 1 times/);
  });

  it('lets the second be heard where the first had been answered before it came', () => {
    const answered = event('answer-delivered', { messageId: 8 });
    expect(findings([first, answered, later])).not.toMatch(/heard/);
    expect(findings([first, event('closed'), later])).not.toMatch(/heard/);
    const earlier = event('answer-delivered', { messageId: 5 });
    expect(findings([first, earlier, later])).toMatch(/«альбом 7 б» was heard 1 times/);
    expect(findings([event('closed'), first, later])).toMatch(/«альбом 7 б» was heard 1 times/);
  });
});

describe('the replay of a dialog', () => {
  it.each<readonly [string, readonly ObservedEvent[], readonly string[]]>([
    ['a question', [event('opened'), event('asked', { messageId: 1 })], ['unanswered']],
    [
      'an answer to the last question',
      [
        event('opened'),
        event('asked', { messageId: 1 }),
        event('answer-delivered', { messageId: 2 }),
      ],
      ['answered'],
    ],
    [
      'an answer that crossed with the next question',
      [
        event('opened'),
        event('asked', { messageId: 1 }),
        event('asked', { messageId: 3 }),
        event('answer-delivered', { messageId: 2 }),
      ],
      ['to_continue'],
    ],
    [
      'an answer after closing',
      [event('opened'), event('closed'), event('answer-delivered', { messageId: 2 })],
      ['closed'],
    ],
    [
      'a cancelled note',
      [event('opened'), event('taken'), event('note-begun'), event('note-cancelled')],
      ['note', 'in_work'],
    ],
  ])('after %s', (_, events, statuses) => {
    expect([...statusesAfter(events)].sort()).toEqual([...statuses].sort());
  });
});
