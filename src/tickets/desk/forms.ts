// What is asked about a ticket in its thread: words that go with a move, to whom it is handed, what it is about. A
// form holds the only copy of nothing: it ends with one call of the service, which judges rights and state again.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import type { Dialogs } from '../../dialogs/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { DefinedForm, Forms, Talk } from '../../platform/forms/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { CompanyRepository } from '../company-repository.ts';
import type { SendHistory } from '../part.ts';
import { readTicketNumber, URGENCIES, type Urgency } from '../ticket.ts';
import type { Alteration, AlterOutcome, DeskService, MoveOutcome } from './service.ts';
import type { SplitArgs } from './split-form.ts';
import { toastOf } from './toasts.ts';

export interface TicketFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly service: DeskService;
  readonly database: Database;
  readonly companies: Pick<CompanyRepository, 'types'>;
  readonly dialogs: Pick<Dialogs['service'], 'colleagues'>;
  /** «Спросить коллегу» */
  readonly askColleague: Dialogs['asking']['ask'];
  /** «Выделить в отдельную заявку» */
  readonly askSplit: (talk: Talk<BotContext>, args: SplitArgs) => Promise<void>;
  readonly sendHistory: SendHistory;
}

/** Moves that say something with them. */
export const ASKING = ['wait', 'done', 'cancel'] as const;
export type AskingMove = (typeof ASKING)[number];

/** What «Ещё…» offers, in this order. */
const MORE = [
  ...['checks', 'check-add', 'check-remove', 'urgency', 'type'],
  ...['ask', 'partner', 'split', 'link', 'merge', 'history'],
] as const;

const MOST_WORDS = 1_000;
const MOST_REASON = 200;
const MOST_COLLEAGUES = 20;

const MoveArgs = z.object({ ticketId: z.int(), revision: z.int(), action: z.enum(ASKING) });
const TicketArgs = z.object({ ticketId: z.int() });

export interface TicketForms {
  readonly move: DefinedForm<BotContext, z.infer<typeof MoveArgs>>;
  readonly assign: DefinedForm<BotContext, z.infer<typeof TicketArgs>>;
  readonly more: DefinedForm<BotContext, z.infer<typeof TicketArgs>>;
}

