// Everything a person can send, in the ways in which it could go wrong between two chats. What becomes
// of each kind is in relay-table.db.test.ts.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { areOneAlbum, asks, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

/** The last things the client and staff read. */
async function lastOf({ client, topic }: OpenDialog): Promise<{ theirs: Message; ours: Message }> {
  const theirs = (await client.messages()).at(-1);
  const ours = (await company.katya.in(topic).messages()).at(-1);
  if (!theirs || !ours) throw new Error('nothing was said');
  return { theirs, ours };
}

/** Where Катя speaks, as the control of the sandbox takes it. */
function katyaAt({ topic }: OpenDialog) {
  const { katya, desk } = company;
  return { userId: katya.id, chatId: desk.chatId, threadId: topic.threadId ?? 0 };
}

const typesOf = ({ entities }: Message) => entities.map(({ type }) => type);

describe('a client’s words in the thread', () => {
  it('are found by no tag of the desk’s, there and on the card, and read the same', async () => {
    const dialog = await asks(company, 'Анна', 'Когда #закрыто? Заказ #12345');
    const { ours } = await lastOf(dialog);

    expect(ours.text.replaceAll('\u2060', '')).toBe('Когда #закрыто? Заказ #12345');
    expect(typesOf(ours)).not.toContain('hashtag');
    const card = await company.katya.card(dialog.topic);
    const tags = card.entities
      .filter(({ type }) => type === 'hashtag')
      .map(({ offset, length }) => card.text.slice(offset, offset + length));
    expect(tags).toContain('#неотвечено');
    expect(tags).not.toContain('#закрыто');
  });

  it('call nobody: a name is a link, and its preview is not shown', async () => {
    const dialog = await asks(company, 'Белла', 'Мне отвечала @katya_s');
    const { ours } = await lastOf(dialog);

    expect(ours).toMatchObject({
      text: 'Мне отвечала @katya_s',
      entities: [{ type: 'text_link', offset: 13, length: 8, url: 'https://t.me/katya_s' }],
      preview: { is_disabled: true },
    });
    const card = await company.katya.card(dialog.topic);
    expect(typesOf(card)).not.toContain('mention');
  });

  it('keep every kind of formatting that a bot may send, and lose no word with the others', async () => {
    const dialog = await asks(company, 'Вера');
    const text = 'жирно цитата код завтра Катя голограмма';
    const sent = [
      { type: 'bold', offset: 0, length: 5 },
      { type: 'underline', offset: 0, length: 5 },
      { type: 'expandable_blockquote', offset: 6, length: 6 },
      { type: 'pre', offset: 13, length: 3, language: 'ts' },
      { type: 'date_time', offset: 17, length: 6, unix_time: 1, date_time_format: 'd' },
    ];
    const dropped = [
      { type: 'text_mention', offset: 24, length: 4, user: { id: 902, first_name: 'Катя' } },
      { type: 'hologram', offset: 29, length: 10 },
    ];
    const entities = [...sent, ...dropped];
    await does(company.control.say({ userId: dialog.client.id, text, entities }));

    expect((await lastOf(dialog)).ours).toMatchObject({ text, entities: sent });
  });
});

describe('a preview of a link', () => {
  it('is shown as its author had it, both ways', async () => {
    const dialog = await asks(company, 'Галя');
    const text = 'https://example.org и https://example.com';
    const preview = { url: 'https://example.com', show_above_text: true };
    await does(company.control.say({ userId: dialog.client.id, text, preview }));
    expect((await lastOf(dialog)).ours.preview).toEqual(preview);

    const none = { is_disabled: true };
    await does(company.control.say({ ...katyaAt(dialog), text, preview: none }));
    expect((await lastOf(dialog)).theirs.preview).toEqual(none);
  });
});

