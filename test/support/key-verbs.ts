// What people give the bot through the keyboard under their input field.
import type { KeyView, SandboxClient } from '../../src/sandbox/client.ts';
import type { Place } from './people.ts';

type Wait = <T>(look: () => Promise<T>) => Promise<T>;

/** Part of a person; each waits until the bot has put such a key there. */
export function keyVerbs(control: SandboxClient, userId: number, name: string, wait: Wait) {
  async function keyOf(kind: KeyView['kind']): Promise<string> {
    const own = (await control.chats({ userId })).find(({ chatId }) => chatId === userId);
    const key = own?.keyboard.flat().find((one) => one.kind === kind);
    if (!key) throw new Error(`${name} sees no key that asks for ${kind}`);
    return key.label;
  }

  return {
    /** Their own telephone, by Telegram's button. */
    sharesContact: () =>
      wait(async () => control.pressKey({ userId, label: await keyOf('contact') })),
    /**
     * A group of theirs, or a new one of this name. Says which it is then, by its latest id; `first`: what
     * the bot hears of first, that the group was shared or that it is in.
     */
    async sharesGroup(
      group: Place | { readonly title: string; readonly username?: string },
      first: 'shared' | 'member' = 'member',
    ): Promise<Place> {
      const sent = await wait(async () => {
        const label = await keyOf('chat');
        return control.pressKey({ userId, label, group, first });
      });
      if (sent.chatId === undefined) throw new Error(`${name} shared no group`);
      return { chatId: sent.chatId };
    },
    sharesPeople: (people: readonly { readonly id: number }[]) =>
      wait(async () => {
        const label = await keyOf('users');
        return control.pressKey({ userId, label, userIds: people.map(({ id }) => id) });
      }),
    /** The labels of the keyboard now; none where there is none. */
    async keys(): Promise<readonly string[]> {
      const own = (await control.chats({ userId })).find(({ chatId }) => chatId === userId);
      return (own?.keyboard ?? []).flat().map(({ label }) => label);
    },
  };
}
