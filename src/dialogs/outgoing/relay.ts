// What one side says, for the other side: a client's messages for the thread, answers for the client.
// Formatting is kept, replies stay replies, albums stay albums.

import type { Clock } from '../../platform/clock.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import {
  type ApiCall,
  type MessageJob,
  type MessagePort,
  parseDestination,
  type QueuedMessage,
  type Rendered,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import { isBusinessChat } from '../../platform/telegram/business-chat.ts';
import { nowhereNumber } from '../../platform/telegram/nowhere.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { CardRepository } from '../card-repository.ts';
import { BETWEEN_TEXTS } from '../content/meant.ts';
import { albumCalls } from '../content/telegram-albums.ts';
import { inOneText, sayingCalls } from '../content/telegram-saying.ts';
import type { Speaking } from '../content/telegram-target.ts';
import type { DialogMessage } from '../message.ts';
import type { MessageRepository } from '../message-repository.ts';
import type { DialogSubjects } from '../subject-port.ts';
import { inOtherWords } from '../tray/tray.ts';
import type { createRecordDelivery, SettledCopy } from '../verbs/record-delivery.ts';
import type { Reword, SayAnew } from './edits.ts';
import { createRemembered } from './remembered.ts';
import { createReplies, type Standings } from './replies.ts';
import { createWording, type Reader } from './wording.ts';

export interface RelayDeps {
  readonly messages: Pick<MessageRepository, 'list' | 'findIn'>;
  readonly cards: Pick<CardRepository, 'listThreads'>;
  readonly audience: Pick<AudienceRepository, 'clientLocales' | 'employees'>;
  readonly delivery: ReturnType<typeof createRecordDelivery>;
  readonly subjects: DialogSubjects;
  readonly t: Translate;
  readonly clock: Clock;
}

interface Context {
  readonly messages: ReadonlyMap<number, DialogMessage>;
  readonly standings: Standings;
  /** By destination. */
  readonly readers: ReadonlyMap<string, Reader>;
  /** What stands in the reader's chat for that of which a dialog is the thread, by the dialogs' numbers. */
  readonly anchors: ReadonlyMap<number, number>;
  /** Of employees who have said something past the desk. */
  readonly names: ReadonlyMap<number, string>;
}

/** How messages are said: to whom, which of them at all, and with which words. */
interface Rendering {
  readonly side: Reader['side'];
  readonly said: (message: DialogMessage) => boolean;
  readonly reword?: Reword;
  /** Told of what is rendered. */
  readonly on?: (jobs: readonly MessageJob[], kept: Context['messages']) => void;
}

export interface Relay {
  readonly ports: Record<'client-said' | 'said-elsewhere' | 'answer', MessagePort>;
  /** For what crossed before and is to be said differently, of either side. */
  readonly sayAnew: SayAnew;
}

const NO_ANCHORS: ReadonlyMap<number, number> = new Map();

