// Places that no chat of Telegram's has: of messages that were made up by us, or stand in a thread a second time.

/** Telegram's chat ids have 52 significant bits at most (core.telegram.org/bots/api#chat). */
const BEYOND_TELEGRAM = 2 ** 52;

/** A chat id that Telegram never gives out; one for each number (1 and up). */
export function nowhereId(number: number): number {
  return BEYOND_TELEGRAM + number;
}

/** What {@link nowhereId} was made of; null: Telegram has such chats. */
export function nowhereNumber(chatId: number): number | null {
  return chatId > BEYOND_TELEGRAM ? chatId - BEYOND_TELEGRAM : null;
}
