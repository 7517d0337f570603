// What employees read of leads in private.

import { dropping } from '../../platform/outbox/dropping.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { factsOf, wordsPort } from '../../platform/outbox/words.ts';
import type { About, AboutLead, FindLead } from './about.ts';
import type { LeadOutgoingDeps } from './deps.ts';
import type { Untold } from './untold.ts';

type Deps = Pick<
  LeadOutgoingDeps,
  'staffViews' | 'clock' | 'alternatives' | 'database' | 'leads' | 'sellers' | 'rooms'
>;

export function toStaff(
  deps: Deps,
  about: AboutLead,
  findLead: FindLead,
): Record<string, MessagePort> {
  const { staffViews, clock, alternatives } = deps;
  const silent = wordsPort<About>(
    about((locale, lead) => staffViews.silent(locale, lead, clock.now())),
  );
  const told = wordsPort<About & { personId: number; why: Untold }>(
    about((locale, lead, facts) => staffViews.untold(locale, lead, facts)),
  );
  return {
    'lead-silent': silent,
    'lead-untold': whileUnanswered(told, findLead),
    'lead-phones': wordsPort<About>(
      about((locale, lead) => ({ text: staffViews.phones(locale, lead) })),
    ),
    'lead-others': wordsPort<About>(
      about(async (locale, lead, { leadId }) =>
        staffViews.others(locale, lead, await alternatives(leadId)),
      ),
    ),
    'lead-waits': waitingPort(deps, findLead),
    'lead-manager': managerPort(deps, about),
  };
}

/** Of an exporter who is not here: all that wait, as it is when it is told. Nothing where nobody waits. */
function waitingPort(
  { staffViews, leads, sellers, database: { prisma } }: Deps,
  findLead: FindLead,
): MessagePort {
  interface Facts {
    readonly companyId: number;
  }
  const port = wordsPort<Facts>(async (locale, { companyId }) => {
    const [seller] = await sellers.find(prisma, [companyId]);
    if (!seller) throw new Error(`there is no exporter ${companyId}`);
    const ids = await leads.waitingFor(prisma, companyId);
    const [only] = ids.length === 1 ? ids : [];
    if (only !== undefined) return staffViews.oneWaits(locale, await findLead(only));
    return staffViews.manyWait(locale, seller, await leads.waitingProducts(prisma, companyId));
  });
  return dropping(port, async (args) => {
    const { companyId } = factsOf<Facts>(args);
    const isIdle = (await leads.waitingFor(prisma, companyId)).length === 0;
    return isIdle ? 'nobody waits' : null;
  });
}

/** The way into a new room of their exporter; nothing to whoever is in it already. */
function managerPort({ staffViews, rooms }: Deps, about: AboutLead): MessagePort {
  const linkOf = async ({ entryId = 0 }: About) =>
    (await rooms.entryLinks([entryId])).get(entryId) ?? null;
  const port = wordsPort<About>(
    about(async (locale, lead, facts) => staffViews.newRoom(locale, lead, await linkOf(facts))),
  );
  return dropping(port, async (args) =>
    (await linkOf(factsOf<About>(args))) === null ? 'the way in is closed' : null,
  );
}

/** What was put off till the morning need not be said when all is well by then. */
function whileUnanswered(port: MessagePort, findLead: FindLead): MessagePort {
  return dropping(port, async (args) => {
    const { lead } = await findLead(factsOf<About>(args).leadId);
    return lead.answeredAt ? 'answered meanwhile' : null;
  });
}
