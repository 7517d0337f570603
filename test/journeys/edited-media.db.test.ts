// Files that are replaced, at both kinds of desks and in both directions: the copy on the other side is
// replaced too, marked, and none is sent anew.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { areOneAlbum, asks, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Message } from '../support/people.ts';

describe.each(['forum', 'channel'] as const)('at a %s desk', (kind) => {
  let company: DeskCompany;
  let does: ReturnType<typeof doing>;

  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });
  afterAll(() => company.close());

  async function heardBy({ client }: OpenDialog): Promise<readonly Message[]> {
    return (await client.messages()).filter(({ from, media }) => from.isBot && media);
  }

  async function shownIn({ topic }: OpenDialog): Promise<readonly Message[]> {
    const all = await company.katya.in(topic).messages();
    return all.filter(({ from, media }) => from.isBot && media);
  }

  it('a document takes the place of an employee’s photo', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Анна');
    const sent = await does(katya.in(dialog.topic).sendsPhoto('счёт на фото'));
    const [before] = await heardBy(dialog);
    const { chatId, messageId } = sent;
    const media = { kind: 'document', fileName: 'счёт.pdf' } as const;
    await does(control.edit({ userId: katya.id, chatId, messageId, text: 'счёт файлом', media }));

    const heard = await heardBy(dialog);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      messageId: before?.messageId,
      media: 'document',
      fileName: 'счёт.pdf',
      text: 'счёт файлом\n✏️ изменено',
    });
  });

  it('one part of an employee’s album is corrected, and the others stay', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Белла');
    const topic = katya.in(dialog.topic);
    const { messageIds } = await topic.sendsAlbum([
      { kind: 'photo', caption: 'вид спереди' },
      { kind: 'photo', caption: 'вид сбоку' },
    ]);
    await company.later(2_000);
    const { chatId = 0 } = dialog.topic;
    const messageId = messageIds[1] ?? 0;
    await does(control.edit({ userId: katya.id, chatId, messageId, text: 'вид сзади' }));

    const heard = await heardBy(dialog);
    expect(heard.map(({ text }) => text)).toEqual(['вид спереди', 'вид сзади\n✏️ изменено']);
    expect(areOneAlbum(heard)).toBe(true);
  });

  it('a video takes the place of a client’s photo', async () => {
    const dialog = await asks(company, 'Вера');
    const { messageId } = await does(dialog.client.sendsPhoto('как есть'));
    const media = { kind: 'video' } as const;
    const userId = dialog.client.id;
    await does(company.control.edit({ userId, messageId, text: 'как работает', media }));

    const shown = await shownIn(dialog);
    expect(shown.map(({ media, text }) => [media, text.split('\n')[0]])).toEqual([
      ['video', 'как работает'],
    ]);
    expect(shown[0]?.text).toContain('✏️ изменено · ');
  });

  it('an employee’s live location moves at the client’s, unmarked, and ends there', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Галя');
    const { chatId, messageId } = await does(
      katya
        .in(dialog.topic)
        .sends({ kind: 'location', latitude: 1, longitude: 1, livePeriod: 900 }),
    );
    const last = async () => (await dialog.client.messages()).at(-1);
    const before = await last();
    expect(before?.object).toMatchObject({ latitude: 1, longitude: 1, live_period: 900 });
    await does(
      control.move({ userId: katya.id, chatId, messageId, to: { latitude: 2, longitude: 3 } }),
    );
    expect(await last()).toMatchObject({ messageId: before?.messageId });
    expect((await last())?.object).toMatchObject({ latitude: 2, longitude: 3, live_period: 900 });

    await does(control.move({ userId: katya.id, chatId, messageId }));
    expect((await last())?.object).toEqual({ latitude: 2, longitude: 3 });
  });
});