export function createTicketForms(deps: TicketFormsDeps): TicketForms {
  const { forms, service, database, companies, dialogs, sendHistory } = deps;

  async function move(talk: Talk<BotContext>, args: z.infer<typeof MoveArgs>): Promise<void> {
    const { ticketId, action, revision } = args;
    const asked = { prompt: `tdesk-ask-${action}`, max: MOST_WORDS, lines: true } as const;
    // Nobody is left to guess why their ticket was cancelled.
    const words =
      action === 'cancel' ? await talk.line(asked) : await talk.line({ ...asked, skip: true });
    await end(talk, (ctx, cause) => {
      const { staff } = ctx;
      return staff && service.move({ cause, staff, ticketId, action, revision, words });
    });
  }

  async function assign(
    talk: Talk<BotContext>,
    { ticketId }: z.infer<typeof TicketArgs>,
  ): Promise<void> {
    const people = await talk.look(async (ctx) => {
      const holder = (await service.find(ticketId))?.responsibleId;
      const others = (await dialogs.colleagues(null)).filter(({ id }) => id !== holder);
      return others.slice(0, MOST_COLLEAGUES).map(({ id, name, onDuty }) => ({
        id: String(id),
        name: onDuty ? ctx.t('tdesk-on-duty', { name }) : plainName(name, '…'),
      }));
    });
    if (people.length === 0) return await talk.tell('transfer-nobody-else');
    const chosen = await talk.choice({
      prompt: 'tdesk-ask-assign',
      options: people.map(({ id, name }) => ({ id, label: { text: name } })),
    });
    await end(talk, (ctx, cause) => {
      const { staff } = ctx;
      const alteration = { deed: 'assign', responsibleId: Number(chosen) } as const;
      return staff && service.alter({ cause, staff, ticketId }, alteration);
    });
  }

  async function more(
    talk: Talk<BotContext>,
    { ticketId }: z.infer<typeof TicketArgs>,
  ): Promise<void> {
    const what = await talk.choice({
      prompt: 'tdesk-ask-more',
      options: MORE.map((id) => ({ id, label: `tdesk-more-${id}` })),
    });
    switch (what) {
      case 'urgency':
        return await changeUrgency(talk, ticketId);
      case 'type':
        return await changeType(talk, ticketId);
      case 'partner':
        return await askPartner(talk, ticketId);
      case 'link':
      case 'merge':
        return await askOther(talk, ticketId, what);
      case 'ask':
        return await askColleague(talk, ticketId);
      case 'split':
        return await deps.askSplit(talk, { ticketId, messageId: null });
      case 'history':
        return await getHistory(talk, ticketId);
      case 'check-add':
        return await addCheck(talk, ticketId);
      default:
        return await askChecks(talk, ticketId, what === 'check-remove');
    }
  }

  /** It comes in private; the thread is told so. */
  async function getHistory(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const words = await talk.finish(async ({ from, staff, locale, t }, cause) => {
      if (!from || !staff) return t('toast-no-right');
      const asked = { cause, ticketId, format: 'pdf', userId: from.id, staff, locale } as const;
      const { status } = await sendHistory(asked);
      return status === 'coming' ? t('toast-proof-coming') : null;
    });
    if (words) await talk.tell({ text: words });
  }

  async function askColleague(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const dialogId = await talk.look(async () => (await service.find(ticketId))?.dialogId ?? null);
    if (dialogId === null) return await talk.tell('tdesk-toast-gone');
    await deps.askColleague(talk, { dialogId });
  }

  /** Passed over, nobody outside is waited for any more. */
  async function askPartner(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const asked = { prompt: 'tdesk-ask-partner', max: MOST_REASON, skip: true } as const;
    const note = await talk.line(asked);
    await alter(talk, ticketId, { deed: 'partner', note });
  }

  async function askOther(
    talk: Talk<BotContext>,
    ticketId: number,
    deed: 'link' | 'merge',
  ): Promise<void> {
    const typed = await talk.line({
      prompt: `tdesk-ask-${deed}`,
      max: 20,
      check: (text) => (readTicketNumber(text) === null ? 'tlist-which-number' : null),
    });
    const otherId = readTicketNumber(typed) ?? 0;
    const alteration =
      deed === 'link' ? ({ deed, otherId } as const) : ({ deed, intoId: otherId } as const);
    await alter(talk, ticketId, alteration);
  }

  async function addCheck(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const text = await talk.line({ prompt: 'tdesk-ask-check-add', max: MOST_REASON });
    await alter(talk, ticketId, { deed: 'check-add', text });
  }

  async function askChecks(
    talk: Talk<BotContext>,
    ticketId: number,
    isRemoving: boolean,
  ): Promise<void> {
    const checks = await talk.look(async () => await service.checks(ticketId));
    if (checks.length === 0) return await talk.tell('tdesk-no-checks');
    const options = checks.map(({ id, text }) => ({
      id: String(id),
      label: { text: plainName(text, '…') },
    }));
    if (isRemoving) {
      const checkId = Number(await talk.choice({ prompt: 'tdesk-ask-check-remove', options }));
      return await alter(talk, ticketId, { deed: 'check-remove', checkId });
    }
    const chosen = checks.filter(({ done }) => done).map(({ id }) => String(id));
    const asked = { prompt: 'tdesk-ask-checks', options, chosen, atLeast: 0 } as const;
    const doneIds = (await talk.several(asked)).map(Number);
    await alter(talk, ticketId, { deed: 'check', doneIds });
  }

  async function alter(
    talk: Talk<BotContext>,
    ticketId: number,
    alteration: Alteration,
  ): Promise<void> {
    await end(talk, (ctx, cause) => {
      const { staff } = ctx;
      return staff && service.alter({ cause, staff, ticketId }, alteration);
    });
  }

  async function changeUrgency(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const now = await talk.look(async () => (await service.find(ticketId))?.urgency ?? null);
    const urgency = (await talk.choice({
      prompt: 'tdesk-ask-urgency',
      options: URGENCIES.filter((one) => one !== now).map((id) => ({
        id,
        label: `tdesk-urgency-${id}`,
      })),
    })) as Urgency;
    const reason = await talk.line({ prompt: 'tdesk-ask-reason', max: MOST_REASON });
    await end(talk, (ctx, cause) => {
      const { staff } = ctx;
      const alteration = { deed: 'change-urgency', urgency, reason } as const;
      return staff && service.alter({ cause, staff, ticketId }, alteration);
    });
  }

  async function changeType(talk: Talk<BotContext>, ticketId: number): Promise<void> {
    const types = await talk.look(async ({ locale }) => {
      const ticket = await service.find(ticketId);
      const all = await companies.types(database.prisma);
      const others = all.filter(({ id }) => id !== ticket?.typeId);
      return others.map(({ id, name }) => ({ id: String(id), name: name[locale as Locale] }));
    });
    const chosen = await talk.choice({
      prompt: 'tdesk-ask-type',
      options: types.map(({ id, name }) => ({ id, label: { text: name } })),
    });
    const reason = await talk.line({ prompt: 'tdesk-ask-reason', max: MOST_REASON });
    await end(talk, (ctx, cause) => {
      const { staff } = ctx;
      const alteration = { deed: 'change-type', typeId: Number(chosen), reason } as const;
      return staff && service.alter({ cause, staff, ticketId }, alteration);
    });
  }

  /** The one effect; what was not done is told, with what is true now. */
  async function end(
    talk: Talk<BotContext>,
    act: (
      ctx: BotContext,
      cause: Parameters<DeskService['move']>[0]['cause'],
    ) => Promise<MoveOutcome | AlterOutcome> | null,
  ): Promise<void> {
    const words = await talk.finish(async (ctx, cause) => {
      const outcome = await act(ctx, cause);
      if (!outcome) return ctx.t('toast-no-right');
      return outcome.status === 'done' ? null : toastOf(ctx, outcome).text;
    });
    if (words) await talk.tell({ text: words });
  }

  return {
    move: forms.define({ name: 'ticket-move', version: 1, args: MoveArgs, run: move }),
    assign: forms.define({ name: 'ticket-assign', version: 1, args: TicketArgs, run: assign }),
    more: forms.define({ name: 'ticket-more', version: 2, args: TicketArgs, run: more }),
  };
}
