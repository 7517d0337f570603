// Ways in which somebody might write a word for colleagues, and what a client hears of it.
import type { DeskCompany } from './desk.ts';
import { asks, doing, type OpenDialog } from './dialogs.ts';

/** What the bot says under a note. */
export const KEPT = 'Заметка. Клиент не видит';

export interface Scene extends OpenDialog {
  readonly company: DeskCompany;
  readonly does: ReturnType<typeof doing>;
  /** Катя, in this dialog's thread, as the sandbox wants her. */
  readonly katya: { readonly userId: number; readonly chatId: number; readonly threadId: number };
}

export type Way = readonly [how: string, write: (scene: Scene) => Promise<unknown>];

/** Somebody new has asked, and Катя writes so; resolves when all that follows from it is done. */
export function secretsIn(company: DeskCompany): (way: Way) => Promise<Scene> {
  let clients = 0;

  return async ([how, way]) => {
    const does = doing(company);
    clients += 1;
    const dialog = await asks(company, `Анна ${String(clients).padStart(2, '0')}`);
    const { chatId, threadId } = dialog.topic;
    const katya = { userId: company.katya.id, chatId, threadId: threadId as number };
    const scene = { ...dialog, company, does, katya };
    await does(way(scene));
    // An album leaves a moment after its last part; everything else at once.
    if (how.includes('album')) await company.later(2_000);
    return scene;
  };
}

/** What the bot has said to the client. */
export async function heard({ client }: OpenDialog): Promise<string> {
  const seen = (await client.messages()).filter(({ from }) => from.isBot);
  return seen.map(({ text }) => (text === '' ? '[файл]' : text)).join(' | ');
}
