// The messages about leads, by the names with which they are put into the outbox. What is told is read when
// it is told.

import type { MessagePort, Rendered } from '../../platform/outbox/index.ts';
import { factsOf } from '../../platform/outbox/words.ts';
import { aboutLeads, createFindLead } from './about.ts';
import type { LeadOutgoingDeps } from './deps.ts';
import { inRooms } from './in-rooms.ts';
import { toExporters } from './to-exporters.ts';
import { toImporters } from './to-importers.ts';
import { toStaff } from './to-staff.ts';

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
