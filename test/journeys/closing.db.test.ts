// The end of a dialog, and what may come after it: ratings, thanks, late answers, a new beginning.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, dialogOf, doing, labels, type OpenDialog } from '../support/dialogs.ts';

const MINUTE = 60_000;
const REQUEST = 'Диалог завершён. Оцените, пожалуйста, как мы вам помогли:';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ REOPEN_HOURS: '2' });
  does = doing(company);
});

afterAll(() => company.close());

/** A dialog that was answered and closed. */
async function closed(name: string): Promise<OpenDialog> {
  const dialog = await asks(company, name);
  await does(company.katya.in(dialog.topic).says('500 рублей'));
  await does(company.katya.presses('Закрыть', { in: dialog.topic }));
  return dialog;
}

describe('a rating', () => {
  it('is asked for once, and one vote counts', async () => {
    const dialog = await closed('Анна');
    const request = await dialog.client.reads(REQUEST);
    await does(dialog.client.presses('4 ⭐'));
    expect(await dialog.client.lastToast()).toBe('Спасибо! Ваша оценка: 4');
    await company.control.forgePress({
      userId: dialog.client.id,
      chatId: dialog.client.id,
      messageId: request.messageId,
      data: request.buttons.flat()[0]?.value ?? '',
    });
    await company.settle();

    expect(await dialog.client.lastToast()).toBe('Вы уже поставили 4. Спасибо!');
    expect(await dialog.card()).toContain('⭐⭐⭐⭐ Оценка 4 из 5');

    await does(company.katya.presses('Продолжить', { in: dialog.topic }));
    expect(labels(await company.katya.card(dialog.topic))).not.toContain('Закрыть без оценки');
    await does(company.katya.presses('Закрыть', { in: dialog.topic }));
    expect((await dialog.client.sees()).filter((text) => text === REQUEST)).toEqual([]);
  });

  it('of three or less is told to the supervisor in private, with the way to the dialog', async () => {
    const { olga, igor } = company;
    const dialog = await closed('Белла');
    await does(dialog.client.presses('2 ⭐'));

    const notice = await olga.reads('Белла: оценка 2 из 5.');
    expect(labels(notice)).toEqual(['Открыть диалог']);
    expect(await igor.sees()).not.toContain(notice.text);
    await does(dialog.client.says('Долго ждала'));
    expect(await dialog.card()).toContain('⭐⭐ Оценка 2 из 5 — «Долго ждала»');
    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
  });

  it('of four or more is nobody’s alarm', async () => {
    const before = (await company.olga.sees()).length;
    const dialog = await closed('Вера');
    await does(dialog.client.presses('4 ⭐'));

    expect((await company.olga.sees()).length).toBe(before);
  });

  it('is called out in the thread where the supervisor cannot be reached in private', async () => {
    const { olga } = company;
    const dialog = await closed('Галя');
    await olga.blocksTheBot();
    await does(dialog.client.presses('1 ⭐'));

    expect(await dialog.thread()).toContain('Ольга Власова, клиент поставил оценку 1 из 5.');
    await does(olga.unblocksTheBot());
  });

  it('takes words for ten minutes; after that they are a question', async () => {
    const dialog = await closed('Даша');
    await does(dialog.client.presses('5 ⭐'));
    await company.later(11 * MINUTE);
    await does(dialog.client.says('А доставка завтра будет?'));

    expect(await dialog.status()).toContain('ПРОДОЛЖИТЬ');
    expect(await dialog.card()).toContain('Оценка 5 из 5\n');
  });

  it('is not asked for after «Закрыть без оценки»', async () => {
    const dialog = await asks(company, 'Ева');
    await does(company.katya.in(dialog.topic).says('500 рублей'));
    await does(company.katya.presses('Закрыть без оценки', { in: dialog.topic }));

    expect(await company.katya.lastToast()).toBe('Диалог закрыт, оценку не спросим');
    expect(await dialog.client.sees()).not.toContain(REQUEST);
  });

  it('is not asked for where no answer was delivered, nor taken if somebody forges it', async () => {
    const dialog = await asks(company, 'Жанна');
    expect(labels(await company.katya.card(dialog.topic))).not.toContain('Закрыть без оценки');
    await does(company.katya.presses('Закрыть', { in: dialog.topic }));

    expect(await dialog.client.sees()).not.toContain(REQUEST);
    const [own] = await dialog.client.messages();
    const number = /№ (\d+)/.exec(dialog.topic.name)?.[1];
    await company.control.forgePress({
      userId: dialog.client.id,
      chatId: dialog.client.id,
      messageId: own?.messageId ?? 0,
      data: `rate:${number}:0:1`,
    });
    await company.settle();
    expect(await dialog.client.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    expect(await dialog.card()).not.toContain('Оценка');
  });
});

describe('what reopens nothing', () => {
  it('is a bare «спасибо»: the card offers «Продолжить»', async () => {
    const dialog = await closed('Зоя');
    await does(dialog.client.says('Спасибо большое!'));

    expect(await dialog.card()).toContain(
      '⚪️ ЗАКРЫТО\nКлиент поблагодарил. Если хотите ответить, нажмите «Продолжить».',
    );
    expect(labels(await company.katya.card(dialog.topic))).toEqual(['Продолжить', 'Ещё…']);
    expect((await dialog.thread()).at(-1)).toBe('Спасибо большое!');
    await does(company.katya.presses('Продолжить', { in: dialog.topic }));
    expect(await dialog.card()).toContain(
      '🟠 ПРОДОЛЖИТЬ\nПродолжите диалог: напишите клиенту прямо здесь.',
    );
  });

  it('is a reaction', async () => {
    const dialog = await closed('Инна');
    await does(dialog.client.reacts(await dialog.client.reads('500 рублей'), '👍'));

    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
  });

  it('is an answer that arrives after «Закрыть»; the rating is asked for after it', async () => {
    const { katya, control } = company;
    const dialog = await asks(company, 'Кира');
    await control.fail({
      fault: {
        kind: 'error',
        error_code: 429,
        description: 'Too Many Requests: retry after 5',
        parameters: { retry_after: 5 },
      },
      method: 'sendMessage',
      chatId: dialog.client.id,
    });
    await does(katya.in(dialog.topic).says('Ответ в пути'));
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    expect(await dialog.client.sees()).not.toContain('Ответ в пути');
    await company.later(6_000);

    expect((await dialog.client.sees()).slice(-2)).toEqual(['Ответ в пути', REQUEST]);
    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
  });
});

describe('a client who comes back', () => {
  it('within the window goes on in the same topic', async () => {
    const dialog = await closed('Лиза');
    await company.later(119 * MINUTE);
    await does(dialog.client.says('А можно ещё один?'));

    const again = await dialogOf(company, dialog.client);
    expect(again.topic.name).toBe(dialog.topic.name);
    expect(again.topic.icon).toBe('❓');
    expect(await again.card()).toContain('🟠 ПРОДОЛЖИТЬ');
    expect(await again.card()).toMatch(
      /— ответ доставлен\n.*— диалог закрыт\n.*диалог открыт снова/,
    );
  });

  it('later begins a new dialog with the way back to the old one; thanks alone do not', async () => {
    const dialog = await closed('Мила');
    await company.later(121 * MINUTE);
    await does(dialog.client.says('Спасибо'));
    expect((await dialog.thread()).at(-1)).toBe('Спасибо');
    await does(dialog.client.says('Теперь нужна доставка в Казань'));

    const number = Number(/№ (\d+)/.exec(dialog.topic.name)?.[1]);
    const topic = await company.katya.topic(`№ ${number + 1} · Мила`);
    const card = await company.katya.card(topic);
    expect(card.text).toContain('🔴 НЕ ОТВЕЧЕНО');
    expect(card.text).toContain(`Прошлый диалог: № ${number}`);
    const link = card.entities.find(({ type }) => type === 'text_link');
    expect(link).toMatchObject({ url: expect.stringMatching(`/${dialog.topic.threadId}$`) });
    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');

    await does(company.boris.presses('Продолжить', { in: dialog.topic }));
    expect(await company.boris.lastToast()).toBe(
      `У клиента уже открыт другой диалог: № ${number + 1}.`,
    );
  });
});

describe('writing into a closed dialog', () => {
  it('asks staff once, and then goes to the client', async () => {
    const { katya } = company;
    const dialog = await closed('Нина');
    await does(katya.in(dialog.topic).says('Забыла сказать: звонок бесплатный'));
    const asked = await katya.in(dialog.topic).reads('Диалог закрыт. Отправить это клиенту?');
    expect(labels(asked)).toEqual(['Отправить', 'Не отправлять']);
    expect(await dialog.client.sees()).not.toContain('Забыла сказать: звонок бесплатный');

    await does(katya.presses('Отправить', { in: dialog.topic }));
    await does(katya.in(dialog.topic).says('И доставка тоже'));
    expect((await dialog.client.sees()).slice(-2)).toEqual([
      'Забыла сказать: звонок бесплатный',
      'И доставка тоже',
    ]);
    expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
  });

  it('«Не отправлять» keeps it as a note', async () => {
    const { katya, boris } = company;
    const dialog = await closed('Оля');
    await does(katya.in(dialog.topic).says('вредный какой'));
    const asked = await katya.in(dialog.topic).reads('Отправить это клиенту?');
    await does(katya.presses('Не отправлять', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Не отправлено, осталось заметкой');
    expect(labels(await katya.in(dialog.topic).reads('Отправить это клиенту?'))).toEqual([]);

    // Борис still has the buttons on his screen.
    await does(boris.forges(asked, asked.buttons.flat()[0]?.value ?? ''));
    expect(await boris.lastToast()).toBe('Это уже решено');
    expect(await dialog.client.sees()).not.toContain('вредный какой');
  });

  it('and corrected into a note before anybody sends it stays inside', async () => {
    const { katya, boris } = company;
    const dialog = await closed('Ника');
    const late = await does(katya.in(dialog.topic).says('поздно'));
    await does(katya.in(dialog.topic).edits(late, '// тайна'));
    await does(boris.presses('Отправить', { in: dialog.topic }));

    expect(await boris.lastToast()).toBe('Это уже решено');
    expect((await dialog.client.sees()).join()).not.toMatch(/поздно|тайна/);
  });
});
