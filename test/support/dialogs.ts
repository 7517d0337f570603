// Dialogs for journeys: a client has asked, and staff have the topic before their eyes.
import type { DeskCompany } from './desk.ts';
import type { Message, Person, PersonOptions, Place } from './people.ts';

export interface OpenDialog {
  readonly client: Person;
  readonly topic: Place & { readonly name: string; readonly icon: string | null };
  /** The card as staff read it now. */
  card(): Promise<string>;
  /** Its first line: status, new questions, since when somebody waits. */
  status(): Promise<string>;
  /** What stands in the topic besides the card, oldest first. */
  thread(): Promise<readonly string[]>;
}

/** Somebody new writes, and the company has read it. Names must differ within a company. */
export async function asks(
  company: DeskCompany,
  name: string,
  text = 'Здравствуйте! Сколько стоит доставка?',
  person: PersonOptions = {},
): Promise<OpenDialog> {
  const client = await company.client(name, person);
  await client.says(text);
  await company.settle();
  return dialogOf(company, client);
}

/** The dialog of a client who has written already. */
export async function dialogOf(company: DeskCompany, client: Person): Promise<OpenDialog> {
  const { katya } = company;
  const topic = await threadOf(company, client.name);
  const card = async () => (await cardOf(company, client.name)).text;
  return {
    client,
    topic,
    card,
    status: async () => (await card()).split('\n')[0] ?? '',
    thread: async () => (await katya.in(topic).messages()).slice(1).map(({ text }) => text),
  };
}

/** A topic; of a channel desk the comments under the card. */
async function threadOf({ kind, katya }: DeskCompany, name: string): Promise<OpenDialog['topic']> {
  if (kind === 'forum') return await katya.topic(name);
  const { chatId, threadId } = await katya.comments(name);
  return { chatId, threadId, name, icon: null };
}

/** The card of this client's dialog as staff see it: pinned in its topic, or posted in the channel. */
export async function cardOf({ kind, katya }: DeskCompany, name: string): Promise<Message> {
  if (kind === 'forum') return await katya.card(await katya.topic(name));
  return (await katya.comments(name)).post;
}

/** Does something and waits until all that follows from it is done. */
export function doing(company: DeskCompany) {
  return async <T>(deed: Promise<T>): Promise<T> => {
    const result = await deed;
    await company.settle();
    return result;
  };
}

/** The labels of a message's buttons, row by row in one list. */
export function labels({ buttons }: Message): readonly string[] {
  return buttons.flat().map(({ label }) => label);
}

/** The signs that stand on a message. */
export function signs({ reactions }: Message): readonly string[] {
  return reactions.map(({ emoji }) => emoji);
}

/** Whether these stand together as one album: alike in being none would not do. */
export function areOneAlbum(messages: readonly Message[]): boolean {
  const [first] = messages;
  return first?.albumId != null && messages.every(({ albumId }) => albumId === first.albumId);
}
