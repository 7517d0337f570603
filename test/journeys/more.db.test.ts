// «Ещё…» on a card, and `/settings` of a desk: lists that people open, use and leave lying.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';

const MINUTE = 60_000;

let company: DeskCompany;
let does: ReturnType<typeof doing>;

beforeAll(async () => {
  company = await openDesk();
  does = doing(company);
});

afterAll(() => company.close());

async function lists({ thread }: OpenDialog): Promise<readonly string[]> {
  return (await thread()).filter((text) => text.startsWith('Ещё по диалогу'));
}

describe('«Ещё…»', () => {
  it('opens a list, whose entry is carried out, and the list is gone', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Анна');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    const list = await katya.in(dialog.topic).reads('Ещё по диалогу № 1');
    expect(labels(list)).toContain('Вернуть в общую очередь');
    // There is one desk alone.
    expect(labels(list)).not.toContain('Перенести диалог');
    expect(labels(list).at(-1)).toBe('Скрыть');

    await does(katya.presses('Вернуть в общую очередь', { in: dialog.topic }));
    expect(await katya.lastToast()).toBe('Диалог снова ждёт любого сотрудника');
    expect(await lists(dialog)).toEqual([]);
    const card = await dialog.card();
    expect(card).toContain('НЕ ОТВЕЧЕНО · ждёт с 12:00');
    expect(card).toContain('Катя Смирнова — диалог возвращён в очередь');
    expect(card).not.toContain('Ответственный');
    expect(await dialog.client.sees()).toHaveLength(1);
  });

  it('opened twice, by whomever, leaves one list; hidden, or after ten minutes, none', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Белла');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    expect(await lists(dialog)).toHaveLength(1);
    await does(boris.presses('Скрыть', { in: dialog.topic }));
    expect(await lists(dialog)).toEqual([]);

    await does(katya.presses('Ещё…', { in: dialog.topic }));
    await company.later(10 * MINUTE);
    expect(await lists(dialog)).toEqual([]);
  });

  it('asks again who presses and how things stand: a colleague, and a dialog closed meanwhile', async () => {
    const { katya, boris } = company;
    const dialog = await asks(company, 'Вика');
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    await does(boris.presses('Вернуть в общую очередь', { in: dialog.topic }));
    expect(await boris.lastToast()).toContain('Диалог ведёт Катя Смирнова. Забрать');
    expect(await dialog.status()).toContain('В РАБОТЕ');

    await does(katya.presses('Ещё…', { in: dialog.topic }));
    const list = await katya.in(dialog.topic).reads('Ещё по диалогу');
    await does(katya.presses('Закрыть', { in: dialog.topic }));
    const entry = list.buttons.flat().find(({ label }) => label.startsWith('Вернуть'));
    await does(katya.forges(list, entry?.value ?? ''));
    expect(await katya.lastToast()).toContain('Сейчас это уже недоступно');
    expect(await dialog.status()).toContain('ЗАКРЫТО');
  });

  it('is nobody’s who does not work here', async () => {
    const { katya, client, desk, control } = company;
    const dialog = await asks(company, 'Глеб');
    const stranger = await client('Чужой');
    await control.addMember({ chatId: desk.chatId, userId: stranger.id });
    await does(katya.presses('Взять в работу', { in: dialog.topic }));
    await does(katya.presses('Ещё…', { in: dialog.topic }));
    await does(stranger.presses('Вернуть в общую очередь', { in: dialog.topic }));
    expect(await stranger.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    await does(stranger.presses('Скрыть', { in: dialog.topic }));
    await does(stranger.presses('Ещё…', { in: dialog.topic }));
    expect(await stranger.lastToast()).toBe('Эта кнопка не для вас. Ничего не изменилось.');
    expect(await lists(dialog)).toHaveLength(1);
  });
});

describe('/settings', () => {
  it('shows supervisors how the desk works, and changes it by a press', async () => {
    const { olga, desk } = company;
    await does(olga.in(desk).says('/settings'));
    const shown = await olga.in(desk).reads('Как работает эта группа');
    expect(shown.text).toContain('Спрашивать перед ответом в чужом диалоге: да');
    expect(labels(shown)).toContain('Распределение: нет');

    await does(olga.in(desk).presses('Распределение: нет'));
    expect(await olga.lastToast()).toBe('Распределение: по очереди');
    const changed = await olga.in(desk).reads('Как работает эта группа');
    expect(changed.text).toContain('Новые диалоги — тем, кто на смене: по очереди');
    await does(olga.in(desk).presses('Распределение: по очереди'));
    await does(olga.in(desk).presses('Распределение: у кого меньше'));
    expect(labels(await olga.in(desk).reads('Как работает эта группа'))).toContain(
      'Распределение: нет',
    );
  });

  it('pressed by two at once changes it once', async () => {
    const { olga, igor, desk } = company;
    await does(olga.in(desk).says('/settings'));
    const shown = await olga.in(desk).reads('Как работает эта группа');
    const data = 'setting:1:0:ask-other';
    await does(Promise.all([olga.forges(shown, data), igor.forges(shown, data)]));

    const toasts = [await olga.lastToast(), await igor.lastToast()].sort();
    expect(toasts).toEqual(
      ['Спрашивать: нет', 'Это только что изменили. Посмотрите, как теперь.'].sort(),
    );
    await does(olga.in(desk).presses('Спрашивать: нет'));
    expect(await olga.lastToast()).toBe('Спрашивать: да');
  });

  it('is for supervisors and administrators alone', async () => {
    const { katya, desk } = company;
    await does(katya.in(desk).says('/settings'));
    await katya.in(desk).reads('Это могут только администраторы и руководители.');
    await does(katya.in(desk).presses('Распределение: нет'));
    expect(await katya.lastToast()).toContain('Это могут только администраторы и руководители.');
  });
});
