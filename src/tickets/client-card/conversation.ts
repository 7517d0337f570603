// The short forms under a client's card: what is still wrong, whether they are sure, a few words to a rating.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import { gistOf } from '../../dialogs/content.ts';
import type { DefinedForm, Forms, Talk } from '../../platform/forms/index.ts';
import { dated, read } from '../intake/conversation.ts';
import { askerOf } from '../telegram-asker.ts';
import { ticketNumber } from '../ticket.ts';
import type { OpinionService } from './opinion-service.ts';

export interface OpinionFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly service: OpinionService;
}

/** For so long a few words to a rating may follow. */
const WORDS_MINUTES = 10;
const LONGEST_WORDS = 1_000;
const LONGEST_REASON = 300;

const Args = z.object({ ticketId: z.number() });
type Form = DefinedForm<BotContext, { ticketId: number }>;

export type OpinionForms = ReturnType<typeof defineOpinionForms>;

export function defineOpinionForms({ forms, service }: OpinionFormsDeps) {
  const giveBack: Form = forms.define({
    name: 'ticket-return',
    version: 1,
    args: Args,
    async run(talk, { ticketId }) {
      const number = ticketNumber(ticketId);
      const said = await talk.message({
        prompt: { key: 'request-ask-return', args: { number } },
        read,
      });
      const status = await talk.finish(async (ctx, cause) => {
        const asker = askerOf(ctx);
        if (!asker) return 'stranger';
        const reason = gistOf(said.content).slice(0, LONGEST_REASON);
        const outcome = await service.giveBack({
          ...{ ticketId, asker, reason, cause },
          said: ({ person }) => [{ ...dated(said), personId: person.id, author: person.name }],
        });
        return outcome.status;
      });
      await tellWhyNot(talk, status);
    },
  });

  const withdraw: Form = forms.define({
    name: 'ticket-withdraw',
    version: 1,
    args: Args,
    async run(talk, { ticketId }) {
      const number = ticketNumber(ticketId);
      const answer = await talk.choice({
        prompt: { key: 'request-ask-withdraw', args: { number } },
        options: [
          { id: 'yes', label: 'request-withdraw-yes' },
          { id: 'no', label: 'request-withdraw-no' },
        ],
      });
      if (answer !== 'yes') return;
      const status = await talk.finish(async (ctx, cause) => {
        const asker = askerOf(ctx);
        return asker ? (await service.withdraw({ ticketId, asker, cause })).status : 'stranger';
      });
      await tellWhyNot(talk, status);
    },
  });

  const rateWords: Form = forms.define({
    name: 'ticket-rate-words',
    version: 1,
    minutes: WORDS_MINUTES,
    args: Args,
    async run(talk, { ticketId }) {
      const prompt = 'request-ask-rate-words';
      const words = await talk.line({ prompt, max: LONGEST_WORDS, lines: true, skip: true });
      await talk.finish(async (ctx, cause) => {
        const asker = askerOf(ctx);
        if (asker) await service.rateInWords({ ticketId, asker, words, cause });
      });
    },
  });

  return { giveBack, withdraw, rateWords };
}

/** What was done shows on the card. */
async function tellWhyNot(talk: Pick<Talk<BotContext>, 'tell'>, status: string): Promise<void> {
  if (status === 'done' || status === 'repeated') return;
  await talk.tell(`toast-request-${status}`);
}
