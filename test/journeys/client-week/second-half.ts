// Thursday to Sunday.
import { expect, it } from 'vitest';
import { EN, RU, type Week } from './week.ts';

export function playThursday(week: () => Week): void {
  it('on Thursday a ticket is withdrawn, one confirmed, one handed over, one merged', async () => {
    const { company, coffee, stores, traders, anna, maria, mary, walk } = week();
    const { katya, boris } = company;
    const { inGroup, onDesk, onCard, confirms, repliesToCard, isFiled } = week().deeds;
    await walk.at('Thu 08:00');
    await inGroup(mary, traders, ['!/ticket Invoices come twice', 'Something is broken', 'Normal']);
    await inGroup(mary, traders, ['Done', 'Send']);
    await isFiled(7);
    await walk.at('Thu 08:20');
    await onDesk(katya, 7, ['!Looking into it']);
    await walk.at('Thu 09:30');
    await onCard(anna, coffee, 6, ['Отозвать', 'Да, отозвать']);
    expect(await walk.stands(6, coffee)).toEqual(['🚫 Отменена', '⚫️ ОТМЕНЕНА · ничей ход']);
    await onDesk(katya, 7, ['Выполнена', 'Пропустить']);
    await walk.at('Thu 09:40');
    await confirms(mary, traders, 7, EN, 4);
    await walk.at('Thu 10:05');
    await onDesk(katya, 4, ['Передать', 'Борис Орлов']);
    await walk.at('Thu 10:20');
    await repliesToCard(boris, stores, 5, 'Перезагрузите базу сканера');
    expect(await walk.stands(5, stores)).toEqual(['🔧 В работе', '🟡 В РАБОТЕ · ход за нами']);
    await walk.at('Thu 10:30');
    await inGroup(maria, stores, ['!/ticket Терминал пищит на складе', 'Что-то не работает']);
    await inGroup(maria, stores, ['Обычная', 'Готово', 'Отправить']);
    await isFiled(8);
    await walk.at('Thu 10:45');
    await onDesk(boris, 8, ['Ещё…', 'Объединить с другой заявкой', '!T-000005']);
    expect(await walk.stands(8, stores)).toEqual([
      ...['🚫 Объединена с T-000005', '⚫️ ОТМЕНЕНА · ничей ход'],
    ]);
  });

  it('whoever has it now hears that it is late; a later question has a clock of its own', async () => {
    const { company, coffee, stores, vera, gleb, walk } = week();
    const { boris } = company;
    const { inGroup, onDesk, confirms, repliesToCard, isFiled } = week().deeds;
    await walk.at('Thu 11:00');
    await inGroup(vera, coffee, ['!/ticket Какой помол ставить', 'Вопрос', 'Обычная']);
    await inGroup(vera, coffee, ['Готово', 'Отправить']);
    await isFiled(9);
    await walk.at('Thu 11:10');
    await onDesk(boris, 9, ['!Средний, для капучино мельче']);
    await walk.at('Thu 11:29', '11:30', '11:45', '12:00', '12:10');
    await onDesk(boris, 4, ['Выполнена', '!Поле добавили']);
    await walk.at('Thu 12:30');
    await repliesToCard(vera, coffee, 9, 'А для фильтра?');
    await walk.at('Thu 13:00');
    await confirms(gleb, stores, 4, RU, 2);
    expect((await company.olga.sees()).at(-1)).toContain('T-000004 получила оценку ★★☆☆☆ (Глеб)');
    expect(walk.told()).toEqual([
      'Thu 11:30 Борис T4: Срок решения прошёл в 11:30, опоздание — меньше минуты рабочего времени',
      'Thu 11:45 desk T4: Срок решения прошёл в 11:30, опоздание — 15 мин рабочего времени',
      'Thu 12:00 Ольга T4: Срок решения прошёл в 11:30, опоздание — 30 мин рабочего времени',
    ]);
  });

  it('another contract counts from the moment it is chosen; what nobody answers closes by itself', async () => {
    const { company, coffee, stores, walk } = week();
    const { katya, boris } = company;
    const { onDesk, inPrivate } = week().deeds;
    await walk.at('Thu 14:00');
    expect((await katya.card(await walk.thread(5))).text).toContain('Решить до 06.11');
    await inPrivate(katya, ['!/clients', 'Логистика', 'Договор', 'План складов плюс']);
    expect((await katya.card(await walk.thread(5))).text).toContain('Решить до 16:10');
    await walk.at('Thu 14:17', '14:18', '14:27', '14:28', '14:30', '14:40');
    await onDesk(boris, 9, ['!Крупный']);
    await walk.at('Thu 15:15', '16:00');
    await onDesk(boris, 5, ['Выполнена', '!Сканеры обновлены']);
    expect(await walk.stands(5, stores)).toEqual(['✅ Выполнена', '🟢 ВЫПОЛНЕНА · ничей ход']);
    await walk.at('Thu 17:09');
    expect(await walk.stands(2, coffee)).toEqual(['✅ Выполнена', '🟢 ВЫПОЛНЕНА · ничей ход']);
    await walk.at('Thu 17:10');
    expect(await walk.stands(2, coffee)).toEqual(['🏁 Закрыта', '⚪️ ЗАКРЫТА · ничей ход']);
    expect(walk.told()).toEqual([
      'Thu 14:18 Борис T9: Ответить снова до 14:30, осталось 12 мин рабочего времени',
      'Thu 14:28 Борис T5: Решить до 16:10, осталось 1 ч 12 мин рабочего времени',
      'Thu 14:30 Борис T9: Срок следующего ответа прошёл в 14:30, опоздание — меньше минуты рабочего времени',
    ]);
  });
}

