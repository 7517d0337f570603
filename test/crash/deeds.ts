// What people do while the bot dies and comes back: clients ask and rate, managers answer, note and
// press whatever button they see. What they did is written down, for the checker.
import type { MessageView, SandboxClient } from '../../src/sandbox/client.ts';
import type { Dice } from './dice.ts';

export type Said = {
  readonly kind: 'asked' | 'answered' | 'noted';
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
};
export type Pressed = {
  readonly kind: 'pressed';
  readonly userId: number;
  readonly queryId: string;
  readonly label: string;
};
export type Deed = Said | Pressed;

export type People = {
  readonly clients: readonly number[];
  readonly staff: readonly number[];
  readonly deskChatId: number;
};

export type Crowd = ReturnType<typeof createCrowd>;

export function createCrowd(control: SandboxClient, people: People, dice: Dice) {
  const history: Deed[] = [];
  let words = 0;

  async function ask(userId: number): Promise<void> {
    words += 1;
    const text = `вопрос ${words}`;
    const { messageId } = await control.say({ userId, text });
    history.push({ kind: 'asked', userId, chatId: userId, messageId, text });
  }

  async function write(userId: number, threadId: number, note: boolean): Promise<void> {
    words += 1;
    const text = note ? `// заметка ${words}` : `ответ ${words}`;
    const chatId = people.deskChatId;
    const { messageId } = await control.say({ userId, chatId, threadId, text });
    history.push({ kind: note ? 'noted' : 'answered', userId, chatId, messageId, text });
  }

  async function press(userId: number, message: MessageView, label: string): Promise<void> {
    const { chatId, messageId } = message;
    const { queryId } = await control.press({ userId, chatId, messageId, label });
    history.push({ kind: 'pressed', userId, queryId, label });
  }

  /** A program that was offline sends the same press once more, under a new update id. */
  async function pressAgain(): Promise<void> {
    const before = history.filter((deed) => deed.kind === 'pressed');
    const pressed = dice.pick(before.slice(-10));
    if (pressed) await control.repeatPress({ queryId: pressed.queryId });
  }

  async function clientActs(): Promise<void> {
    const userId = dice.pick(people.clients) ?? 0;
    const seen = await control.messages({ userId });
    const request = seen.findLast((message) => labelsOf(message).length > 0);
    if (request && dice.chance(0.6)) {
      await press(userId, request, dice.pick(labelsOf(request)) ?? '');
    } else await ask(userId);
  }

  async function staffActs(): Promise<void> {
    const userId = dice.pick(people.staff) ?? 0;
    const chatId = people.deskChatId;
    const card = dice.pick(await control.pinned({ userId, chatId }));
    if (!card?.threadId) return;
    const { threadId } = card;
    if (dice.chance(0.35)) return write(userId, threadId, dice.chance(0.2));
    const thread = await control.messages({ userId, chatId, threadId });
    const asking = thread.filter((message) => !message.pinned && labelsOf(message).length > 0);
    const target = dice.chance(0.2) ? (dice.pick(asking) ?? card) : card;
    await press(userId, target, dice.pick(labelsOf(target)) ?? '');
  }

  /** One deed of anybody. Somebody who is too late for a button has done nothing. */
  async function act(): Promise<void> {
    try {
      if (dice.chance(0.05)) await pressAgain();
      else await (dice.chance(0.5) ? clientActs() : staffActs());
    } catch (error) {
      if (!String(error).includes('has no button')) throw error;
    }
  }

  return { history, ask, write, press, act };
}

function labelsOf({ buttons }: MessageView): readonly string[] {
  return buttons.flat().map(({ label }) => label);
}
