// The messages about leads, by the names with which they are put into the outbox. What is told is read when
// it is told.

import type { Clock } from '../../platform/clock.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { MessagePort, Rendered } from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { AnswerRepository } from '../answer-repository.ts';
import type { LoadFacts } from '../facts.ts';
import type { LeadRepository } from '../lead-repository.ts';
import type { Alternative, StaffLeadViews } from '../staff-views.ts';
import type { VerbDeps } from '../verbs/deps.ts';
import type { LeadViews } from '../views.ts';
import { aboutLeads, createFindLead } from './about.ts';
import { inRooms, type KeepSaid } from './in-rooms.ts';
import { toExporters } from './to-exporters.ts';
import { toImporters } from './to-importers.ts';
import { toStaff } from './to-staff.ts';

export interface LeadOutgoingDeps
  extends Pick<
    VerbDeps,
    'database' | 'products' | 'sellers' | 'outbox' | 'listStaff' | 'officeHours'
  > {
  readonly leads: LeadRepository;
  readonly answers: AnswerRepository;
  readonly load: LoadFacts;
  readonly views: LeadViews;
  readonly staffViews: StaffLeadViews;
  readonly rooms: Pick<Rooms['service'], 'entryLinks' | 'find'>;
  readonly alternatives: (leadId: number) => Promise<readonly Alternative[]>;
  readonly t: Translate;
  readonly clock: Clock;
  readonly botUsername: () => string;
  readonly keepSaid: KeepSaid;
}

type Ports = Record<string, MessagePort>;

export function createLeadOutgoing(deps: LeadOutgoingDeps): Readonly<Ports> {
  const findLead = createFindLead(deps.load);
  const about = aboutLeads(findLead);
  const ports = {
    ...toExporters(deps, about),
    ...toImporters(deps, about),
    ...toStaff(deps, about, findLead),
  };
  return { ...mapped(ports, quietly), ...inRooms(deps, about) };
}

/** Without a sound where the facts ask for that. */
function quietly(port: MessagePort): MessagePort {
  return {
    ...port,
    async render(jobs) {
      const rendered = await port.render(jobs);
      return rendered.map((one, index) => {
        const args = jobs[index]?.messages[0]?.args ?? {};
        return factsOf<{ quiet?: boolean }>(args).quiet ? silenced(one) : one;
      });
    },
  };
}

function silenced(rendered: Rendered): Rendered {
  if (rendered.status === 'drop') return rendered;
  const calls = rendered.calls.map((call) => ({
    ...call,
    payload: { ...call.payload, disable_notification: true },
  }));
  return { ...rendered, calls };
}

function mapped(ports: Ports, change: (port: MessagePort) => MessagePort): Ports {
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, change(port)]));
}
