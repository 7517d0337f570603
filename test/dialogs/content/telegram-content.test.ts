// Messages of Telegram's as the desk keeps them: nothing that somebody said is lost.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNote } from '../../../src/dialogs/content/telegram-fields.ts';
import { gistOf, wordsOf } from '../../../src/dialogs/content.ts';
import { contentOf } from '../../../src/dialogs/telegram-content.ts';
import { messageWith, SAMPLES, type Sample } from '../../support/messages.ts';

describe('a message', () => {
  it.each(Object.keys(SAMPLES) as Sample[])('of the kind %s is kept as such', (kind) => {
    const content = contentOf(messageWith(SAMPLES[kind]));

    expect(content?.kind === 'told' ? content.type : content?.kind).toBe(kind);
  });

  it('that only Telegram wrote is nobody’s', () => {
    expect(contentOf(messageWith({ new_chat_title: 'Склад' }))).toBeNull();
    expect(contentOf(messageWith({}))).toBeNull();
  });

  it('of a kind that does not exist yet is kept by the name of its field', () => {
    const content = contentOf(messageWith({ hologram: { file_id: 'x' } }));

    expect(content).toMatchObject({ kind: 'told', type: 'other', facts: { field: 'hologram' } });
  });

  it('has no field today that is neither content, nor noted by Telegram, nor beside the point', () => {
    const types = new URL('../../../node_modules/@grammyjs/types/message.d.ts', import.meta.url);
    const source = readFileSync(types, 'utf8');
    const start = source.indexOf('export interface Message extends');
    const names = [
      ...source.slice(start, source.indexOf('\n}', start)).matchAll(/^ {4}(\w+)\?:/gm),
    ].map(([, name]) => name ?? '');
    const isKnown = (name: string) =>
      name in SAMPLES ||
      isNote(messageWith({ [name]: true })) ||
      contentOf(messageWith({ [name]: null })) === null;

    expect(names.length).toBeGreaterThan(70);
    expect(
      names.filter((name) => !['quote', 'forward_origin'].includes(name) && !isKnown(name)),
    ).toEqual([]);
  });
});

describe('what is kept', () => {
  const kept = (kind: Sample, more: object = {}) => contentOf(messageWith(SAMPLES[kind], more));

  it('of a file are its ids, its name, its caption, and how they are shown', () => {
    const more = { caption: 'смотрите', has_media_spoiler: true, show_caption_above_media: true };

    expect(kept('document', more)).toEqual({
      kind: 'document',
      fileId: 'file',
      uniqueId: 'u',
      fileName: 'договор.pdf',
      caption: 'смотрите',
      entities: [],
      spoiler: true,
      captionAbove: true,
    });
    expect(kept('live_photo')).toMatchObject({ fileId: 'file', stillId: 'still' });
  });

  it('of a live location is where it was last, and until when it lives', () => {
    const live = { location: { ...SAMPLES.location.location, live_period: 900, heading: 90 } };

    expect(contentOf(messageWith(live))).toEqual({
      kind: 'location',
      latitude: 55.75,
      longitude: 37.62,
      liveUntil: 1_900,
      heading: 90,
    });
  });

  it.each([
    ['invoice', { title: 'Доставка', amount: '1500.00 RUB' }],
    ['story', { title: 'Новости склада', url: 'https://t.me/sklad/s/7' }],
    ['dice', { emoji: '🎲', value: 4 }],
    ['unique_gift', { title: 'Мишка #12' }],
    ['paid_media', { count: 1, stars: 50 }],
  ] as const)('of a message of the kind %s is what can be told of it', (kind, facts) => {
    expect(kept(kind)).toMatchObject({ facts });
  });

  it('of stars are whole ones', () => {
    const invoice = { ...SAMPLES.invoice.invoice, currency: 'XTR', total_amount: 7 };

    expect(contentOf(messageWith({ invoice }))).toMatchObject({ facts: { amount: '7 ⭐' } });
  });

  it('of a list and of a message with headings and tables are their words', () => {
    expect(kept('checklist')).toMatchObject({
      facts: { title: 'Документы' },
      text: '☑ паспорт\n☐ права',
    });
    expect(kept('rich_message')).toMatchObject({
      text: 'Заказ\n20 коробок\n1.\nхрупкое\nА Б',
    });
  });

  it('says on a card what it is about', () => {
    const gists = (['venue', 'contact', 'poll', 'gift', 'invoice', 'sticker'] as const).map(
      (kind) => gistOf(kept(kind) as never),
    );

    expect(gists).toEqual(['Склад', 'Иван +70000000000', 'Когда везти?', 'вам', 'Доставка', '']);
    expect(wordsOf(kept('contact') as never)).toBe('');
  });
});

describe('what accompanies a message', () => {
  const text = (more: object) => contentOf(messageWith({ text: 'да' }, more));
  const from = (origin: object) => text({ forward_origin: { date: 1, ...origin } });
  const ivan = { id: 9, is_bot: false, first_name: 'Иван', last_name: 'Ли', username: 'ivan' };
  const channel = { id: -1, type: 'channel', title: 'Склад', username: 'sklad' };

  it.each([
    [{ type: 'user', sender_user: ivan }, 'Иван Ли', 'https://t.me/ivan'],
    [{ type: 'hidden_user', sender_user_name: 'Кто-то' }, 'Кто-то', undefined],
    [{ type: 'chat', sender_chat: { id: -2, type: 'supergroup', title: 'Цех' } }, 'Цех', undefined],
    [{ type: 'channel', chat: channel, message_id: 3 }, 'Склад', 'https://t.me/sklad/3'],
  ])('tells whose it was at first: %j', (origin, name, url) => {
    expect(from(origin)).toMatchObject({ origin: { by: origin.type, name, ...(url && { url }) } });
  });

  it('tells that somebody forwards their own words', () => {
    const anna = { id: 5, is_bot: false, first_name: 'Анна' };

    expect(from({ type: 'user', sender_user: anna })).toMatchObject({ origin: { own: true } });
  });

  it('tells what was answered and which part of it was quoted', () => {
    const target = messageWith({ text: 'Доставим в четверг' });
    const quote = { text: 'в четверг', position: 10 };

    expect(text({ reply_to_message: target, quote })).toMatchObject({
      quote: { text: 'в четверг', position: 10, entities: [] },
      answered: { name: null, words: 'в четверг', kind: 'text' },
    });
  });

  it('tells of an answer to another chat what it was and whose', () => {
    const outside = { origin: { type: 'channel', date: 1, chat: channel, message_id: 3 } };

    expect(text({ external_reply: { ...outside, ...SAMPLES.photo } })).toMatchObject({
      answered: { name: 'Склад', words: '', kind: 'photo' },
    });
  });

  it('tells that it may not be copied', () => {
    expect(text({ has_protected_content: true })).toMatchObject({ guarded: true });
    expect(text({})).toEqual({ kind: 'text', text: 'да', entities: [] });
  });
});
