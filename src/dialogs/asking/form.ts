// «Спросить коллегу»: whom, and what. Asked in the thread; it ends with one call of the service.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import type { DefinedForm, Forms, Talk, Words } from '../../platform/forms/index.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { NamedColleague } from '../verbs/colleagues.ts';
import { LONGEST_QUESTION } from './question.ts';
import type { AskingService } from './service.ts';

export interface AskingFormDeps {
  readonly forms: Forms<BotContext>;
  readonly service: { readonly colleagues: (dialogId: null) => Promise<readonly NamedColleague[]> };
  readonly asking: Pick<AskingService, 'ask'>;
}

const Args = z.object({ dialogId: z.int() });
export type AskingArgs = z.infer<typeof Args>;
export type AskingForm = DefinedForm<BotContext, AskingArgs>;
export type AskColleague = (talk: Talk<BotContext>, args: AskingArgs) => Promise<void>;

const MOST_COLLEAGUES = 20;

export function createAskingForm({ forms, service, asking }: AskingFormDeps) {
  const ask: AskColleague = async (talk, { dialogId }) => {
    const people = await talk.look(async (ctx) => {
      const others = (await service.colleagues(null)).filter(({ id }) => id !== ctx.staff?.id);
      return others.slice(0, MOST_COLLEAGUES).map(({ id, name, onDuty }) => ({
        id: String(id),
        name: onDuty ? ctx.t('asking-on-duty', { name }) : plainName(name, '…'),
      }));
    });
    if (people.length === 0) return await talk.tell('asking-nobody');
    const options = people.map(({ id, name }) => ({ id, label: { text: name } }));
    const ofId = Number(await talk.choice({ prompt: 'asking-who', options }));
    const asked = {
      prompt: 'asking-what',
      max: LONGEST_QUESTION,
      lines: true,
      skip: true,
    } as const;
    const words = (await talk.line(asked)) ?? '';
    const told = await talk.finish(async ({ staff }, cause): Promise<Words | null> => {
      if (!staff) return 'toast-no-right';
      const { status } = await asking.ask({ cause, staff, dialogId, ofId, words });
      return status === 'asked' || status === 'repeated' ? null : `asking-${status}`;
    });
    if (told !== null) await talk.tell(told);
  };

  return { ask, form: forms.define({ name: 'ask-colleague', version: 1, args: Args, run: ask }) };
}
