// «Свои даты»: asked for in words; the same report of those days comes as a message of its own.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import type { DefinedForm, Forms } from '../../platform/forms/index.ts';
import { type AskedPeriod, MOST_YEARS } from './asking.ts';
import type { ReportService } from './service.ts';

export interface DatesFormDeps {
  readonly forms: Pick<Forms<BotContext>, 'define'>;
  readonly service: Pick<ReportService, 'again'>;
  readonly read: (text: string) => AskedPeriod;
}

const Args = z.object({ reportId: z.int() });
const MOST_WORDS = 60;

export type DatesForm = DefinedForm<BotContext, z.infer<typeof Args>>;

export function createDatesForm({ forms, service, read }: DatesFormDeps): DatesForm {
  return forms.define({
    name: 'report-dates',
    version: 1,
    args: Args,
    async run(talk, { reportId }) {
      const check = (text: string) => {
        const asked = read(text);
        return asked.status === 'read' ? null : whyNot(asked, text);
      };
      const text = await talk.line({ prompt: 'report-ask-dates', max: 100, check });
      const outcome = await talk.finish(async ({ staff }, cause) => {
        const asked = read(text);
        if (!staff || asked.status !== 'read') return 'no-right';
        const { status } = await service.again({ cause, staff, reportId, period: asked.period });
        return status;
      });
      if (outcome === 'gone' || outcome === 'no-right') await talk.tell(`toast-report-${outcome}`);
    },
  });
}

/** What is wrong about these days, and what to do. */
export function whyNot(
  { status }: Exclude<AskedPeriod, { readonly status: 'read' }>,
  text: string,
) {
  const words = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
  return { key: `report-dates-${status}`, args: { words, years: MOST_YEARS } };
}