describe('a quote in a reply', () => {
  it('points at the same words on the other side, both ways', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Даша', 'Нужна доставка: #срочно, в четверг');
    const copy = await katya.in(dialog.topic).reads('Нужна доставка');
    const about = { replyTo: copy.messageId, quote: '#\u2060срочно' };
    await does(control.say({ ...katyaAt(dialog), text: 'Сделаем', ...about }));
    const answer = (await lastOf(dialog)).theirs;
    expect(answer.replyTo).toMatchObject({ quote: '#срочно' });

    const back = { replyTo: answer.messageId, quote: 'Сделаем' };
    await does(control.say({ userId: dialog.client.id, text: 'Когда?', ...back }));
    expect((await lastOf(dialog)).ours.replyTo).toMatchObject({ quote: 'Сделаем' });
  });

  it('that Telegram finds no more is a plain reply', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Ева', 'Нужна доставка в четверг');
    const copy = await katya.in(dialog.topic).reads('в четверг');
    const invalid = { error_code: 400, description: 'Bad Request: QUOTE_TEXT_INVALID' };
    const fault = { kind: 'error', ...invalid } as const;
    await control.fail({ fault, method: 'sendMessage', chatId: dialog.client.id });
    const about = { replyTo: copy.messageId, quote: 'в четверг' };
    await does(control.say({ ...katyaAt(dialog), text: 'Да', ...about }));

    const { replyTo } = (await lastOf(dialog)).theirs;
    expect(replyTo).toMatchObject({ text: 'Нужна доставка в четверг', quote: null });
  });
});

describe('a reply to what cannot be pointed at', () => {
  it('that is gone says in words what it answers', async () => {
    const dialog = await asks(company, 'Жанна', 'А на дачу возите?');
    const copy = await company.katya.in(dialog.topic).reads('на дачу');
    await dialog.client.deletes(await dialog.client.reads('на дачу'));
    await does(company.katya.in(dialog.topic).replies(copy, 'Да, возим'));

    const { theirs } = await lastOf(dialog);
    expect(theirs.text).toBe('↩️ А на дачу возите?\nДа, возим');
    expect(typesOf(theirs)).toEqual(['blockquote']);
    expect(theirs.replyTo).toBeNull();
  });

  it('that was never kept tells staff what it was', async () => {
    const client = await company.client('Зоя');
    await does(client.starts());
    const greeting = await client.reads('Здравствуйте! Это Ромашка.');
    await does(client.replies(greeting, 'А вы точно Ромашка?'));

    const topic = await company.katya.topic('Зоя');
    const told = await company.katya.in(topic).reads('А вы точно');
    expect(told.text).toMatch(/^↩️ Здравствуйте! Это Ромашка\. .+\nА вы точно Ромашка\?$/u);
  });

  it('in another chat tells whose words it answers', async () => {
    const { control } = company;
    const dialog = await asks(company, 'Инна');
    const channel = await control.createGroup({
      title: 'Новости склада',
      kind: 'channel',
      ownerId: dialog.client.id,
    });
    const place = { userId: dialog.client.id, chatId: channel.chatId };
    const post = await control.postInChannel({ ...place, text: 'Завтра склад закрыт' });
    const outside = { chatId: channel.chatId, messageId: post.messageId };
    const said = { userId: dialog.client.id, text: 'Это правда?', outside, quote: 'склад закрыт' };
    await does(control.say(said));

    expect((await lastOf(dialog)).ours.text).toBe('↩️ Новости склада: склад закрыт\nЭто правда?');
  });

  it('never shows a client a colleague’s words', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Кира');
    const note = await does(boris.in(dialog.topic).says('// клиент капризный'));
    await does(katya.in(dialog.topic).replies(note, 'Передайте привет'));
    await does(katya.presses('Отправить клиенту', { in: dialog.topic }));

    expect(await dialog.client.sees()).toContain('Передайте привет');
    expect((await dialog.client.sees()).join()).not.toContain('капризный');
  });

  it('to a colleague in another topic stays inside', async () => {
    const { boris, control, desk } = company;
    const other = await asks(company, 'Лада');
    const dialog = await asks(company, 'Лиза');
    const words = await does(boris.in(other.topic).says('// скидку не давать'));
    const outside = { chatId: desk.chatId, messageId: words.messageId };
    await does(control.say({ ...katyaAt(dialog), text: 'Согласна', outside }));

    expect(await dialog.thread()).toContain('Заметка. Клиент не видит');
    expect(await dialog.client.sees()).not.toContain('Согласна');
  });
});

