// The file of a dialog on its way to Telegram: written as it is sent, never whole in memory.

import { InputFile } from 'grammy';
import type { Clock } from '../platform/clock.ts';
import type { Locale } from '../platform/i18n.ts';
import { type MessagePort, targetIn } from '../platform/outbox/index.ts';
import { factsOf, localeIn } from '../platform/outbox/words.ts';
import type { HistoryHead } from './history-repository.ts';
import type { HistoryService } from './history-service.ts';
import type { HistoryViews } from './history-views.ts';

export interface HistoryPortDeps {
  readonly history: HistoryService;
  readonly historyViews: HistoryViews;
  readonly clock: Clock;
}

/** In bytes; Telegram takes no more than 50 MB of a bot. */
const MOST_BYTES = 45_000_000;

export function createHistoryPort(deps: HistoryPortDeps): MessagePort {
  const { history, historyViews: views, clock } = deps;

  return {
    render: (jobs) =>
      Promise.all(
        jobs.map(async ({ messages: [message], place }) => {
          const args = message?.args ?? {};
          const head = await history.head(factsOf<{ readonly dialogId: number }>(args).dialogId);
          if (!head) return { status: 'drop', reason: 'the dialog is gone' };
          const locale = localeIn(args);
          const payload = {
            ...targetIn(place),
            document: new InputFile(
              () => page(head, locale),
              views.fileName(locale, head.dialogId),
            ),
            disable_notification: true,
          };
          const call = { method: 'sendDocument', payload, repeatable: false };
          return { status: 'calls', calls: [call] };
        }),
      ),
  };

  async function* page(head: HistoryHead, locale: Locale): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    let before: Date | null = null;
    yield encoded(views.opening(locale, head, clock.now()));
    for await (const part of history.parts(head)) {
      const at = part.kind === 'event' ? part.event.at : part.message.at;
      const shown =
        part.kind === 'event'
          ? views.event(locale, part.event)
          : views.message(locale, head, part.message);
      const piece = encoded(`${views.day(locale, at, before)}${shown}`);
      before = at;
      bytes += piece.length;
      if (bytes > MOST_BYTES) {
        yield encoded(views.cut(locale));
        break;
      }
      yield piece;
    }
    yield encoded(views.closing);
  }
}

function encoded(piece: { toString(): string }): Uint8Array {
  return Buffer.from(String(piece));
}
