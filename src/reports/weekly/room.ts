// Weekly reports as the program puts them to use: wired here, nothing runs by itself.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { createWeeklyRepository } from './repository.ts';
import { type ClientWeek, createWeeklyService, type WeeklyServiceDeps } from './service.ts';
import { createWeeklyViews } from './views.ts';

export interface WeeklyDeps extends Omit<WeeklyServiceDeps, 'weeks'> {
  readonly t: Translate;
}

const NAME = 'weekly-reports';
const LOOK_MS = 60_000;

export function createWeekly(deps: WeeklyDeps) {
  const { clock } = deps;
  const weeks = createWeeklyRepository(deps.database);
  const service = createWeeklyService({ ...deps, weeks });
  const views = createWeeklyViews(deps.t);

  const port = speechPort(async ({ messages: [message] }) => {
    const { companyId, ...week } = factsOf<ClientWeek>(message?.args ?? {});
    const company = await weeks.company(companyId);
    const told = company && (await service.read(company, week));
    if (!told) return { drop: 'the client is not served or not told of any more' };
    const { locale, timeZone } = company;
    return { text: views.clientWeek(locale, told, { timeZone, now: clock.now() }), quiet: true };
  });

  const sweep: Sweep = {
    name: NAME,
    everyMs: LOOK_MS,
    run: () => service.tellWeeks({ kind: 'sweep', name: NAME }),
  };
  const messages: Record<string, MessagePort> = { 'weekly-client-report': port };
  return { messages, sweeps: [sweep] };
}
