// What people write in reply to anything that belongs to a ticket: a client's words go to it, an employee's answer it.

import { type Content, isBareThanks, type ThanksWords } from '../../dialogs/content.ts';
import type { Cause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import type { Asker, StandIn, Standing } from '../asker.ts';
import type { ClientMessage, MessagePlace } from '../message.ts';
import type { TicketTools } from '../part.ts';
import type { KeptTicket } from '../repository.ts';
import type { AddWords } from '../words-service.ts';

export interface HearingDeps
  extends Pick<TicketTools, 'tickets' | 'messages' | 'service' | 'onClientReworded'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly standIn: StandIn;
  readonly addWords: AddWords;
  readonly thanksWords: ThanksWords;
}

export interface HearCommand {
  readonly asker: Asker;
  /** The message that it answers; null: none, it may be a part of an album that does. */
  readonly target: number | null;
  readonly said: Omit<ClientMessage, 'personId' | 'author'> & MessagePlace;
  readonly cause: Cause;
}

export type HearingService = ReturnType<typeof createHearingService>;

export function createHearingService(deps: HearingDeps) {
  const { database, clock, tickets, messages, service, standIn, addWords } = deps;
  const { prisma } = database;

  /** False: it is not for a ticket, or not theirs to say; it goes its own way. */
  async function hear(command: HearCommand): Promise<boolean> {
    const found = await ticketOf(command);
    if (!found) return false;
    const { asker, said, cause } = command;
    return database.inTransaction(async (tx) => {
      const [ticket] = await tickets.find(tx, [found.ticketId]);
      const by = ticket && (await standIn(tx, ticket.roomId, asker));
      if (!ticket || !by) return false;
      if (!(await settleCause(tx, cause, clock.now()))) return true;
      if (by.isStaff) await answered(tx, ticket, by, said, cause);
      else {
        const words = { ...said, personId: by.person.id, author: by.person.name };
        const isMore = found.isMore || isOnlyThanks(ticket, said.content);
        const more = { isMore, by, cause, said: [words] };
        await addWords(tx, { ...more, ticketId: ticket.id, action: 'write' });
      }
      return true;
    });
  }

  /** They are kept and ask for nothing: no clock runs for them. Where we wait for the client, any word is an answer. */
  function isOnlyThanks({ status }: KeptTicket, content: Content): boolean {
    return status !== 'waiting' && isBareThanks(content, deps.thanksWords);
  }

  async function ticketOf({ target, said }: HearCommand) {
    const { chatId, album } = said;
    // Of an album the first part is an answer, the others belong to it.
    const other = album === null ? null : await messages.ticketOfAlbum(prisma, said, album);
    if (other !== null) return { ticketId: other, isMore: true };
    if (target === null) return null;
    const ticketId = await messages.ticketAt(prisma, { chatId, messageId: target });
    return ticketId === null ? null : { ticketId, isMore: false };
  }

  /** An employee answers in the group itself: the clock of the answer stops. */
  async function answered(
    tx: Tx,
    { id, mergedIntoId }: KeptTicket,
    by: Standing,
    { chatId, messageId, saidAt }: HearCommand['said'],
    cause: Cause,
  ): Promise<void> {
    const ticketId = mergedIntoId ?? id;
    await service.actIn(tx, { ticketId, action: 'answered', by: by.actor, cause });
    await messages.noteOurs(tx, ticketId, { chatId, messageIds: [messageId] }, saidAt);
  }

  /** Words that belong to a ticket have been changed by their author. */
  async function hearChanged(command: {
    readonly at: MessagePlace;
    readonly content: Content;
    readonly cause: Cause;
  }): Promise<void> {
    const { at, content, cause } = command;
    if ((await messages.ticketAt(prisma, at)) === null) return;
    await database.inTransaction(async (tx) => {
      const message = await messages.reword(tx, at, content);
      if (message) await deps.onClientReworded(tx, message, cause);
    });
  }

  return { hear, hearChanged };
}
