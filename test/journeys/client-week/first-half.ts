// Monday to Wednesday.
import { expect, it } from 'vitest';
import type { Message } from '../../support/people.ts';
import { EN, RU, type Week } from './week.ts';

export function playMonday(week: () => Week): void {
  it('on Monday morning a form makes a ticket, which is taken and answered', async () => {
    const { coffee, anna } = week();
    const { katya } = week().company;
    const { at, stands } = week().walk;
    const { inGroup, onDesk, reacts, isFiled } = week().deeds;
    await at('Mon 10:00');
    await inGroup(anna, coffee, ['!/ticket', 'Что-то не работает', 'Обычная']);
    await inGroup(anna, coffee, ['!Касса не печатает чеки', 'Готово', 'Отправить']);
    await isFiled(1);
    expect(await stands(1, coffee)).toEqual(['🆕 Новая', '🔴 НОВАЯ · ход за нами']);
    await at('Mon 10:05');
    await reacts(katya, coffee, 'Касса не печатает чеки', '👀');
    expect(await stands(1, coffee)).toEqual(['🔧 В работе', '🟡 В РАБОТЕ · ход за нами']);
    await at('Mon 10:20');
    await onDesk(katya, 1, ['!Выезжаю к вам']);
  });

  it('an album becomes a ticket that nobody answers: not at lunch, but then all circles hear of it', async () => {
    const { coffee, vera, company, walk } = week();
    const { katya, boris } = company;
    const { does, inGroup, onDesk, repliesToCard, isFiled } = week().deeds;
    await walk.at('Mon 12:50');
    const items = [{ kind: 'photo', caption: 'Витрина потекла' }, { kind: 'photo' }] as const;
    const album = await does(vera.in(coffee.group).sendsAlbum([...items]));
    const all = await vera.in(coffee.group).messages();
    const second = all.find(({ messageId }) => messageId === album.messageIds[1]) as Message;
    await does(vera.in(coffee.group).replies(second, '/ticket'));
    await inGroup(vera, coffee, ['Что-то не работает', 'Критично', 'Отправить']);
    await isFiled(2);
    await walk.at('Mon 13:30', '14:01', '14:02', '14:03');
    await onDesk(boris, 2, ['Взять в работу']);
    await walk.at('Mon 14:04', '14:05', '14:20', '14:35', '14:40');
    await onDesk(boris, 2, ['!Мастер едет']);
    // Nobody owes an answer to that.
    await repliesToCard(vera, coffee, 2, 'Спасибо большое!');
    await walk.at('Mon 15:00');
    await onDesk(katya, 1, ['Выполнена', '!Заменили ленту']);
    expect(await walk.stands(1, coffee)).toEqual(['✅ Выполнена', '🟢 ВЫПОЛНЕНА · ничей ход']);
    await walk.at('Mon 15:20');
    await onDesk(boris, 2, ['Выполнена', 'Пропустить']);
    expect(walk.told()).toEqual([
      'Mon 14:02 T2: Ответить до 14:05, осталось 3 мин рабочего времени',
      'Mon 14:05 Борис T2: Срок ответа прошёл в 14:05, опоздание — меньше минуты рабочего времени',
      'Mon 14:20 desk T2: Срок ответа прошёл в 14:05, опоздание — 15 мин рабочего времени',
      'Mon 14:35 Ольга T2: Срок ответа прошёл в 14:05, опоздание — 30 мин рабочего времени',
    ]);
  });

  it('what is returned finds the time spent; a form goes on in private; a night begins', async () => {
    const { company, coffee, stores, traders, vera, gleb, john, walk } = week();
    const { does, inGroup, onDesk, inPrivate, onCard, isFiled, goesOnAlone } = week().deeds;
    const { stands } = walk;
    await walk.at('Mon 15:50');
    await inGroup(john, traders, ['!/menu', 'New request', 'Access', 'Not urgent']);
    await inGroup(john, traders, ['!Please open the stock report for Peter', 'Done', 'Send']);
    await isFiled(3);
    expect(await stands(3, traders)).toEqual(['🆕 New', '🔴 НОВАЯ · ход за нами']);
    await walk.at('Mon 16:00');
    await onCard(vera, coffee, 2, ['Вернуть в работу', '!Снова течёт']);
    expect(await stands(2, coffee)).toEqual(['🔁 Снова в работе', '🟠 ВОЗВРАЩЕНА · ход за нами']);
    await walk.at('Mon 16:05', '16:06', '16:30', '16:45', '17:00', '17:10');
    await onDesk(company.boris, 2, ['Выполнена', '!Заменили насос']);
    await walk.at('Mon 18:30');
    await goesOnAlone(gleb, stores);
    await inPrivate(gleb, ['Изменить или доработать', 'Обычная', '!Добавьте поле «паллеты»']);
    await inPrivate(gleb, ['Готово', 'Отправить']);
    await isFiled(4);
    await walk.at('Mon 21:30');
    const petr = await company.client('Пётр');
    await does(petr.says('Сколько стоит доставка?'));
    expect(await petr.sees()).toContainEqual(expect.stringMatching(/^Сейчас мы не работаем/));
    expect(walk.told()).toEqual([
      'Mon 16:06 Борис T2: Решить до 16:30, осталось 24 мин рабочего времени',
      'Mon 16:30 Борис T2: Срок решения прошёл в 16:30, опоздание — меньше минуты рабочего времени',
      'Mon 16:45 desk T2: Срок решения прошёл в 16:30, опоздание — 15 мин рабочего времени',
      'Mon 17:00 Ольга T2: Срок решения прошёл в 16:30, опоздание — 30 мин рабочего времени',
    ]);
  });
}

