// People at a menu in private: they press, and look at what stands there now.
import type { Company } from './desk.ts';
import type { Person } from './people.ts';

export function menuUsers({ settle }: Pick<Company, 'settle'>) {
  async function does(deed: Promise<unknown>): Promise<void> {
    await deed;
    await settle();
  }

  return {
    /** Whatever it makes due at once is done. */
    does,
    /** One after the other. */
    async presses(person: Person, ...labels: readonly string[]): Promise<void> {
      for (const label of labels) await does(person.presses(label));
    },
    /** The last message of the bot to them, as it is now. */
    async screen(person: Person) {
      const message = (await person.messages()).findLast(({ from }) => from.isBot);
      const labels = message?.buttons.flat().map(({ label }) => label) ?? [];
      return { text: message?.text ?? '', labels };
    },
  };
}
