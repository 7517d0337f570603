// «Выделить в отдельную заявку»: which message of the client's, what it is about, how urgent. Asked in the thread, from
// «Ещё…» or by /split in reply to the message.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import type { Database } from '../../platform/database/index.ts';
import type { DefinedForm, Forms, Talk, Words } from '../../platform/forms/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { CompanyRepository } from '../company-repository.ts';
import { ticketNumber, URGENCIES, type Urgency } from '../ticket.ts';
import type { SplitResult, SplitService } from './split-service.ts';
import { toastOf } from './toasts.ts';

export interface SplitFormDeps {
  readonly forms: Forms<BotContext>;
  readonly database: Database;
  readonly companies: Pick<CompanyRepository, 'types'>;
  readonly splitting: SplitService;
}

const Args = z.object({
  ticketId: z.int(),
  /** The client's message; null: it is asked for. */
  messageId: z.int().nullable(),
});
export type SplitArgs = z.infer<typeof Args>;
export type SplitForm = DefinedForm<BotContext, SplitArgs>;

export function createSplitForm(deps: SplitFormDeps) {
  const { forms, database, companies, splitting } = deps;

  async function ask(talk: Talk<BotContext>, { ticketId, messageId }: SplitArgs): Promise<void> {
    const chosen = messageId ?? (await askMessage(talk, ticketId));
    if (chosen === null) return await talk.tell('tdesk-split-nothing');
    const types = await talk.look(async ({ locale }) =>
      (await companies.types(database.prisma)).map(({ id, name }) => ({
        ...{ id: String(id), name: name[locale as Locale] },
      })),
    );
    const typeId = Number(
      await talk.choice({
        prompt: 'tdesk-split-type',
        options: types.map(({ id, name }) => ({ id, label: { text: name } })),
      }),
    );
    const urgency = (await talk.choice({
      prompt: 'tdesk-split-urgency',
      options: URGENCIES.map((id) => ({ id, label: `tdesk-urgency-${id}` })),
      columns: 2,
    })) as Urgency;
    const words = await talk.finish(async (ctx, cause): Promise<Words | null> => {
      const { staff } = ctx;
      if (!staff) return 'toast-no-right';
      const order = { cause, staff, ticketId, messageId: chosen, typeId, urgency };
      return wordsOf(ctx, await splitting.split(order));
    });
    if (words !== null) await talk.tell(words);
  }

  async function askMessage(talk: Talk<BotContext>, ticketId: number): Promise<number | null> {
    const offered = await talk.look(async ({ locale }) => [
      ...(await splitting.offered(ticketId, locale as Locale)),
    ]);
    if (offered.length === 0) return null;
    const options = offered.map(({ id, author, gist }) => ({
      id: String(id),
      label: { text: `${plainName(author, '…', 20)}: ${gist}` },
    }));
    return Number(await talk.choice({ prompt: 'tdesk-split-which', options }));
  }

  return {
    ask,
    form: forms.define({ name: 'ticket-split', version: 1, args: Args, run: ask }),
  };
}

function wordsOf(ctx: BotContext, outcome: SplitResult): Words | null {
  if (outcome.status === 'repeated') return null;
  if (outcome.status === 'done') {
    return { key: 'tdesk-split-done', args: { number: ticketNumber(outcome.opened.id) } };
  }
  if (outcome.status === 'unknown' || outcome.status === 'taken') {
    return `tdesk-split-${outcome.status}`;
  }
  return { text: toastOf(ctx, outcome).text };
}
