// The verbs on exporters, gathered. Each has its effect once for its cause.

import { type Company, REGISTRATION } from './exporter.ts';
import { createAnnounce } from './verbs/announce.ts';
import { createColleagues } from './verbs/colleagues.ts';
import { createDecide } from './verbs/decide.ts';
import type { VerbDeps } from './verbs/deps.ts';
import { createEffects } from './verbs/effects.ts';
import { createHandOver } from './verbs/hand-over.ts';
import { createManagerChange } from './verbs/manager-change.ts';
import { createOpenLink } from './verbs/open-link.ts';
import { createPart } from './verbs/part.ts';
import { createRegister } from './verbs/register.ts';
import { createRemind } from './verbs/remind.ts';
import { createStaffSide } from './verbs/staff-side.ts';

export interface ExporterServiceDeps extends VerbDeps {
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

export type ExporterService = ReturnType<typeof createExporterService>;

export function createExporterService(deps: ExporterServiceDeps) {
  const effects = createEffects(deps);
  const managing = createManagerChange(deps, effects);

  /** For the exporter alone: whoever opens it registers the company. */
  function registrationLink({ code }: Pick<Company, 'code'>): string {
    return `https://t.me/${deps.botUsername()}?start=${REGISTRATION}${code}`;
  }

  return {
    announce: createAnnounce(deps, effects, managing),
    decide: createDecide(deps, effects),
    openLink: createOpenLink(deps),
    part: createPart(deps, effects),
    ...createStaffSide(deps, managing),
    ...createHandOver(deps, managing),
    remind: createRemind(deps),
    ...createRegister(deps, effects),
    ...createColleagues(deps, effects),
    registrationLink,
  };
}
