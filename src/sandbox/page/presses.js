// Presses of one person: which buttons still wait for the bot, and what it answered.

import { createRefresh } from './refresh.js';

/** @import { MessageView, ButtonView, SandboxClient } from '../client.ts' */

/** A bot that is silent for so long lets the button go, as Telegram does. */
const PATIENCE_MS = 15_000;

/**
 * @param {{ api: SandboxClient, userId: number, onAnswer: (answer: { text: string, alert: boolean }) => void,
 *   onWaiting: () => void }} options
 */
export function createPresses({ api, userId, onAnswer, onWaiting }) {
  /** @type {Map<string, string>} query id → button */
  const waiting = new Map();
  /** Answers from before the window was opened are no news. @type {Set<string> | null} */
  let answered = null;

  /** @param {string} queryId */
  function letGo(queryId) {
    if (waiting.delete(queryId)) onWaiting();
  }

  return {
    /** @param {string} buttonId */
    isWaiting: (buttonId) => [...waiting.values()].includes(buttonId),

    /**
     * @param {MessageView} message
     * @param {ButtonView} button
     */
    async press(message, button) {
      const { chatId, messageId } = message;
      const isOnly =
        message.buttons.flat().filter(({ label }) => label === button.label).length === 1;
      const { queryId } = isOnly
        ? await api.press({ userId, chatId, messageId, label: button.label })
        : await api.forgePress({ userId, chatId, messageId, data: button.value });
      if (answered?.has(queryId)) return;
      waiting.set(queryId, buttonKey(message, button));
      onWaiting();
      setTimeout(() => letGo(queryId), PATIENCE_MS);
    },

    refresh: createRefresh(async () => {
      const known = answered;
      const all = (await api.presses({ userId })).filter(({ answer }) => answer !== undefined);
      answered = new Set(all.map(({ queryId }) => queryId));
      for (const { queryId, answer } of all) {
        letGo(queryId);
        if (known && !known.has(queryId) && answer && answer.text !== '') onAnswer(answer);
      }
    }),
  };
}

/**
 * @param {MessageView} message
 * @param {ButtonView} button
 */
export function buttonKey({ messageId }, { label, value }) {
  return `${messageId}:${value}:${label}`;
}