describe('what was forwarded', () => {
  it('is told with whose it was, with the way there where it is public', async () => {
    const { control } = company;
    const dialog = await asks(company, 'Мила');
    const channel = await control.createGroup({
      title: 'Новости #склада',
      kind: 'channel',
      username: 'sklad',
      ownerId: dialog.client.id,
    });
    const at = { userId: dialog.client.id, chatId: channel.chatId };
    const post = await control.postInChannel({ ...at, text: 'Склад переехал' });
    const of = { chatId: channel.chatId, messageId: post.messageId };
    await does(control.forward({ userId: dialog.client.id, of }));

    const { ours } = await lastOf(dialog);
    expect(ours.text).toBe('Переслано из канала «Новости #\u2060склада»\nСклад переехал');
    expect(ours.entities.find(({ type }) => type === 'text_link')).toMatchObject({
      url: `https://t.me/sklad/${post.messageId}`,
    });
    expect(ours.preview).toEqual({ is_disabled: true });
  });

  it('stays what it is, and one’s own words need no origin', async () => {
    const { control, katya, igor, desk } = company;
    const dialog = await asks(company, 'Нина');
    const supplier = await company.client('Савелий');
    const memberIds = [katya.id, supplier.id];
    const group = await control.createGroup({ title: 'Цех', ownerId: igor.id, memberIds });
    const sent = [
      await supplier.in(group).sendsVoice(),
      await supplier.in(group).sends({ kind: 'sticker' }),
    ];
    for (const { messageId } of sent) {
      const of = { chatId: group.chatId, messageId };
      await does(control.forward({ ...katyaAt(dialog), of, hidden: true }));
    }

    const [voice, line, sticker] = (await dialog.client.messages()).slice(-3);
    const origin = 'Переслано от Савелий (аккаунт скрыт)';
    expect(voice).toMatchObject({ media: 'voice', text: origin });
    expect(line).toMatchObject({ media: null, text: origin });
    expect(sticker).toMatchObject({ media: 'sticker' });
    const own = await does(katya.in(desk).says('Мы работаем до девяти'));
    const mine = { chatId: desk.chatId, messageId: own.messageId };
    await does(control.forward({ ...katyaAt(dialog), of: mine }));
    expect((await lastOf(dialog)).theirs.text).toBe('Мы работаем до девяти');
  });
});

describe('a file', () => {
  it('that nobody may copy, and one of 30 MB, cross by their ids and are never fetched', async () => {
    const { control } = company;
    const dialog = await asks(company, 'Оля');
    const userId = dialog.client.id;
    const photo = { kind: 'photo', caption: 'только вам', spoiler: true } as const;
    await does(control.send({ userId, media: photo, protect: true }));
    const { ours } = await lastOf(dialog);
    expect(ours).toMatchObject({ media: 'photo', text: 'только вам', spoiler: true });
    expect(ours.fileId).toBe((await dialog.client.messages()).at(-1)?.fileId);

    const big = { kind: 'video', size: 30 * 1024 * 1024 } as const;
    await does(control.send({ userId, media: big }));
    expect((await lastOf(dialog)).ours.media).toBe('video');
    await does(control.send({ ...katyaAt(dialog), media: big }));
    expect((await lastOf(dialog)).theirs.media).toBe('video');
    const calls = await control.calls({});
    expect(calls.map(({ method }) => method)).not.toContain('getFile');
  });

  it('with a caption of 1,500 signs is followed by its words, and a quote finds them there', async () => {
    const { control, katya } = company;
    const dialog = await asks(company, 'Поля');
    const caption = `${'слово '.repeat(250)}конец`;
    await does(control.send({ userId: dialog.client.id, media: { kind: 'photo', caption } }));
    const [picture, words] = (await katya.in(dialog.topic).messages()).slice(-2);
    expect(picture).toMatchObject({ media: 'photo', text: '' });
    expect(words?.text).toBe(caption);

    const about = { replyTo: words?.messageId ?? 0, quote: 'конец' };
    await does(control.say({ ...katyaAt(dialog), text: 'Ясно', ...about }));
    expect((await lastOf(dialog)).theirs.replyTo).toMatchObject({ media: 'photo', quote: 'конец' });
  });
});

