// A channel becomes the desk, and what may stand in the way: each of it is named with what to do.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rights, startWithAdmin } from '../support/answers.ts';
import { type Company, openCompany } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import type { Message, Person } from '../support/people.ts';

let company: Company;
let chatId: number;

beforeAll(async () => {
  company = await openCompany();
  await startWithAdmin(company);
  const { igor, control } = company;
  const channel = { title: 'Диалоги', ownerId: igor.id, kind: 'channel' as const };
  ({ chatId } = await control.createGroup(channel));
  await control.addMember({ chatId, userId: 'bot' });
  await company.settle();
});

afterAll(() => company.close());

/** The last post in the channel. */
async function lastPost(): Promise<Message> {
  const post = (await company.igor.in({ chatId }).messages()).at(-1);
  if (!post) throw new Error('nothing was posted');
  return post;
}

async function presses(person: Person, label: string): Promise<string> {
  const { messageId } = await lastPost();
  await company.control.press({ userId: person.id, chatId, messageId, label });
  await company.settle();
  return (await lastPost()).text;
}

describe('/desk in a channel', () => {
  it('is explained in private to the manager who put the bot there', async () => {
    const steps = await company.igor.reads('Бот добавлен в канал «Диалоги».');

    expect(steps.text).toContain('• группа обсуждения');
    expect(steps.text).not.toContain('«Публикация сообщений»');
    expect(steps.text).toContain('Потом напишите в канале /desk.');
  });

  it('asks for a press, for nobody can see who posts; only a manager’s counts', async () => {
    const { igor, control } = company;
    const petya = await company.client('Петя');
    await control.addMember({ chatId, userId: petya.id });
    await control.postInChannel({ userId: igor.id, chatId, text: '/desk' });
    await company.settle();

    expect(labels(await lastPost())).toEqual(['Сделать рабочим']);
    await presses(petya, 'Сделать рабочим');
    expect(await petya.lastToast()).toContain('Это могут только администраторы и руководители.');
    expect(await company.app().database.prisma.desk.count()).toBe(0);
  });

  it('names what is missing, one after the other, until nothing is', async () => {
    const { igor, control } = company;
    const noGroup = await presses(igor, 'Сделать рабочим');
    expect(noGroup).toContain('Чтобы канал стал рабочим, нужно:\n• группа обсуждения');
    expect(noGroup).not.toContain('бот в группе обсуждения');

    const group = { title: 'Обсуждение', ownerId: igor.id, kind: 'supergroup' as const };
    const named = { ...group, username: 'romashka_talks', memberIds: ['bot' as const] };
    const open = await control.createGroup(named);
    await control.linkChannel({ chatId: open.chatId, channelId: chatId });
    expect(await presses(igor, 'Проверить ещё раз')).toContain(
      '• канал и группа обсуждения — част',
    );

    const { chatId: groupId } = await control.createGroup(group);
    await control.linkChannel({ chatId: groupId, channelId: chatId });
    const within = await presses(igor, 'Проверить ещё раз');
    expect(within).toContain('• бот в группе обсуждения');
    expect(within).not.toContain('частные');

    await control.addMember({ chatId: groupId, userId: 'bot' });
    await company.settle();
    await control.promote({
      chatId,
      userId: 'bot',
      rights: rights('can_post_messages'),
    });
    await company.settle();
    const rest = await presses(igor, 'Проверить ещё раз');
    expect(rest).toContain('• «Редактирование сообщений» в канале');
    expect(rest).not.toContain('«Публикация сообщений»');
    // It reads every comment already, but Telegram tells of reactions to administrators alone.
    expect(rest).toContain(
      '• бот — администратор группы обсуждения (прав можно не давать), иначе он не видит реакций',
    );

    await control.promote({ chatId, userId: 'bot' });
    await control.promote({ chatId: groupId, userId: 'bot', rights: rights() });
    await company.settle();
    expect(await presses(igor, 'Проверить ещё раз')).toBe(
      '✅ Канал рабочий. Подробности — в группе обсуждения.',
    );
    const said = await igor.in({ chatId: groupId }).sees();
    expect(said.filter((text) => text.startsWith('Готово, рабочий канал'))).toHaveLength(1);
    expect(await company.app().database.prisma.desk.findMany()).toMatchObject([
      { kind: 'channel', channelId: BigInt(chatId), chatId: BigInt(groupId), title: 'Диалоги' },
    ]);
  });

  it('twice checks, also in the discussion, where it is seen who asks', async () => {
    const { igor } = company;
    const desk = await company.app().database.prisma.desk.findFirstOrThrow();
    const group = { chatId: Number(desk.chatId) };
    await igor.in(group).says('/desk');
    await company.settle();

    await igor.in(group).reads('Рабочий канал настроен, прав хватает.');
    expect(await company.app().database.prisma.desk.count()).toBe(1);
  });

  it('with words is told where it is heard, and in the discussion nobody is refused for the post', async () => {
    const { igor, control } = company;
    const desk = await company.app().database.prisma.desk.findFirstOrThrow();
    const discussion = igor.in({ chatId: Number(desk.chatId) });
    await control.postInChannel({ userId: igor.id, chatId, text: '/desk имя Продажи' });
    await company.settle();

    expect((await lastPost()).text).toBe(
      'Этот канал уже рабочий. Настройки меняют в группе обсуждения: напишите там /desk имя Продажи.',
    );
    expect(await discussion.sees()).not.toContain('Это могут только администраторы');
    await control.postInChannel({ userId: igor.id, chatId, text: '/desk' });
    await company.settle();
    expect(labels(await lastPost())).toEqual(['Проверить']);
    expect(await presses(igor, 'Проверить')).toBe(
      '✅ Канал рабочий. Подробности — в группе обсуждения.',
    );
  });

  it('leads what waited to it: a client who wrote before has a post with their words', async () => {
    const anna = await company.client('Анна');
    await anna.says('Здравствуйте');
    await company.settle();

    const place = await company.igor.comments('Анна');
    expect(await company.igor.in(place).sees()).toContain('Здравствуйте');
  });
});
