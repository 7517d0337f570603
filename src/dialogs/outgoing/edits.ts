// The copy of a changed message is changed. Rendered from the rows when it leaves: of many changes that
// wait, the first shows the newest state and the others find nothing left to do.

import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { formatWhen } from '../../platform/dates.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  parseDestination,
  type QueuedMessage,
  type ReadyPlace,
  type Rendered,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { CardRepository } from '../card-repository.ts';
import type { Content, LocationContent } from '../content.ts';
import { fileOf, withFirstLine, withLastLine } from '../lines.ts';
import { type DialogMessage, isOfClientsChat } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { RecordEdits, ShownEdit } from '../verbs/record-edits.ts';
import type { FormerVersion, ShownCopy, VersionRepository } from '../version-repository.ts';
import { editPlan } from './edit-calls.ts';
import { endCalls } from './live-locations.ts';
import { createRemembered } from './remembered.ts';

/** What is said of a message, as its reader gets it, with a line of ours. */
export type Reword = (message: DialogMessage, content: Content) => Content;

/** The calls that say these messages from what we keep, each worded by `reword`. */
export type SayAnew = (
  jobs: readonly MessageJob[],
  side: 'staff' | 'client',
  reword: Reword,
) => Promise<readonly Rendered[]>;

export interface EditsDeps {
  readonly messages: Pick<MessageRepository, 'list'>;
  readonly versions: VersionRepository;
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly audience: Pick<AudienceRepository, 'clientLocales'>;
  readonly recordEdits: RecordEdits;
  readonly sayAnew: SayAnew;
  readonly t: Translate;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Within the two days in which Telegram lets anybody delete. */
const DELETABLE_MS = 47 * 3_600_000;

/** A job with all that is known about it. */
interface Change {
  readonly job: MessageJob;
  readonly queued: QueuedMessage;
  readonly message: DialogMessage;
  /** In this chat, its own and those of the messages that left together with it. */
  readonly copies: readonly ShownCopy[];
  readonly locale: Locale;
}

/** The port of `copy-edited`: `messageId`, and `anew` where the copy cannot be changed any more. */
export function createEdits(deps: EditsDeps): Record<'copy-edited', MessagePort> {
  const { messages, versions, cards, audience, recordEdits, sayAnew, t, timeZone, clock } = deps;
  const shown = createRemembered<ShownEdit>();

  return { 'copy-edited': { render, settled, repeatable: true } };

  function settled(tx: Tx, outcomes: readonly SettledMessage[]): Promise<void> {
    return recordEdits(
      tx,
      outcomes.flatMap(({ message, settlement }) => {
        const edit = shown.get(message.id);
        return edit ? [{ edit, settlement }] : [];
      }),
    );
  }

  async function render(jobs: readonly MessageJob[]): Promise<Rendered[]> {
    const ids = jobs.map(({ messages: [queued] }) => messageIdOf(queued));
    const copies = await versions.listShown(ids);
    const together = [...new Set([...ids, ...copies.map(({ sourceId }) => sourceId)])];
    const [kept, former, locales] = await Promise.all([
      messages.list(together),
      versions.listFormer(together),
      localesOf(jobs),
    ]);
    return Promise.all(
      jobs.map((job, index): Promise<Rendered> => {
        const [queued] = job.messages;
        const message = kept.get(ids[index] as number);
        if (!queued || !message) return drop('there is no such message');
        const locale = locales.get(queued.destination) ?? 'ru';
        const here = copiesAt(copies, message.id, job.place);
        return renderOne({ job, queued, message, copies: here, locale }, kept, former);
      }),
    );
  }

  async function renderOne(
    change: Change,
    kept: ReadonlyMap<number, DialogMessage>,
    former: readonly FormerVersion[],
  ): Promise<Rendered> {
    const { message, copies, queued } = change;
    const own = copies.filter(({ sourceId }) => sourceId === message.id);
    if (!isOfClientsChat(message)) {
      if (message.purpose !== 'answer' || message.delivery !== 'delivered')
        return drop('it is not with the client');
    }
    if (queued.args.anew === true || own.length === 0) return anew(change);
    if (own.every(({ shownVersion }) => shownVersion >= message.version))
      return drop('it is shown already');
    return (await inPlace(change, kept, former)) ?? anew(change);
  }

  /** The calls that change the copies; null: they cannot show it. */
  async function inPlace(
    change: Change,
    kept: ReadonlyMap<number, DialogMessage>,
    former: readonly FormerVersion[],
  ): Promise<Rendered | null> {
    const { copies, message, job, locale } = change;
    if (message.content.kind === 'location') return ended(change, message.content);
    const sources = [...new Set(copies.map(({ sourceId }) => sourceId))].sort((a, b) => a - b);
    const saying = await say(change, sources, (said, content) =>
      marked(said, content, copies, locale),
    );
    if (saying?.status !== 'calls') return saying;
    const plan = editPlan(saying.calls, {
      chatId: job.place.chatId,
      messageIds: [...new Set(copies.map(({ messageId }) => messageId))],
      sameFiles: isSameFile(message, copies, former),
      deletable: clock.now().getTime() - message.receivedAt.getTime() < DELETABLE_MS,
      removed: t(locale, 'copy-part-removed'),
    });
    if (!plan) return null;
    const shows = sources.map((id) => ({ id, version: kept.get(id)?.version ?? 1 }));
    remember(change, { how: 'in-place', shows, gone: plan.gone });
    return { status: 'calls', calls: plan.calls };
  }

  /** A live location that is shared no more; one that never moved has nothing to be changed. */
  function ended(change: Change, content: LocationContent): Rendered {
    const [copy] = change.copies;
    const { id, version } = change.message;
    remember(change, { how: 'in-place', shows: [{ id, version }], gone: [] });
    return { status: 'calls', calls: copy ? endCalls(content, copy) : [] };
  }

  /** A new message with what it says now; to a copy that never came, there is nothing to explain. */
  async function anew(change: Change): Promise<Rendered> {
    const { message, locale, queued } = change;
    const isFirst =
      isOfClientsChat(message) && queued.args.anew !== true && !(await hadCopy(message.id));
    const lead = t(
      locale,
      message.author === 'client' ? 'copy-changed-by-client' : 'copy-corrected',
    );
    const saying = await say(change, [message.id], (_, content) =>
      isFirst ? content : withFirstLine(content, lead),
    );
    const shows = [{ id: message.id, version: message.version }];
    remember(change, { how: 'anew', shows, gone: [] });
    return saying ?? drop('it cannot be said');
  }

  async function hadCopy(messageId: number): Promise<boolean> {
    return (await versions.listShown([messageId])).length > 0;
  }

  async function say(
    { job, queued, message }: Change,
    sources: readonly number[],
    reword: Reword,
  ): Promise<Rendered | null> {
    const fallbacks = { ...job.fallbacks, anew: true };
    const asked = sources.map((messageId) => ({ ...queued, args: { messageId } }));
    const [rendered] = await sayAnew(
      [{ ...job, fallbacks, messages: asked }],
      isOfClientsChat(message) ? 'staff' : 'client',
      reword,
    );
    return rendered ?? null;
  }

  /** What was said before its author changed it, or deleted it, is marked so. */
  function marked(
    message: DialogMessage,
    content: Content,
    copies: readonly ShownCopy[],
    locale: Locale,
  ): Content {
    const own = copies.filter(({ sourceId }) => sourceId === message.id);
    const sentWith = Math.min(...own.map(({ sentVersion }) => sentVersion));
    const line = message.version > sentWith ? lastLine(message, locale) : null;
    return line === null ? content : withLastLine(content, line);
  }

  function lastLine(message: DialogMessage, locale: Locale): string | null {
    const { editedAt, deletedAt } = message;
    const when = (at: Date) => formatWhen(locale, timeZone, at, clock.now());
    if (deletedAt) return t(locale, 'copy-deleted', { time: when(deletedAt) });
    if (!isOfClientsChat(message)) return t(locale, 'copy-edited-plain');
    return editedAt && t(locale, 'copy-edited', { time: when(editedAt) });
  }

  /** Of what was said in part, the version of its first part counts. */
  function remember(
    { queued, message, job, copies }: Change,
    edit: Pick<ShownEdit, 'how' | 'shows' | 'gone'>,
  ): void {
    const shows = job.begun
      ? (shown.get(queued.id)?.shows ?? unchanged(edit.shows, copies))
      : edit.shows;
    const known = [...new Set(copies.map(({ messageId }) => messageId))];
    const { chatId } = job.place;
    shown.set(queued.id, {
      ...edit,
      shows,
      message,
      chatId,
      known,
      destination: queued.destination,
    });
  }

  async function localesOf(jobs: readonly MessageJob[]): Promise<Map<string, Locale>> {
    const destinations = jobs.flatMap(({ messages: [queued] }) => queued?.destination ?? []);
    const parsed = destinations.map((name) => ({ name, ...parseDestination(name) }));
    const idsOf = (kind: string) => parsed.filter((one) => one.kind === kind).map(({ id }) => id);
    const threads = await cards.listThreads(idsOf('thread'));
    const clients = await audience.clientLocales(idsOf('client'));
    const desks = new Map(threads.map(({ dialogId, deskLocale }) => [dialogId, deskLocale]));
    return new Map(
      parsed.map(({ name, kind, id }) => [
        name,
        (kind === 'thread' ? desks : clients).get(id) ?? 'ru',
      ]),
    );
  }
}

/**
 * Of this message in this place, with those of what left together with it. What stands under an earlier
 * post is read by nobody any more: its number is lower than that of the root of the present comments.
 */
function copiesAt(
  copies: readonly ShownCopy[],
  messageId: number,
  { chatId, thread }: ReadyPlace,
): readonly ShownCopy[] {
  const first = thread && 'root' in thread ? thread.root : 0;
  const isHere = (copy: ShownCopy) => copy.chatId === chatId && copy.messageId > first;
  const own = copies.filter((copy) => copy.sourceId === messageId && isHere(copy));
  const places = new Set(own.map((copy) => copy.messageId));
  return copies.filter((copy) => copy.chatId === chatId && places.has(copy.messageId));
}

function isSameFile(
  { id, content }: DialogMessage,
  copies: readonly ShownCopy[],
  former: readonly FormerVersion[],
): boolean {
  const own = copies.filter(({ sourceId }) => sourceId === id);
  const shownSince = Math.min(...own.map(({ shownVersion }) => shownVersion));
  return former
    .filter(({ messageId, version }) => messageId === id && version >= shownSince)
    .every((version) => fileOf(version.content) === fileOf(content));
}

/** A part was changed before a crash, and nobody knows to which version. */
function unchanged(shows: ShownEdit['shows'], copies: readonly ShownCopy[]): ShownEdit['shows'] {
  return shows.map(({ id }) => {
    const own = copies.filter(({ sourceId }) => sourceId === id);
    return { id, version: Math.min(...own.map(({ shownVersion }) => shownVersion), 1) };
  });
}

function messageIdOf(queued: QueuedMessage | undefined): number {
  return Number(queued?.args.messageId);
}

async function drop(reason: string): Promise<Rendered> {
  return { status: 'drop', reason };
}
