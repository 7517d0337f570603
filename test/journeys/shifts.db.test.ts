// On duty or not: who gets what nobody has, and what is left behind at the end of a shift.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels } from '../support/dialogs.ts';
import type { Person } from '../support/people.ts';
import { hearWarnings } from '../support/warnings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const warnings = hearWarnings();

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk({ WORK_HOURS: '00:00-24:00' });
  does = doing(company);
});

afterAll(async () => {
  warnings.stop();
  await company.close();
});

async function begins(person: Person): Promise<void> {
  await does(person.says('/shift'));
  await does(person.presses('Начать смену'));
}

async function ends(person: Person): Promise<void> {
  await does(person.says('/shift'));
  await does(person.presses('Закончить смену'));
}

/** Goes through the values of the setting until this one stands there. */
async function distributes(value: string): Promise<void> {
  const { igor, desk } = company;
  await does(igor.in(desk).says('/settings'));
  for (;;) {
    const shown = labels(await igor.in(desk).reads('Как работает эта группа'));
    const label = shown.find((one) => one.startsWith('Распределение')) ?? '';
    if (label.endsWith(value)) return;
    await does(igor.in(desk).presses(label));
  }
}

async function holder(card: () => Promise<string>): Promise<string | undefined> {
  return /Ответственный: (.+)/.exec(await card())?.[1];
}