/** The ports of both ways. What is on its way is rendered from the rows as they are when it leaves. */
export function createRelay(deps: RelayDeps): Relay {
  const { messages, cards, audience, delivery, subjects, t, clock } = deps;
  const wording = createWording(t);
  const replies = createReplies({ messages, wording });
  /** The version of each message that is on its way; of what was said in part, the first part's. */
  const versions = createRemembered<number>();

  const ports: Relay['ports'] = {
    'client-said': {
      render: (jobs) => render(jobs, { side: 'staff', said: isKept, on: noteVersions }),
      settled: (tx, settled) => delivery.copiesSettled(tx, settled.map(withVersion)),
      mergeable: ({ args }) => (typeof args.units === 'number' ? args.units : null),
    },
    'said-elsewhere': {
      render: (jobs) => render(jobs, { side: 'staff', said: isKept, on: noteVersions }),
      settled: (tx, settled) => delivery.copiesSettled(tx, settled.map(withVersion)),
    },
    answer: {
      render: (jobs) => render(jobs, { side: 'client', said: isStillAnAnswer, on: noteVersions }),
      settled: (tx, settled) => delivery.answersSettled(tx, settled.map(withVersion)),
    },
  };
  const sayAnew: SayAnew = (jobs, side, reword) => render(jobs, { side, said: isKept, reword });
  return { ports, sayAnew };

  function noteVersions(jobs: readonly MessageJob[], kept: Context['messages']): void {
    for (const { messages: queued, begun } of jobs) {
      for (const one of queued) {
        const now = kept.get(messageIdOf(one))?.version ?? 1;
        versions.set(one.id, begun ? (versions.get(one.id) ?? 1) : now);
      }
    }
  }

  function withVersion(settled: SettledMessage): SettledCopy {
    return { ...settled, version: versions.get(settled.message.id) ?? 1 };
  }

  async function render(jobs: readonly MessageJob[], how: Rendering): Promise<Rendered[]> {
    const { side } = how;
    const kept = await messages.list(jobs.flatMap((job) => job.messages.map(messageIdOf)));
    how.on?.(jobs, kept);
    const standings = await replies.find([...kept.values()], jobs);
    const readers = side === 'staff' ? await deskReaders(jobs) : await clientReaders(jobs, kept);
    const isSigned = side === 'client' && jobs.some(({ place }) => place.group);
    const names = await namesOf([...kept.values()].filter(isSigned ? isByStaff : isElsewhere));
    const anchors = isSigned ? await anchorsFor(jobs, kept) : NO_ANCHORS;
    const context = { messages: kept, standings, readers, names, anchors };
    return jobs.map((job) => renderOne(job, context, how));
  }

  /** Words of ours in a group answer what they are about; asked for in groups alone. */
  async function anchorsFor(
    jobs: readonly MessageJob[],
    kept: Context['messages'],
  ): Promise<ReadonlyMap<number, number>> {
    const asked = jobs.flatMap(({ messages: [first], place }) => {
      const dialogId = first && kept.get(messageIdOf(first))?.dialogId;
      return dialogId === undefined ? [] : [{ dialogId, chatId: place.chatId }];
    });
    const found = await Promise.all(Object.values(subjects).map(({ anchors }) => anchors(asked)));
    return new Map(found.flatMap((anchors) => [...anchors]));
  }

  async function namesOf(elsewhere: readonly DialogMessage[]): Promise<Map<number, string>> {
    if (elsewhere.length === 0) return new Map();
    const people = await audience.employees(elsewhere.flatMap(({ staffId }) => staffId ?? []));
    return new Map([...people].map(([id, { name }]) => [id, name]));
  }

  async function deskReaders(jobs: readonly MessageJob[]): Promise<Map<string, Reader>> {
    const ids = destinationsOf(jobs).map((name) => parseDestination(name).id);
    const facts = await cards.listThreads(ids);
    return new Map(
      facts.map(({ dialogId, deskLocale }) => [
        `thread:${dialogId}`,
        { side: 'staff', locale: deskLocale },
      ]),
    );
  }

  /** Asked for only where a sentence of ours is said with what is sent. */
  async function clientReaders(
    jobs: readonly MessageJob[],
    kept: ReadonlyMap<number, DialogMessage>,
  ): Promise<Map<string, Reader>> {
    const spoken = [...kept.values()].some(
      ({ content }) => content.origin || content.kind === 'told' || content.kind === 'poll',
    );
    const unreplied = jobs.some(({ fallbacks }) => fallbacks.unreplied);
    const signed = jobs.some(({ place }) => place.group);
    if (!spoken && !unreplied && !signed) return new Map();
    const ids = destinationsOf(jobs).map((name) => parseDestination(name).id);
    const locales = await audience.clientLocales(ids);
    return new Map(
      [...locales].map(([id, locale]: [number, Locale]) => [
        `client:${id}`,
        { side: 'client', locale },
      ]),
    );
  }

  function renderOne(job: MessageJob, context: Context, how: Rendering): Rendered {
    // A part may be queued twice, when a note was sent before its place in the queue was given up.
    const ids = new Set(job.messages.map(messageIdOf));
    const said = [...ids].flatMap((id) => {
      const kept = context.messages.get(id);
      if (!kept || !how.said(kept)) return [];
      return [{ ...kept, content: inOtherWords(kept.content, wayOf(job)) }];
    });
    const [first] = said;
    if (!first) return { status: 'drop', reason: 'it stays inside' };
    const destination = job.messages[0]?.destination ?? '';
    const reader = context.readers.get(destination) ?? { side: how.side, locale: 'ru' };
    return { status: 'calls', calls: callsFor(said, job, context, { ...how, reader }) };
  }

  function callsFor(
    said: readonly DialogMessage[],
    job: MessageJob,
    { standings, names, anchors }: Context,
    { reader, reword }: Rendering & { readonly reader: Reader },
  ): ApiCall[] {
    const { place, fallbacks } = job;
    const first = said[0] as DialogMessage;
    const isSigned = reader.side === 'client' && place.group;
    const replied = replies.replyOf(first, standings, job, reader);
    const anchor = replied.reply ? undefined : anchors.get(first.dialogId);
    const { answered } = replied;
    const reply = anchor === undefined ? replied.reply : { messageId: anchor };
    const words = (message: DialogMessage) => {
      const worded = wording.wordingOf(message, reader, {
        anew: fallbacks.anew,
        // Telegram copies nothing into somebody's own chat, and nothing out of it.
        copies: ![place.chatId, message.chatId].some(isBusinessChat) && isSomewhere(message),
        elsewhere: isElsewhere(message) ? (names.get(message.staffId ?? 0) ?? '') : null,
        answered: message === first ? answered : null,
        signed: isSigned && message === first ? (names.get(message.staffId ?? 0) ?? '') : null,
      });
      return reword ? { ...worded, content: reword(message, worded.content) } : worded;
    };
    const where: Speaking = {
      chatId: place.chatId,
      thread: place.thread,
      reply,
      plain: fallbacks.plain || wayOf(job) === 'plain',
      now: clock.now(),
    };
    if (said.length > 1 && first.mediaGroupId) return albumCalls(said.map(words), where);
    const worded = said.map(words);
    const texts = worded.flatMap(({ content }) => (content.kind === 'text' ? [content] : []));
    if (texts.length === said.length && said.length > 1) {
      return sayingCalls(inOneText(texts, BETWEEN_TEXTS), null, where);
    }
    return worded.flatMap(({ content, original, lead, after }) =>
      sayingCalls(content, original, { ...where, lead, after }),
    );
  }

  function destinationsOf(jobs: readonly MessageJob[]) {
    return jobs.flatMap(({ messages: [first] }) => (first ? [first.destination] : []));
  }
}

function isKept(): boolean {
  return true;
}

/**
 * An album turned out to be a note after its first part was queued, it has arrived already, or its
 * author has taken it back.
 */
function isStillAnAnswer({ purpose, delivery }: DialogMessage): boolean {
  if (delivery === 'taking-back' || delivery === 'taken-back') return false;
  return purpose === 'answer' && delivery !== 'delivered';
}

/** Another way of saying it that staff have chosen; null: as it is. */
function wayOf({ messages: [first] }: MessageJob): string | null {
  const way = first?.args.way;
  return typeof way === 'string' ? way : null;
}

/** Telegram has the original. */
function isSomewhere({ chatId }: DialogMessage): boolean {
  return nowhereNumber(chatId) === null;
}

function isByStaff({ author }: DialogMessage): boolean {
  return author === 'staff';
}

/** Said by an employee in the client's own chat, past the desk. */
function isElsewhere({ author, chatId }: DialogMessage): boolean {
  return author === 'staff' && isBusinessChat(chatId);
}

function messageIdOf({ args }: QueuedMessage): number {
  return Number(args.messageId);
}
