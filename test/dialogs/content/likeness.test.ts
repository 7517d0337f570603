// By what a message is known again that is passed on without its sender's name.

import { describe, expect, it } from 'vitest';
import { likenessOf } from '../../../src/dialogs/content/likeness.ts';
import type { Content } from '../../../src/dialogs/content.ts';
import { contentOf } from '../../../src/dialogs/telegram-content.ts';
import { messageWith, SAMPLES } from '../../support/messages.ts';

const said = (text: string, more: object = {}) =>
  likenessOf({ kind: 'text', text, entities: [], ...more } as Content);

describe('a message is known again', () => {
  it('by its words, of twelve signs at least', () => {
    expect(said('закупка по 100')).toEqual({ words: 'закупка по 100', file: null });
    expect(said('Добрый день!')).toBeNull();
    expect(said('о к   о к   о к')).toBeNull();
    expect(said('👍👍👍👍👍👍')).toBeNull();
  });

  it('by its file, whatever it is called, and by its caption', () => {
    const document = (caption: string) =>
      likenessOf(contentOf(messageWith(SAMPLES.document, { caption })) as Content);

    expect(document('накладная, не клиенту')).toEqual({
      words: 'накладная, не клиенту',
      file: 'u',
    });
    expect(document('вот')).toEqual({ words: null, file: 'u' });
  });

  it('by the number of a contact and the question of a poll', () => {
    const contact = { kind: 'contact', phone: '+7495', firstName: 'Склад', lastName: '' } as const;
    const poll = contentOf(messageWith(SAMPLES.poll)) as Extract<Content, { kind: 'poll' }>;

    expect(likenessOf(contact)).toEqual({ words: '+7495', file: null });
    expect(likenessOf({ ...poll, question: 'Кому отдать клиента?' })?.words).toBe(
      'Кому отдать клиента?',
    );
  });

  it('not where it says whose it was, and not by a sticker', () => {
    expect(said('закупка по 100', { origin: { by: 'user', name: 'Поставщик' } })).toBeNull();
    expect(likenessOf(contentOf(messageWith(SAMPLES.sticker)) as Content)).toBeNull();
  });
});