describe('/shift', () => {
  it('begins and ends a shift, and /staff shows who is on duty', async () => {
    const { katya, olga } = company;
    await does(katya.says('/shift'));
    await katya.reads('Вы не на смене.');
    await does(katya.presses('Начать смену'));
    expect(await katya.lastToast()).toBe('Смена началась. Хорошей работы!');
    await katya.reads(
      'Вы на смене с 12:00. Если забудете её закончить, она закончится сама завтра в 00:00.',
    );
    await does(olga.says('/staff'));
    const list = await olga.reads('Сотрудники:');
    expect(list.text).toContain('🟢 Катя Смирнова (@katya_s) — менеджер, на смене');
    expect(list.text).toContain('. Борис Орлов (@boris_o) — менеджер, ID');
    await does(katya.presses('Закончить смену'));
    expect(await katya.lastToast()).toBe('Смена закончена. Спасибо за работу!');
    await katya.reads('За вами не осталось открытых диалогов.');
  });

  it('is each one’s own, in private, and no command to clients', async () => {
    const { boris, katya, client, desk } = company;
    await does(boris.in(desk).says('/shift'));
    await boris.in(desk).reads('Смену начинают и заканчивают в личном чате с ботом');
    await does(katya.says('/shift'));
    const own = await katya.reads('Вы не на смене.');
    await does(boris.forges(own, own.buttons.flat()[0]?.value ?? ''));
    expect(await boris.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    const anna = await client('Посторонняя');
    await does(anna.says('/shift'));
    await anna.reads('Такой команды нет.');
  });

  it('that is forgotten ends by itself after twelve hours', async () => {
    const { boris } = company;
    await begins(boris);
    await company.later(12 * HOUR);
    // Shifts are looked at twice a minute.
    await company.later(60_000);
    await boris.reads('Смена закончилась сама: прошло 12 часов.');
    await does(boris.says('/shift'));
    await boris.reads('Вы не на смене.');
  });
});

describe('a dialog that nobody has', () => {
  it('goes to those on duty in turn, in private with a link; anybody may still take it', async () => {
    const { katya, boris, igor } = company;
    await distributes('по очереди');
    const early = await asks(company, 'Ранняя');
    await company.later(2_000);
    expect(await holder(early.card)).toBeUndefined();
    await begins(katya);
    await begins(boris);
    await company.later(2_000);
    const second = await asks(company, 'Вторая');
    await company.later(2_000);
    const third = await asks(company, 'Третья');
    await company.later(2_000);

    const holders = await Promise.all([early, second, third].map(({ card }) => holder(card)));
    expect(holders).toEqual(['Катя Смирнова', 'Борис Орлов', 'Катя Смирнова']);
    const notice = await boris.reads('Ваш новый диалог: №');
    expect(notice.text).toContain('Вторая. Клиент ждёт ответа.');
    expect(labels(notice)).toEqual(['Открыть диалог']);
    expect(await second.status()).toContain('НЕ ОТВЕЧЕНО');
    expect(await second.card()).toContain('ответственный назначен автоматически: Борис Орлов');
    await does(igor.presses('Взять в работу', { in: second.topic }));
    expect(await holder(second.card)).toBe('Игорь Ким');
  });

  it('goes to whoever keeps fewest waiting, and not to whoever has just let it go', async () => {
    const { katya, boris } = company;
    await distributes('у кого меньше');
    // Two wait for Катя, nobody for Борис.
    const one = await asks(company, 'Лишняя');
    await company.later(2_000);
    expect(await holder(one.card)).toBe('Борис Орлов');
    await does(boris.presses('Ещё…', { in: one.topic }));
    await does(boris.presses('Вернуть в общую очередь', { in: one.topic }));
    await company.later(2_000);
    expect(await holder(one.card)).toBe('Катя Смирнова');
    await ends(boris);
    await does(katya.presses('Ещё…', { in: one.topic }));
    await does(katya.presses('Вернуть в общую очередь', { in: one.topic }));
    await company.later(2_000);
    expect(await holder(one.card)).toBeUndefined();
    await distributes('нет');
  });
});

describe('the end of a shift', () => {
  it('shows what is left behind, and passes it on when a colleague accepts', async () => {
    const { katya, boris } = company;
    await begins(boris);
    const left = await asks(company, 'Оставшаяся');
    await does(katya.in(left.topic).says('/transfer Катя'));
    await does(katya.in(left.topic).says('/remind 2ч перезвонить'));
    await ends(katya);
    const digest = await katya.reads('Смена закончена. За вами 3 открытых диалога:');
    expect(digest.text).toMatch(/Оставшаяся — НЕ ОТВЕЧЕНО, ждёт с .+, ответить до .+, ⏰/);
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    expect(await katya.lastToast()).toBe('Предложено: Борис Орлов. Пока не примет, диалоги ваши.');
    expect(await holder(left.card)).toBe('Катя Смирнова');
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    expect(await katya.lastToast()).toBe('Уже предложено, ответа ещё нет: Борис Орлов.');

    await does(boris.presses('Не могу'));
    await katya.reads('Борис Орлов не может принять ваши диалоги');
    expect(await holder(left.card)).toBe('Катя Смирнова');
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    await boris.reads('Катя Смирнова передаёт вам 3 диалога:');
    await does(boris.presses('Принять'));
    expect(await boris.lastToast()).toBe('Принято, теперь у вас ещё 3 диалога');
    expect(await holder(left.card)).toBe('Борис Орлов');
    expect(await left.card()).toContain('Катя Смирнова — передано: Борис Орлов');
    await katya.reads('Борис Орлов теперь ведёт 3 ваших диалога.');
  });

  it('leaves with a colleague what was taken meanwhile, and is decided once', async () => {
    const { katya, boris, olga } = company;
    await begins(katya);
    await ends(boris);
    await does(boris.presses('Передать всё дежурному: Катя Смирнова'));
    const offer = await katya.reads('Борис Орлов передаёт вам');
    const left = await asks(company, 'Поздняя');
    const [accept] = offer.buttons.flat();
    await does(olga.forges(offer, accept?.value ?? ''));
    expect(await olga.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    await does(boris.in(left.topic).says('/transfer Борис'));
    const taken = await katya.topic('Оставшаяся');
    await does(olga.in(taken).says('/transfer Ольга'));
    await does(katya.presses('Принять'));
    expect(await katya.lastToast()).toBe('Принято, теперь у вас ещё 2 диалога');
    expect((await katya.card(taken)).text).toContain('Ответственный: Ольга Власова');
    expect(await holder(left.card)).toBe('Борис Орлов');
    await does(katya.forges(offer, accept?.value ?? ''));
    expect(await katya.lastToast()).toBe('Это уже решено');
  });

  it('is undone by the next shift: whoever is back has their dialogs, and may offer them anew', async () => {
    const { katya, boris } = company;
    await begins(boris);
    await ends(katya);
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    const offer = await boris.reads('Катя Смирнова передаёт вам');
    await begins(katya);
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    expect(await katya.lastToast()).toBe('Вы снова на смене: диалоги остаются за вами.');
    await does(boris.presses('Принять'));
    expect(await boris.lastToast()).toBe(
      'Передавать больше не нужно: Катя Смирнова снова на смене.',
    );

    await ends(katya);
    await does(katya.presses('Передать всё дежурному: Борис Орлов'));
    expect(await katya.lastToast()).toContain('Предложено: Борис Орлов.');
    expect((await boris.reads('Катя Смирнова передаёт вам')).messageId).not.toBe(offer.messageId);
    await begins(katya);
    await ends(boris);
  });

  it('of whoever has a dialog asks nobody who answers in it', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Вечерняя');
    await does(boris.in(dialog.topic).says('/transfer Борис'));
    await does(katya.in(dialog.topic).says('Здравствуйте'));
    const heard = (await dialog.client.messages()).filter(({ from }) => from.isBot);
    expect(heard.map(({ text }) => text)).toEqual(['Здравствуйте']);
  });

  it('asks the database one thing at a time', () => {
    expect(warnings.heard).toEqual([]);
  });
});
