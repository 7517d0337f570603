import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/dialogs/content.ts';
import type { RoomKind, RoomRole } from '../../../src/rooms/room.ts';
import { isAnswer, meaningOf, needsNoAnswer } from '../../../src/tickets/watch/wait.ts';

type Who = RoomRole | 'staff' | null;

/** What words of this person mean, in reply to that one (none: to nobody). */
function means(kind: RoomKind, who: Who, to?: Who): string {
  const personOf = (one: Who) =>
    one === 'staff'
      ? ({ role: 'manager', isStaff: true } as const)
      : ({ role: one, isStaff: false } as const);
  const target = to === undefined ? null : personOf(to);
  const meaning = meaningOf({ kind, ...personOf(who), target });
  return meaning.kind === 'answers' ? `answers ${meaning.roles ?? 'all'}` : meaning.kind;
}

describe('what is said in a room', () => {
  it.each<[string, RoomKind, Who, Who | undefined, string]>([
    ['a client asks', 'support', 'client', undefined, 'asks'],
    ['a client who answers a colleague asks, too', 'support', 'client', 'client', 'asks'],
    ['whoever hides behind the group asks in a client’s', 'support', null, undefined, 'asks'],
    ['a guest asks nobody', 'support', 'guest', undefined, 'nothing'],
    ['a seller asks in their own room', 'personal', 'exporter', undefined, 'asks'],
    ['nobody asks there in disguise', 'personal', null, undefined, 'nothing'],
    ['a buyer asks', 'product', 'importer', undefined, 'asks'],
    ['a buyer who answers the seller asks, too', 'product', 'importer', 'exporter', 'asks'],
    ['a seller asks no buyer', 'product', 'exporter', undefined, 'answers importer'],
    [
      'a seller who replies to a buyer answers them',
      'product',
      'exporter',
      'importer',
      'answers-author',
    ],
    ['a seller who replies to us asks us', 'product', 'exporter', 'staff', 'asks'],
    [
      'a seller who replies to a partner answers no buyer',
      'product',
      'exporter',
      'partner',
      'nothing',
    ],
    ['an employee answers everybody', 'product', 'staff', undefined, 'answers all'],
    ['an employee who replies answers one', 'support', 'staff', 'client', 'answers-author'],
    [
      'an employee who replies to a colleague answers nobody',
      'support',
      'staff',
      'staff',
      'nothing',
    ],
    ['a partner answers by a reply', 'product', 'partner', 'importer', 'answers-author'],
    ['and by nothing else', 'product', 'partner', undefined, 'nothing'],
  ])('%s', (_, kind, who, to, expected) => {
    expect(means(kind, who, to)).toBe(expected);
  });
});

describe('what says nothing by itself', () => {
  const text = (words: string): Content => ({ kind: 'text', text: words, entities: [] });

  it('is thanks, a command and a sticker', () => {
    expect(needsNoAnswer(text('спасибо'), true)).toBe(true);
    expect(needsNoAnswer(text('/menu'), false)).toBe(true);
    expect(needsNoAnswer({ kind: 'sticker', fileId: 's' } as Content, false)).toBe(true);
    expect(needsNoAnswer(text('Где заказ?'), false)).toBe(false);
  });

  it('is a sign that one has seen it, or thinks', () => {
    expect(['👀', '🤔'].map(isAnswer)).toEqual([false, false]);
    expect(['👍', '👌', '❤'].map(isAnswer)).toEqual([true, true, true]);
  });
});