export function playTuesday(week: () => Week): void {
  it('on Tuesday work begins at nine in the Urals, and the clock stands while the client is asked', async () => {
    const { company, coffee, traders, anna, walk } = week();
    const { katya, boris } = company;
    const { does, onDesk, confirms } = week().deeds;
    await walk.at('Tue 07:13', '07:14', '07:18');
    await onDesk(katya, 3, ['!Opening it now']);
    await walk.at('Tue 07:30');
    await onDesk(katya, 3, ['Ждём клиента', '!Which warehouse?']);
    expect(await walk.stands(3, traders)).toEqual([
      ...['⏸ Waiting for your answer', '🔵 ЖДЁТ КЛИЕНТА · ход за клиентом'],
    ]);
    await walk.at('Tue 09:20');
    await does(boris.in(await katya.topic('Пётр')).says('500 рублей'));
    await walk.at('Tue 10:00');
    await confirms(anna, coffee, 1, RU, 5);
    expect(await walk.stands(1, coffee)).toEqual(['🏁 Закрыта', '⚪️ ЗАКРЫТА · ничей ход']);
    expect(walk.told()).toEqual([
      'Tue 07:14 T3: Ответить до 07:20, осталось 6 мин рабочего времени',
    ]);
  });

  it('the day before a holiday ends early; whom we wait for outside stops no clock; staff file a ticket', async () => {
    const { company, stores, gleb, walk } = week();
    const { katya } = company;
    const { does, inGroup, onDesk, isFiled } = week().deeds;
    await walk.at('Tue 10:10');
    await onDesk(katya, 4, ['!Сделаем к четвергу']);
    await walk.at('Tue 12:00');
    await onDesk(katya, 4, ['Ещё…', 'Ждём партнёра', '!Разработчик вернётся вечером']);
    expect(await walk.stands(4, stores)).toEqual(['🔧 В работе', '🟡 В РАБОТЕ · ждём партнёра']);
    await walk.at('Tue 17:29', '17:30', '17:40');
    const asked = await does(gleb.in(stores.group).says('Сканер не читает коды'));
    await does(katya.in(stores.group).replies(asked, '/ticket'));
    await inGroup(katya, stores, ['Что-то не работает', 'Обычная', 'Отправить']);
    await isFiled(5);
    expect((await walk.card(5, stores)).text).toContain('Открыта: 17:40, Глеб');
    await walk.at('Tue 18:30');
    expect(walk.told()).toEqual([
      'Tue 17:30 Катя T4: Решить до 05.11 11:30, осталось 2 ч рабочего времени',
    ]);
  });
}

export function playWednesday(week: () => Week): void {
  it('on the holiday one company is served, another is not; words of the client set the next clock', async () => {
    const { company, traders, john, walk } = week();
    const { onDesk, confirms, repliesToCard } = week().deeds;
    await walk.at('Wed 08:00');
    await repliesToCard(john, traders, 3, 'The northern one');
    expect(await walk.stands(3, traders)).toEqual([
      ...['🔧 In progress', '🟡 В РАБОТЕ · ход за нами'],
    ]);
    await walk.at('Wed 08:40');
    await onDesk(company.katya, 3, ['!Thank you']);
    await walk.at('Wed 10:20');
    await onDesk(company.katya, 3, ['Выполнена', '!Peter has it']);
    await walk.at('Wed 11:00');
    await confirms(john, traders, 3, EN, 3);
    expect((await company.olga.sees()).at(-1)).toContain('T-000003 получила оценку ★★★☆☆ (John)');
    expect(walk.told()).toEqual([]);
  });

  it('words that nobody answers are raised after half an hour of work, lunch not counted', async () => {
    const { company, coffee, anna, vera, walk } = week();
    const { katya } = company;
    const { inGroup, inPrivate, isFiled } = week().deeds;
    const raised = async () =>
      (await katya.sees()).filter((text) => text.startsWith('💬 Зерно\nЖдут ответа с 12:45.'));
    await walk.at('Wed 12:45');
    await inGroup(vera, coffee, ['!Где меню на неделю?']);
    await walk.at('Wed 14:14');
    expect(await raised()).toEqual([]);
    await walk.at('Wed 14:15');
    expect(await raised()).toEqual([expect.stringContaining('Вера: Где меню на неделю?')]);
    await inPrivate(katya, ['Уже ответили']);
    expect(await katya.lastToast()).toBe('Отмечено: уже ответили.');
    await walk.at('Wed 17:50');
    await inGroup(anna, coffee, ['!/ticket Когда привезут стаканчики', 'Вопрос', 'Обычная']);
    await inGroup(anna, coffee, ['Готово', 'Отправить']);
    await isFiled(6);
    expect(walk.told()).toEqual([]);
  });
}
