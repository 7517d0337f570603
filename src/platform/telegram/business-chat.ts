// Chats of a person's own account in which the bot answers for them (Telegram Business). Telegram calls
// such a chat by the customer's id, which is also that of the customer's private chat with the bot, and
// counts its messages by itself. So here it has a number of our own, of which a chat id is made that
// Telegram never gives out, and only a call that leaves is addressed as Telegram wants it.

/** Telegram's chat ids have 52 significant bits at most (core.telegram.org/bots/api#chat). */
const BEYOND_TELEGRAM = 2 ** 52;

/** The chat id by which the house knows the business chat with this number (1 and up). */
export function businessChatId(number: number): number {
  return -(BEYOND_TELEGRAM + number);
}

/** What {@link businessChatId} was made of; null: the chat is one of Telegram's own. */
export function businessChatNumber(chatId: number): number | null {
  return chatId < -BEYOND_TELEGRAM ? -chatId - BEYOND_TELEGRAM : null;
}

/** Whether Telegram copies, forwards and reacts nowhere in this chat: messages are said anew there. */
export function isBusinessChat(chatId: number): boolean {
  return businessChatNumber(chatId) !== null;
}
