// What people do while the bot dies and comes back: clients ask and rate, managers answer, note and
// press whatever button they see; all of them send albums, correct themselves and react. What they did is written down, for the checker.
import type { MessageView, SandboxClient } from '../../src/sandbox/client.ts';
import type { Dice } from './dice.ts';

export type Said = {
  readonly kind: 'asked' | 'answered' | 'noted';
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
  /** One part of an album; those with the same are the others. */
  readonly album?: string;
};
/** An earlier message says this now. */
export type Edited = Omit<Said, 'kind' | 'album'> & { readonly kind: 'edited' };
/** Somebody shows this on a message, and nothing else any more; null: nothing. */
export type Reacted = {
  readonly kind: 'reacted';
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly emoji: string | null;
};
export type Pressed = {
  readonly kind: 'pressed';
  readonly userId: number;
  readonly queryId: string;
  readonly label: string;
};
export type Deed = Said | Edited | Reacted | Pressed;

const EMOJI = ['👍', '❤', '🔥', '🎉', '🤔'];
/** Nobody reacts to what they have not had the time to read. */
const READ_MS = 2_000;

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

  /** Two or three pictures with a word each. */
  async function sendAlbum(userId: number, threadId: number | null): Promise<void> {
    const kind = threadId === null ? 'asked' : 'answered';
    words += 1;
    const parts = ['а', 'б', 'в'].slice(0, 2 + dice.below(2));
    const texts = parts.map((part) => `альбом ${words} ${part}`);
    const items = texts.map((caption) => ({ kind: 'photo' as const, caption }));
    const place = threadId === null ? {} : { chatId: people.deskChatId, threadId };
    const { messageIds } = await control.sendAlbum({ userId, ...place, items });
    const chatId = place.chatId ?? userId;
    const album = `${chatId}/${messageIds[0]}`;
    messageIds.forEach((messageId, index) => {
      history.push({ kind, userId, chatId, messageId, text: texts[index] ?? '', album });
    });
  }

  /** Somebody corrects one of the last things they have said. */
  async function edit(userId: number): Promise<void> {
    const own = history.filter(
      (deed): deed is Said =>
        (deed.kind === 'asked' || deed.kind === 'answered') && deed.userId === userId,
    );
    const said = dice.pick(own.slice(-4));
    if (!said) return;
    words += 1;
    const { chatId, messageId } = said;
    const text = `исправлено ${words}`;
    const place = chatId === userId ? {} : { chatId };
    await control.edit({ userId, ...place, messageId, text });
    history.push({ kind: 'edited', userId, chatId, messageId, text });
  }

  /** On something said a while ago: a copy of the other side's words, or an own answer. */
  async function react(userId: number, threadId: number | null): Promise<void> {
    const place = threadId === null ? {} : { chatId: people.deskChatId, threadId };
    const seen = await control.messages({ userId, ...place });
    const read = Date.now() - READ_MS;
    const targets = seen.filter(
      (message) =>
        !message.pinned &&
        labelsOf(message).length === 0 &&
        new Date(message.date).getTime() < read &&
        (message.from.isBot || message.from.id === userId),
    );
    const target = dice.pick(targets.slice(-6));
    if (!target) return;
    const { chatId, messageId } = target;
    const emoji = dice.chance(0.2) ? null : (dice.pick(EMOJI) ?? null);
    const where = threadId === null ? {} : { chatId };
    await control.react({ userId, ...where, messageId, emoji });
    history.push({ kind: 'reacted', userId, chatId, messageId, emoji });
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
    if (dice.chance(0.1)) return sendAlbum(userId, null);
    if (dice.chance(0.15)) return edit(userId);
    if (dice.chance(0.15)) return react(userId, null);
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
    if (dice.chance(0.08)) return sendAlbum(userId, threadId);
    if (dice.chance(0.12)) return edit(userId);
    if (dice.chance(0.15)) return react(userId, threadId);
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
