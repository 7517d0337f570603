// Exporters for journeys: the marketplace announces them, their people open links and answer questions.
import type { DeskCompany } from './desk.ts';
import { labels } from './dialogs.ts';
import type { Message, Person } from './people.ts';

export const INTAKE = { INTAKE_SECRET: 'a-secret-of-the-marketplace' };

/** What the marketplace says of one besides its name. */
type Announced = Readonly<Record<string, unknown>>;

export type Exporters = ReturnType<typeof exportersOf>;

export function exportersOf(company: () => DeskCompany) {
  let known = 0;

  /** The marketplace announces an exporter, and gets its link. */
  async function announced(name: string, more: Announced = {}) {
    known += 1;
    const body = { external_id: `seller-${known}`, name, ...more };
    const answer = await company().site().post('/api/exporters', body);
    return { answer, link: String(answer.body.registration_link) };
  }

  /** Everything that the bot says to this person after `deed`, oldest first. */
  async function hears(person: Person, deed: () => Promise<unknown>): Promise<readonly Message[]> {
    const before = (await person.messages()).length;
    await deed();
    await company().settle();
    return (await person.messages()).slice(before).filter(({ from }) => from.isBot);
  }

  async function press(person: Person, label: string): Promise<readonly Message[]> {
    return await hears(person, () => person.presses(label));
  }

  /** What somebody is told when they open a link, in one text. */
  async function opens(person: Person, link: string): Promise<string> {
    const heard = await hears(person, () => person.opens(link));
    return heard.map(({ text }) => text).join('\n');
  }

  /** From the question of the company's name on: as it is offered, with a telephone, agreed to. */
  async function finishes(person: Person): Promise<readonly Message[]> {
    const asked = await person.reads('Название компании верное?');
    await press(person, labels(asked)[0] ?? '');
    await press(person, person.name);
    await hears(person, () => person.sharesContact());
    await press(person, 'Верно');
    return await press(person, 'Согласиться и отправить');
  }

  async function registers(person: Person, link: string): Promise<readonly Message[]> {
    await hears(person, () => person.opens(link));
    await press(person, 'Русский');
    return await finishes(person);
  }

  /** Somebody joins by a link: a company that is there already asks for little. */
  async function joins(person: Person, link: string): Promise<readonly Message[]> {
    await hears(person, () => person.opens(link));
    await press(person, 'Русский');
    await press(person, 'Пропустить');
    return await press(person, 'Согласиться и отправить');
  }

  /** An exporter that somebody has just registered. */
  async function registered(name: string, contactName: string, more: Announced = {}) {
    const { link } = await announced(name, more);
    const contact = await company().client(contactName);
    const heard = await registers(contact, link);
    return { link, contact, heard };
  }

  /** Its newest card at the desk. */
  const cardOf = (name: string) => company().igor.in(company().desk).reads(`: ${name}\n`);

  return { announced, hears, press, opens, finishes, registers, joins, registered, cardOf };
}
