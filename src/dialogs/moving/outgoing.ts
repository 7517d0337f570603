// What is said about moving, as it is when it leaves.

import type { Desks } from '../../desks/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  parseDestination,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository, DialogNotice } from '../audience-repository.ts';
import type { MessageRepository, NewCopy } from '../message-repository.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import type { DialogViews } from '../views.ts';
import { createFilesAgain } from './files-again.ts';
import type { MovingRepository } from './repository.ts';
import type { MovingViews } from './views.ts';

/** More would not be read; the whole of it is kept. */
const MOST_SAID = 60;

export interface MovingOutgoingDeps {
  readonly moving: Pick<MovingRepository, 'listSaid' | 'standsInThread'>;
  readonly audience: Pick<AudienceRepository, 'dialogNotices' | 'employees'>;
  readonly messages: Pick<MessageRepository, 'list' | 'get' | 'addCopies'>;
  readonly desks: Pick<Desks['service'], 'listDesks'>;
  readonly movingViews: MovingViews;
  readonly dialogViews: Pick<DialogViews, 'plain'>;
  readonly t: Translate;
  readonly clock: Clock;
}

type Say = (about: DialogNotice, job: MessageJob) => Promise<Saying> | Saying;

/** The ports of these words, by the names of their messages. */
export function createMovingOutgoing(deps: MovingOutgoingDeps): Record<string, MessagePort> {
  const { moving, audience, messages, desks, movingViews, dialogViews, t, clock } = deps;
  const filesAgain = createFilesAgain(t);

  const about = (say: Say) =>
    speechPort(async (job): Promise<Saying> => {
      const [message] = job.messages;
      const { id } = parseDestination(message?.destination ?? 'thread:0');
      const found = (await audience.dialogNotices([id])).get(id);
      if (!found) return { drop: 'there is no such dialog' };
      const { replyTo } = message?.args ?? {};
      const saying = await say(found, job);
      return typeof replyTo === 'number' ? { ...saying, replyTo } : saying;
    });

  return {
    'move-choices': about(async ({ dialogId, deskLocale, deskChatId }) => {
      const others = (await desks.listDesks()).filter(({ chatId }) => chatId !== deskChatId);
      const named = others.map(({ id, title, department }) => ({ id, name: department ?? title }));
      return movingViews.choices(deskLocale, dialogId, named);
    }),
    'move-nowhere': about(({ deskLocale }) => ({
      ...dialogViews.plain(deskLocale, 'move-nowhere'),
      quiet: true,
    })),
    'dialog-history': about(async ({ dialogId, deskLocale, clientName }, { messages: [first] }) => {
      const said = await moving.listSaid(dialogId, numberIn(first, 'upTo'), MOST_SAID);
      if (said.length === 0) return { drop: 'nothing was said' };
      return movingViews.history(deskLocale, clientName, said, clock.now());
    }),
    'moved-file': { render: (jobs) => Promise.all(jobs.map(fileAgain)), settled: noteCopies },
  };

  async function fileAgain({ place, messages: [queued], fallbacks }: MessageJob) {
    const id = numberIn(queued, 'messageId');
    const kept = (await messages.list([id])).get(id);
    if (!kept) return { status: 'drop', reason: 'it is erased' } as const;
    if (await moving.standsInThread(kept.dialogId, id))
      return { status: 'drop', reason: 'it stands there' } as const;
    const about = (await audience.dialogNotices([kept.dialogId])).get(kept.dialogId);
    if (!about) return { status: 'drop', reason: 'there is no such dialog' } as const;
    const people = kept.staffId === null ? null : await audience.employees([kept.staffId]);
    const author = people?.get(kept.staffId ?? 0) ?? null;
    const calls = filesAgain({ kept, about, author, place, fallbacks });
    return { status: 'calls', calls } as const;
  }

  /** A file that is shown again can be replied to like the first. */
  async function noteCopies(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    const copies: NewCopy[] = [];
    for (const { message, settlement } of settled) {
      const sourceId = numberIn(message, 'messageId');
      const version = (await messages.get(tx, sourceId))?.version;
      if (settlement.status !== 'sent' || version === undefined) continue;
      const shown = { sourceId, sentVersion: version, shownVersion: version };
      const { chatId, messageIds } = settlement;
      copies.push(...messageIds.map((messageId) => ({ ...shown, chatId, messageId })));
    }
    await messages.addCopies(tx, copies);
  }
}
