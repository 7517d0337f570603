// What the bot says to what somebody says.
import type { Company } from './desk.ts';
import type { Person, Place } from './people.ts';

export type Answer = (person: Person, place: Place | null, text: string) => Promise<string>;

/** Says it there (null: alone with the bot), and gives all that the bot has said there since. */
export function answering(company: Pick<Company, 'settle'>): Answer {
  return async (person, place, text) => {
    const presence = place ? person.in(place) : person;
    const before = (await presence.messages()).length;
    await presence.says(text);
    await company.settle();
    const heard = (await presence.messages()).slice(before).filter(({ from }) => from.isBot);
    return heard.map((message) => message.text).join('\n---\n');
  };
}

/** A company whose admin is known by setting and has said hello to the bot. */
export async function startWithAdmin(company: Company): Promise<void> {
  await company.startApp();
  await company.igor.starts();
  await company.settle();
}

/** Rights of a bot in a group, besides the one that every administrator has. */
export function rights(...names: string[]): Record<string, boolean> {
  return Object.fromEntries(['can_manage_chat', ...names].map((name) => [name, true]));
}
