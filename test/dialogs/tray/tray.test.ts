import { describe, expect, it } from 'vitest';
import type { Content } from '../../../src/dialogs/content.ts';
import {
  deedsFor,
  inOtherWords,
  REASONS,
  reasonOf,
  type Undelivered,
} from '../../../src/dialogs/tray/tray.ts';

const bold = [{ type: 'bold', offset: 0, length: 3 }];
const text: Content = { kind: 'text', text: 'Вот счёт', entities: [] };
const formatted: Content = { kind: 'text', text: 'Вот счёт', entities: bold };
const photo: Content = {
  kind: 'photo',
  fileId: 'f',
  fileName: null,
  caption: 'Вот счёт',
  entities: bold,
};
const failed: Undelivered = {
  direction: 'answer',
  reason: 'other',
  content: text,
};

describe('what is offered about a message that did not arrive', () => {
  it.each([
    ['a plain text that was refused', {}, ['repeat', 'drop']],
    ['a formatted one', { content: formatted }, ['repeat', 'plain', 'drop']],
    ['a photo with words', { content: photo }, ['repeat', 'plain', 'words', 'drop']],
    ['a file that is too big', { reason: 'file-too-big', content: photo }, ['words', 'drop']],
    ['whoever stopped the bot', { reason: 'blocked', content: photo }, ['repeat', 'drop']],
    ['a deleted account', { reason: 'deactivated' }, ['drop']],
    ['an answer of unknown outcome', { reason: 'unknown' }, ['repeat', 'arrived', 'drop']],
    ['a copy of unknown outcome', { reason: 'unknown', direction: 'copy' }, ['repeat', 'drop']],
    ['a copy', { reason: 'blocked', direction: 'copy' }, ['repeat', 'drop']],
  ] as const)('%s', (_case, over, deeds) => {
    expect(deedsFor({ ...failed, ...over })).toEqual(deeds);
  });
});

describe('a reason', () => {
  it.each([
    ['blocked', 'blocked'],
    ['no-rights', 'not-allowed'],
    ['outcome-unknown', 'telegram-away'],
    ['unknown', 'unknown'],
    ['bad-request', 'other'],
    ['', 'other'],
  ])('of the failure «%s» is %s', (kind, reason) => {
    expect(reasonOf(kind)).toBe(reason);
    expect(REASONS).toContain(reason);
  });
});

describe('the words alone', () => {
  it('are the caption with its formatting, and nothing else changes', () => {
    expect(inOtherWords(photo, 'words')).toEqual(formatted);
    expect(inOtherWords(photo, 'plain')).toBe(photo);
    expect(inOtherWords(photo, null)).toBe(photo);
    expect(inOtherWords(text, 'words')).toBe(text);
    const silent = { ...photo, caption: ' ' } as Content;
    expect(inOtherWords(silent, 'words')).toBe(silent);
  });
});
