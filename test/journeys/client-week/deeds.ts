// What people do with tickets, each as they would do it in Telegram, and waited for.
import type { Person, Place } from '../../support/people.ts';
import type { Firm, Firms } from './firms.ts';
import type { Walk } from './walk.ts';

export type Deeds = ReturnType<typeof createDeeds>;

export function createDeeds({ company }: Firms, { thread, card }: Walk) {
  async function does<T>(deed: Promise<T>): Promise<T> {
    const result = await deed;
    await company.settle();
    return result;
  }

  /** One after the other in that place, or alone with the bot; what begins with «!» is typed. */
  async function plays(person: Person, steps: readonly string[], place?: Place): Promise<void> {
    const here = place ? person.in(place) : person;
    for (const step of steps) {
      if (step.startsWith('!')) await does(here.says(step.slice(1)));
      else await does(here.presses(step));
    }
  }

  const inGroup = (person: Person, { group }: Firm, steps: readonly string[]) =>
    plays(person, steps, group);

  const inPrivate = (person: Person, steps: readonly string[]) => plays(person, steps);

  /** In a ticket's thread. */
  async function onDesk(person: Person, n: number, steps: readonly string[]): Promise<void> {
    await plays(person, steps, await thread(n));
  }

  /** A button under the client's card of that ticket, whatever stands below it; then what it asks for. */
  async function onCard(
    person: Person,
    firm: Firm,
    n: number,
    [label, ...steps]: readonly [string, ...string[]],
  ): Promise<void> {
    const { messageId, chatId } = await card(n, firm);
    await does(company.control.press({ userId: person.id, chatId, messageId, label }));
    await inGroup(person, firm, steps);
  }

  async function repliesToCard(person: Person, firm: Firm, n: number, text: string): Promise<void> {
    await does(person.in(firm.group).replies(await card(n, firm), text));
  }

  /** A sign under what somebody has written in the group. */
  async function reacts(person: Person, { group }: Firm, words: string, emoji: string) {
    const all = await person.in(group).messages();
    const message = all.find(({ from, text }) => !from.isBot && text.includes(words));
    if (!message) throw new Error(`nobody has written «${words}»`);
    await does(person.in(group).reacts(message, emoji));
  }

  /** «Подтвердить», and so many stars without words; no stars: the question is passed over. */
  async function confirms(
    person: Person,
    firm: Firm,
    n: number,
    [confirm, skip]: readonly [string, string],
    stars: number | null,
  ): Promise<void> {
    await onCard(person, firm, n, [confirm]);
    if (stars !== null) await inGroup(person, firm, [`${stars} ★`, skip]);
  }

  /** The thread is open and its clock of seconds has gone on. */
  async function isFiled(n: number): Promise<void> {
    await company.later(1_000);
    await thread(n);
  }

  /** The form goes on alone with the bot. */
  async function goesOnAlone(person: Person, { group }: Firm): Promise<void> {
    await does(person.in(group).says('/ticket'));
    const links = (await person.in(group).messages()).at(-1)?.buttons.flat() ?? [];
    const link = links.find(({ label }) => label === 'Продолжить в личном чате')?.value ?? '';
    await does(person.starts(/start=(\w+)/.exec(link)?.[1] ?? ''));
  }

  return {
    ...{ does, inGroup, onDesk, inPrivate, onCard, repliesToCard, reacts, confirms, isFiled },
    goesOnAlone,
  };
}