export function playFriday(week: () => Week): void {
  it('on Friday what nobody ever answered is withdrawn too late, and what was closed comes back', async () => {
    const { company, coffee, stores, traders, anna, gleb, maria, mary, walk } = week();
    const { inGroup, onCard, reacts, confirms, isFiled } = week().deeds;
    await walk.at('Fri 09:23', '09:24', '10:00');
    await reacts(company.boris, coffee, 'А для фильтра?', '👌');
    expect(await walk.stands(9, coffee)).toEqual(['✅ Выполнена', '🟢 ВЫПОЛНЕНА · ничей ход']);
    await inGroup(gleb, stores, ['!/ticket Нужны пломбы', 'Другое', 'Срочно']);
    await inGroup(gleb, stores, ['Готово', 'Отправить']);
    await isFiled(10);
    await walk.at('Fri 10:47', '10:48', '11:00', '11:15', '11:30', '12:00');
    await onCard(gleb, stores, 10, ['Отозвать', 'Да, отозвать']);
    await onCard(mary, traders, 7, ['Reopen', '!They came twice again']);
    expect(await walk.stands(7, traders)).toEqual([
      ...['🔁 In progress again', '🟠 ВОЗВРАЩЕНА · ход за нами'],
    ]);
    await walk.at('Fri 13:00');
    await confirms(maria, stores, 5, RU, null);
    await walk.at('Fri 15:11', '15:12', '16:00', '17:30');
    await inGroup(anna, coffee, ['!/ticket Холодильник гудит ночью', 'Что-то не работает']);
    await inGroup(anna, coffee, ['Обычная', 'Готово', 'Отправить']);
    await isFiled(11);
    expect(walk.told()).toEqual([
      'Fri 09:24 Борис T9: Решить до 11:00, осталось 1 ч 36 мин рабочего времени',
      'Fri 10:48 T10: Ответить до 11:00, осталось 12 мин рабочего времени',
      'Fri 11:00 T10: Срок ответа прошёл в 11:00, опоздание — меньше минуты рабочего времени',
      'Fri 11:15 desk T10: Срок ответа прошёл в 11:00, опоздание — 15 мин рабочего времени',
      'Fri 11:30 Ольга T10: Срок ответа прошёл в 11:00, опоздание — 30 мин рабочего времени',
      'Fri 15:12 Катя T7: Решить до 16:00, осталось 48 мин рабочего времени',
      'Fri 16:00 Катя T7: Срок решения прошёл в 16:00, опоздание — меньше минуты рабочего времени',
    ]);
  });
}

export function playWeekend(week: () => Week): void {
  it('on the weekend nobody is called but about the company that is served on Saturday', async () => {
    const { walk } = week();
    await walk.at('Sat 07:14', '07:15', '07:30', '16:00');
    await walk.at('Sun 12:00');
    await walk.at('Next 06:59');
    expect(walk.told()).toEqual([
      'Sat 07:15 desk T7: Срок решения прошёл в 06.11 16:00, опоздание — 15 мин рабочего времени',
      'Sat 07:30 Ольга T7: Срок решения прошёл в 06.11 16:00, опоздание — 30 мин рабочего времени',
    ]);
  });
}
