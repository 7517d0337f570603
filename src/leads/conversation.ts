// The short forms about leads: what an importer needs, the words of a first answer, a date that is promised.

import { z } from 'zod';
import type { BotContext } from '../context.ts';
import type { DefinedForm, Forms, Talk } from '../platform/forms/index.ts';
import { LONGEST_ANSWER } from './lead.ts';
import type { LeadService } from './service.ts';
import type { AnswerOutcome } from './verbs/answer.ts';

export interface LeadFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly service: LeadService;
}

/** A request is a few lines, no document. */
const LONGEST_REQUEST = 1_000;
/** As long as a lead waits for it. */
const NEED_MINUTES = 10;
const FARTHEST_DAYS = 180;

export type LeadForms = ReturnType<typeof defineLeadForms>;

export function defineLeadForms({ forms, service }: LeadFormsDeps) {
  const need: DefinedForm<BotContext, { leadId: number; product: string; exporter: string }> =
    forms.define({
      name: 'lead-need',
      version: 1,
      minutes: NEED_MINUTES,
      args: z.object({ leadId: z.number(), product: z.string(), exporter: z.string() }),
      async run(talk, { leadId, product, exporter }) {
        const request = await talk.line({
          prompt: { key: 'lead-ask', args: { product, exporter } },
          max: LONGEST_REQUEST,
          lines: true,
          skip: true,
        });
        await talk.finish((ctx, cause) =>
          service.tell({ leadId, userId: ctx.from?.id ?? 0, request, cause }),
        );
      },
    });

  const answer: DefinedForm<BotContext, { leadId: number }> = forms.define({
    name: 'lead-answer',
    version: 1,
    args: z.object({ leadId: z.number() }),
    async run(talk, { leadId }) {
      const text = await talk.line({
        prompt: 'lead-answer-words',
        max: LONGEST_ANSWER,
        lines: true,
      });
      const outcome = await talk.finish((ctx, cause) =>
        service.change({ leadId, userId: ctx.from?.id ?? 0, text, cause }),
      );
      await tellWhyNot(talk, 'answer', outcome);
    },
  });

  const promise: DefinedForm<BotContext, { leadId: number; timeZone: string }> = forms.define({
    name: 'lead-promise',
    version: 1,
    args: z.object({ leadId: z.number(), timeZone: z.string() }),
    async run(talk, { leadId, timeZone }) {
      const day = await talk.date({ prompt: 'lead-promise-date', timeZone, toDays: FARTHEST_DAYS });
      const outcome = await talk.finish((ctx, cause) =>
        service.promise({ leadId, userId: ctx.from?.id ?? 0, day, cause }),
      );
      await tellWhyNot(talk, 'promise', outcome);
    },
  });

  return { need, answer, promise };
}

/** What was done says so itself. */
async function tellWhyNot(
  talk: Pick<Talk<BotContext>, 'tell'>,
  form: 'answer' | 'promise',
  outcome: AnswerOutcome,
): Promise<void> {
  const { status } = outcome;
  if (status === 'done' || status === 'repeated') return;
  const name = 'name' in outcome ? outcome.name : '';
  await talk.tell({ key: `lead-${form}-${status}`, args: { name } });
}
