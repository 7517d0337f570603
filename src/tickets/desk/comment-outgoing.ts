// Words of the company's own system of record as they leave: to the client in reply to the ticket, and for employees
// into its thread, marked as what they are.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import {
  destination,
  type MessageJob,
  type MessagePort,
  type Outbox,
  type SettledMessage,
} from '../../platform/outbox/index.ts';
import { html } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { TicketComment } from '../comment.ts';
import type { CommentRepository } from '../comment-repository.ts';
import type { TicketOutgoingDeps } from './outgoing.ts';

export interface CommentOutgoingDeps extends Omit<TicketOutgoingDeps, 'cards' | 'findStaff'> {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly clock: Clock;
  readonly comments: Pick<CommentRepository, 'find' | 'noteDelivered'>;
}

const FAILED = 'ticket-comment-failed';
const CAUSE = systemCause('delivery');
/** What is quoted of words that did not arrive. */
const QUOTED_SIGNS = 200;

/** The ports, by the names of their messages. */
export function createCommentOutgoing(deps: CommentOutgoingDeps): Record<string, MessagePort> {
  const { database, outbox, clock, t, desks, tickets, companies, comments, anchorOf } = deps;
  const { prisma } = database;

  async function toClient({ messages: [queued], place }: MessageJob) {
    const comment = await comments.find(prisma, Number(queued?.args.commentId));
    const [ticket] = comment ? await tickets.find(prisma, [comment.ticketId]) : [];
    const [company] = ticket ? await companies.find(prisma, [ticket.companyId]) : [];
    if (!comment || !ticket || !company) return { drop: 'there is no such comment' };
    const lead = leadTo(company.locale, comment);
    const replyTo = (await anchorOf(ticket, place.chatId)) ?? undefined;
    return { text: String(html`<b>${lead}</b>\n${comment.text}`), replyTo };
  }

  function leadTo(locale: Locale, { kind, author }: TicketComment): string {
    if (kind === 'automatic') return t(locale, 'tcomment-automatic');
    if (author === null) return t(locale, 'tcomment-answer');
    return t(locale, 'relay-signed', { name: plainName(author, '…') });
  }

  /** Somebody's answer stops the clock once it has arrived; what a system says by itself does not. */
  async function settled(tx: Tx, outcomes: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of outcomes) {
      const comment = await comments.find(tx, Number(message.args.commentId));
      if (!comment) continue;
      const { id: commentId, ticketId, kind } = comment;
      if (settlement.status === 'failed') await tellFailure(tx, comment);
      if (settlement.status !== 'sent') continue;
      await deps.answers.noteSaid(tx, ticketId, settlement);
      await comments.noteDelivered(tx, commentId, clock.now());
      if (kind === 'answer') await deps.answers.answered(tx, ticketId, null);
    }
  }

  async function tellFailure(tx: Tx, { id: commentId, ticketId }: TicketComment): Promise<void> {
    const [ticket] = await tickets.find(tx, [ticketId]);
    const dialogId = ticket?.dialogId ?? null;
    if (dialogId === null) return;
    const there = destination('thread', dialogId);
    await outbox.enqueue(tx, [{ destination: there, name: FAILED, args: { commentId } }], CAUSE);
  }

  const inThread =
    (say: (locale: Locale, comment: TicketComment) => string) =>
    async ({ messages: [queued] }: MessageJob) => {
      const comment = await comments.find(prisma, Number(queued?.args.commentId));
      if (!comment) return { drop: 'there is no such comment' };
      const locale = (await desks.deskLocale(prisma)) ?? deps.defaultLocale;
      return { text: say(locale, comment) };
    };

  function shown(locale: Locale, { kind, author, text }: TicketComment): string {
    const by = author === null ? '' : ` — ${plainName(author, '…')}`;
    const lead = `${t(locale, `tcomment-shown-${kind}`)}${by}`;
    return String(html`<b>${lead}</b>\n${text}`);
  }

  function failed(locale: Locale, { text }: TicketComment): string {
    const words = t(locale, 'tcomment-failed', { words: truncate(text, QUOTED_SIGNS) });
    return String(html`${words}`);
  }

  return {
    'ticket-comment': speechPort(toClient, settled),
    'ticket-comment-shown': speechPort(inThread(shown)),
    [FAILED]: speechPort(inThread(failed)),
  };
}
