// Deadlines of tickets, told on a walked clock: to whom, when, in which words, and at which hours nobody is called.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskCompany } from '../support/desk.ts';
import { labels } from '../support/dialogs.ts';
import { type OnDesk, openTicketDesk, type TicketDesk } from '../support/ticket-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let company: DeskCompany;
let opened: TicketDesk['opened'];

// An hour to each answer: a warning after 48 minutes, then at once, after 15 and after 30 more.
beforeAll(async () => {
  ({ company, opened } = await openTicketDesk());
});

afterAll(() => company.close());

/** What everybody has been told of deadlines since the last look: in private, in the thread, at the desk. */
function watching({ number, topic }: OnDesk) {
  const seen = new Map<string, number>();
  const fresh = async (name: string, read: () => Promise<readonly string[]>) => {
    const all = (await read()).filter((text) => /^[⏱⏰]/u.test(text));
    const from = seen.get(name) ?? 0;
    seen.set(name, all.length);
    return all.slice(from);
  };
  const about = (texts: readonly string[]) => texts.filter((text) => text.includes(number));
  return async () => {
    const { katya, boris, olga, igor, desk } = company;
    const told = {
      thread: await fresh('thread', async () =>
        (await katya.in(topic).messages()).slice(1).map(({ text }) => text),
      ),
      desk: await fresh('desk', async () => about(await katya.in(desk).sees())),
      katya: await fresh('katya', async () => about(await katya.sees())),
      boris: await fresh('boris', async () => about(await boris.sees())),
      olga: await fresh('olga', async () => about(await olga.sees())),
      igor: await fresh('igor', async () => about(await igor.sees())),
    };
    return Object.fromEntries(Object.entries(told).filter(([, texts]) => texts.length > 0));
  };
}

describe('a ticket that nobody answers', () => {
  let ticket: OnDesk;
  let told: ReturnType<typeof watching>;

  it('is warned of in its thread while nobody has it', async () => {
    ticket = await opened('Не печатает касса');
    told = watching(ticket);
    await company.later(47 * MINUTE);
    expect(await told()).toEqual({});
    await company.later(MINUTE);
    expect(await told()).toEqual({
      thread: [
        '⏱ Ответить до 13:00, осталось 11 мин рабочего времени. Сейчас ход за нами. Ответственного пока нет.',
      ],
    });
  });

  it('is then told late to whoever has it, to the team and to supervisors, each once, with the way to it', async () => {
    await company.katya.presses('Взять в работу', { in: ticket.topic });
    await company.settle();
    await company.later(12 * MINUTE);
    expect(await told()).toEqual({
      katya: [
        `⏰ ${ticket.number} · Вкусно и рядом\nНе печатает касса\nСрок ответа прошёл в 13:00, опоздание — меньше минуты рабочего времени.\nСейчас ход за нами, заявка у вас.`,
      ],
    });
    expect(labels(await company.katya.reads(ticket.number))).toEqual(['Открыть заявку']);
    await company.later(15 * MINUTE);
    expect(await told()).toEqual({
      desk: [
        `⏰ ${ticket.number} · Вкусно и рядом. Срок ответа прошёл в 13:00, опоздание — 15 мин рабочего времени. Сейчас ход за нами. Ответственный: Катя Смирнова.`,
      ],
    });
    await company.later(15 * MINUTE);
    expect(await told()).toEqual({
      olga: [
        `⏰ ${ticket.number} · Вкусно и рядом\nНе печатает касса\nСрок ответа прошёл в 13:00, опоздание — 30 мин рабочего времени.\nСейчас ход за нами. Ответственный: Катя Смирнова.`,
      ],
    });
    await company.later(2 * HOUR);
    expect(await told()).toEqual({});
  });

  it('is told to whoever has it now, not to whoever had it before', async () => {
    const other = await opened('Не пришла накладная');
    const hears = watching(other);
    await company.katya.presses('Взять в работу', { in: other.topic });
    await company.settle();
    await company.katya.presses('Передать', { in: other.topic });
    await company.settle();
    await company.katya.presses('Борис Орлов', { in: other.topic });
    await company.settle();
    await company.later(48 * MINUTE);
    const { boris, katya, thread } = await hears();
    expect(boris).toHaveLength(1);
    expect([katya, thread]).toEqual([undefined, undefined]);
    await company.boris.in(other.topic).says('Выслали ещё раз');
    await company.later(3 * HOUR);
    expect(await hears()).toEqual({});
  });
});

describe('at night', () => {
  it('nobody is called: what came due while the bot stood still is told once, at nine', async () => {
    const afternoon = new Date('2026-11-22T16:00:00+03:00').getTime();
    await company.later(afternoon - company.clock.now().getTime());
    const late = await opened('Завис терминал');
    const told = watching(late);
    await company.stopApp();
    // Warned at 16:48, missed at 17:00, all circles by 17:30: it starts again at ten in the evening.
    await company.clock.set('2026-11-22T22:00:00+03:00');
    await company.startApp();
    await company.later(10 * HOUR + 59 * MINUTE);
    expect(await told()).toEqual({});
    await company.later(90_000);
    const { thread, desk, olga, ...others } = await told();
    expect([thread?.length, desk?.length, olga?.length, others]).toEqual([1, 1, 1, {}]);
    expect(thread?.[0]).toContain('опоздание — 1 ч рабочего времени');
    await company.later(4 * HOUR);
    expect(await told()).toEqual({});
  });
});