describe('an album', () => {
  it('keeps the caption, the cover and the place of each part, as a reply too', async () => {
    const { control } = company;
    const dialog = await asks(company, 'Рая', 'Какие есть?');
    const question = await company.katya.in(dialog.topic).reads('Какие есть?');
    const items = [
      { kind: 'photo', caption: 'синий @katya_s', spoiler: true, captionAbove: true },
      { kind: 'video', caption: 'красный' },
    ] as const;
    const at = katyaAt(dialog);
    await does(control.sendAlbum({ ...at, items: [...items], replyTo: question.messageId }));
    await company.later(2_000);

    const album = (await dialog.client.messages()).slice(-2);
    const [first, second] = album;
    expect(areOneAlbum(album)).toBe(true);
    expect(first).toMatchObject({ text: 'синий @katya_s', spoiler: true, captionAbove: true });
    expect(first?.replyTo?.text).toBe('Какие есть?');
    expect(second).toMatchObject({ media: 'video', text: 'красный' });
  });

  it('of which the client has deleted a part at once arrives whole', async () => {
    const { control, katya } = company;
    const dialog = await asks(company, 'Рита');
    const items = [{ kind: 'photo' }, { kind: 'photo', caption: 'второе' }] as const;
    const { messageIds } = await control.sendAlbum({
      userId: dialog.client.id,
      items: [...items],
    });
    await control.deleteMessage({ userId: dialog.client.id, messageId: messageIds[0] ?? 0 });
    await company.later(2_000);

    const copies = (await katya.in(dialog.topic).messages()).slice(-2);
    expect(copies.map(({ media, text }) => [media, text])).toEqual([
      ['photo', ''],
      ['photo', 'второе'],
    ]);
  });

  it('of documents stays one, and one of documents and pictures loses none of them', async () => {
    const { control, katya } = company;
    const dialog = await asks(company, 'Света');
    const albums = [
      [{ kind: 'document' }, { kind: 'document', caption: 'оба' }],
      [{ kind: 'photo' }, { kind: 'document', caption: 'смешано' }],
    ] as const;
    for (const items of albums) {
      await does(control.sendAlbum({ userId: dialog.client.id, items: [...items] }));
      await company.later(2_000);
    }

    const copies = (await katya.in(dialog.topic).messages()).slice(-4);
    expect(copies.map(({ media }) => media)).toEqual(['document', 'document', 'photo', 'document']);
    expect(areOneAlbum(copies.slice(0, 2))).toBe(true);
    expect(copies[3]).toMatchObject({ text: 'смешано', albumId: null });
  });
});

describe('a live location', () => {
  it('lives on in the thread for as long as it is shared', async () => {
    const dialog = await asks(company, 'Тая');
    const point = { kind: 'location', latitude: 55.75, longitude: 37.62 } as const;
    await does(dialog.client.sends({ ...point, livePeriod: 900 }));
    expect((await lastOf(dialog)).ours.object).toMatchObject({ live_period: 900 });

    await does(dialog.client.sends(point));
    expect((await lastOf(dialog)).ours.object).toEqual({ latitude: 55.75, longitude: 37.62 });
  });
});
