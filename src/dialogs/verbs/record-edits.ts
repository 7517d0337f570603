// What became of changed copies. Runs in the transaction in which the sender records the outcomes:
// which version a copy shows is known as soon as it shows it.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { Destination, NewMessage, Settlement } from '../../platform/outbox/index.ts';
import type { ApiFailure } from '../../platform/telegram/api-failure.ts';
import { type DialogMessage, isOfClientsChat } from '../message.ts';
import type { VersionRepository } from '../version-repository.ts';
import { type LeftThreads, nearMessage } from '../whereabouts.ts';
import type { VerbDeps } from './deps.ts';

/** What was rendered for one change of a copy. */
export interface ShownEdit {
  readonly message: DialogMessage;
  readonly destination: Destination;
  readonly chatId: number;
  /** The copies there were changed, or a new message says it. */
  readonly how: 'in-place' | 'anew';
  /** Whose words were rendered, and which version of them. */
  readonly shows: readonly { readonly id: number; readonly version: number }[];
  /** The copies that stood there before, and those of them that stand there no more. */
  readonly known: readonly number[];
  readonly gone: readonly number[];
}

export interface SettledEdit {
  readonly edit: ShownEdit;
  readonly settlement: Settlement;
}

export type RecordEdits = (tx: Tx, settled: readonly SettledEdit[]) => Promise<void>;

export type RecordEditsDeps = Pick<VerbDeps, 'messages' | 'writer'> & {
  readonly versions: VersionRepository;
  readonly threads: LeftThreads;
};

/** After these a new message would not arrive either. */
const UNREACHABLE: ReadonlySet<ApiFailure['kind']> = new Set([
  ...(['blocked', 'deactivated', 'never-started', 'bot-recipient', 'chat-gone'] as const),
]);

/** A copy that cannot be changed is replaced by a new message; if that fails too, staff are told. */
export function createRecordEdits({
  messages,
  versions,
  threads,
  writer,
}: RecordEditsDeps): RecordEdits {
  return async (tx, settled) => {
    const events: NewEvent[] = [];
    const said: NewMessage[] = [];
    for (const { edit, settlement } of settled) {
      if (settlement.status === 'sent') said.push(...(await shown(tx, edit, settlement)));
      // Its time was over before, and it stands where it was last.
      else if (settlement.status === 'failed' && edit.message.content.kind !== 'location') {
        said.push(await failed(tx, edit, settlement.failure));
        events.push(failureOf(edit));
      }
    }
    if (said.length === 0 && events.length === 0) return;
    await writer.write(tx, { changes: [], events, messages: said }, systemCause('delivery'));
  };

  async function shown(
    tx: Tx,
    { message, destination, chatId, how, shows, known, gone }: ShownEdit,
    { messageIds }: Extract<Settlement, { status: 'sent' }>,
  ): Promise<NewMessage[]> {
    const more = messageIds.filter((id) => !known.includes(id));
    const ids = shows.map(({ id }) => id);
    if (how === 'in-place') {
      for (const { id, version } of shows)
        await versions.setShown(tx, { sourceId: id, chatId, version });
      if (gone.length > 0) await versions.retire(tx, ids, gone);
    } else await versions.retire(tx, ids);
    await messages.addCopies(
      tx,
      more.flatMap((messageId) =>
        shows.map(({ id, version }) => {
          // A further part of a changed text is as changed as the others.
          const sentVersion = how === 'in-place' ? 1 : version;
          return { sourceId: id, chatId, messageId, sentVersion, shownVersion: version };
        }),
      ),
    );
    const isBehind = shows.some(
      ({ id, version }) => id === message.id && version < message.version,
    );
    const again = { destination, name: 'copy-edited', args: { messageId: message.id } };
    const isNews = !isOfClientsChat(message) && how === 'anew';
    const news = isNews ? [await word(tx, message, 'edit-sent-anew')] : [];
    return [...(isBehind ? [again] : []), ...news];
  }

  async function failed(tx: Tx, edit: ShownEdit, failure: ApiFailure): Promise<NewMessage> {
    const { message, destination, how } = edit;
    if (how === 'in-place' && !UNREACHABLE.has(failure.kind)) {
      return { destination, name: 'copy-edited', args: { messageId: message.id, anew: true } };
    }
    if (isOfClientsChat(message)) return await word(tx, message, 'copy-failed');
    return await word(tx, message, 'edit-failed', { reason: failure.kind });
  }

  /** To its author, where they have changed it. */
  async function word(
    tx: Tx,
    message: DialogMessage,
    name: string,
    args = {},
  ): Promise<NewMessage> {
    const destination = await nearMessage(threads, tx, message);
    return { destination, name, args: { messageId: message.id, ...args } };
  }
}

function failureOf({ message: { id, dialogId }, how }: ShownEdit): NewEvent {
  const about = { subject: 'dialog', subjectId: dialogId, actor: 'system' } as const;
  return { type: 'edit-failed', ...about, actorId: null, data: { messageId: id, how } };
}
