// Before there is a desk, and when Telegram lets the desk say only so much a minute.

import { afterEach, describe, expect, it } from 'vitest';
import { type Company, openCompany, openDesk } from '../support/desk.ts';

let company: Company;

afterEach(() => company.close());

describe('a client who writes before there is a desk', () => {
  it('is kept waiting with their clock, and stands in the desk as soon as it is set up', async () => {
    company = await openCompany();
    await company.startApp();
    const { igor } = company;
    await igor.starts();
    const anna = await company.client('Анна');
    await anna.says('Есть кто-нибудь?');
    await anna.says('Ау!');
    await company.settle();
    expect(await anna.sees()).toEqual(['Есть кто-нибудь?', 'Ау!']);

    await company.later(10 * 60_000);
    const desk = await company.forum('Единое окно', igor);
    await company.settle();
    await igor.in(desk).says('/desk');
    await company.settle();

    const topic = await igor.topic('№ 1 · Анна');
    const card = await igor.card(topic);
    expect(card.text).toContain('🔴 НЕ ОТВЕЧЕНО · ждёт с 12:00\n⏱ Ответить до 12:30');
    expect((await igor.in(topic).sees()).slice(1)).toEqual(['Есть кто-нибудь?', 'Ау!']);
    await igor.in(topic).says('Теперь есть');
    await company.settle();
    expect(await anna.sees()).toContain('Теперь есть');
  });
});

describe('a desk that may say little', () => {
  it('reads what waited as one message; a reply answers what it quotes, else the last of it', async () => {
    const desk = await openDesk({ OUTBOX_GROUP_PER_MINUTE: '20', OUTBOX_CHAT_BURST: '3' });
    company = desk;
    const { katya } = desk;
    const anna = await desk.client('Анна');
    await desk.later(61_000);
    await anna.says('Один');
    for (let turn = 0; turn < 5; turn += 1) await desk.later(3_000);
    const topic = await katya.topic('Анна');
    for (const text of ['Два', 'Три', 'Четыре', 'Пять', 'Шесть']) await anna.says(text);
    await desk.settle();
    for (let turn = 0; turn < 20; turn += 1) await desk.later(3_000);

    const told = (await katya.in(topic).sees()).slice(1).join('\n\n');
    expect(told).toBe(['Один', 'Два', 'Три', 'Четыре', 'Пять', 'Шесть'].join('\n\n'));
    expect((await katya.in(topic).sees()).length).toBeLessThan(6);
    const last = await katya.in(topic).reads('Шесть');
    expect(last.text).toContain('\n\n');
    await katya.in(topic).replies(last, 'Отвечаю на всё');
    await desk.settle();
    expect((await anna.reads('Отвечаю на всё')).replyTo?.text).toBe('Шесть');

    const quote = last.text.split('\n\n')[0] ?? '';
    const at = { userId: katya.id, chatId: desk.desk.chatId, threadId: topic.threadId ?? 0 };
    await desk.control.say({ ...at, text: 'Первое: да', replyTo: last.messageId, quote });
    await desk.settle();
    expect((await anna.reads('Первое: да')).replyTo).toMatchObject({ text: quote, quote });
  });
});
