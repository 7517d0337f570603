// The walk through the week: from stop to stop, and at each what anybody has been told of deadlines since the last.
import type { Message, Place } from '../../support/people.ts';
import type { Firm, Firms } from './firms.ts';

const DATES: Readonly<Record<string, string>> = {
  ...{ Mon: '2026-11-02', Tue: '2026-11-03', Wed: '2026-11-04', Thu: '2026-11-05' },
  ...{ Fri: '2026-11-06', Sat: '2026-11-07', Sun: '2026-11-08', Next: '2026-11-09' },
};
const STRIDE_MS = 600_000;
const ALARM = /^[⏱⏰]/u;
/** By when, and how much working time is left or has passed since. */
const DEADLINE = /(?:Ответить|Решить|Срок).*? рабочего времени/u;

/** «Mon 10:00», Moscow; «Next» is the Monday after. */
function moment(when: string): Date {
  const [day = '', time = ''] = when.split(' ');
  return new Date(`${DATES[day]}T${time}:00+03:00`);
}

export const numberOf = (n: number) => `T-${String(n).padStart(6, '0')}`;

export type Walk = ReturnType<typeof createWalk>;

export function createWalk({ company }: Firms) {
  const { clock, katya, boris, olga, igor, desk } = company;
  const seen = new Map<string, number>();
  const threads = new Map<number, Place>();
  const journal: string[] = [];

  /** Walks to that moment, and to others of the same day, and does what has become due at each. */
  async function at(when: string, ...later: readonly string[]): Promise<void> {
    await company.settle();
    const ms = moment(when).getTime() - clock.now().getTime();
    if (ms < 0) throw new Error(`it is later than ${when}: ${clock.now().toISOString()}`);
    await clock.stride(ms, STRIDE_MS);
    await company.later(0);
    for (const line of await alarms()) journal.push(`${when} ${line}`);
    const [next, ...rest] = later;
    if (next) await at(`${when.split(' ')[0]} ${next}`, ...rest);
  }

  /** «Борис T2: Срок ответа прошёл в 14:05, …»; in a thread, «T2: …». */
  async function alarms(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const person of [katya, boris, olga, igor]) {
      const told = since(person.name, await person.messages());
      lines.push(...told.map(({ text }) => `${person.name} T${idIn(text)}: ${deadlineIn(text)}`));
    }
    for (const { text, threadId } of since('desk', await katya.in(desk).messages())) {
      const thread = [...threads].find(([, place]) => place.threadId === threadId);
      const place = thread ? `T${thread[0]}` : `desk T${idIn(text)}`;
      lines.push(`${place}: ${deadlineIn(text)}`);
    }
    return lines;
  }

  function since(place: string, messages: readonly Message[]): readonly Message[] {
    const told = messages.filter(({ text }) => ALARM.test(text));
    const before = seen.get(place) ?? 0;
    seen.set(place, told.length);
    return told.slice(before);
  }

  /** What was told since this was asked last. */
  const told = () => journal.splice(0);

  /** Its thread on the desk, once it is there. */
  async function thread(n: number): Promise<Place> {
    const topic = threads.get(n) ?? (await katya.topic(numberOf(n)));
    threads.set(n, topic);
    return topic;
  }

  /** The client's card. */
  async function card(n: number, { group }: Firm): Promise<Message> {
    const found = (await katya.in(group).messages()).findLast(
      ({ text, from }) => from.isBot && text.startsWith(`${numberOf(n)} · `),
    );
    if (!found) throw new Error(`there is no card of ${numberOf(n)}`);
    return found;
  }

  /** How it stands: for the client, and on the desk. */
  async function stands(n: number, firm: Firm): Promise<readonly string[]> {
    const status = (await card(n, firm)).text.split('\n')[2] ?? '';
    const [first = ''] = (await katya.card(await thread(n))).text.split('\n');
    return [status, first];
  }

  return { at, told, thread, card, stands };
}

function idIn(text: string): string {
  return /T-0*(\d+)/.exec(text)?.[1] ?? '?';
}

function deadlineIn(text: string): string {
  return DEADLINE.exec(text)?.[0] ?? text;
}
