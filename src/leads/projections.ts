// What shows a lead as it stands: a line in the exporter's own group, a card at the desk.

import type { Clock } from '../platform/clock.ts';
import type { Locale } from '../platform/i18n.ts';
import type { ApiCall, ProjectionJob, ProjectionPort } from '../platform/outbox/index.ts';
import { showing } from '../platform/outbox/showing.ts';
import { plainBody, type View } from '../platform/outbox/words.ts';
import type { LeadFacts, LoadFacts } from './facts.ts';
import type { StaffLeadViews } from './staff-views.ts';
import { LEAD_CARD, LEAD_LINE } from './verbs/deps.ts';
import type { LeadViews } from './views.ts';

export interface LeadProjectionsDeps {
  readonly load: LoadFacts;
  readonly views: LeadViews;
  readonly staffViews: StaffLeadViews;
  readonly clock: Clock;
  /** The language of the desk. */
  readonly deskLocale: () => Promise<Locale>;
}

export function createLeadProjections(
  deps: LeadProjectionsDeps,
): Readonly<Record<string, ProjectionPort>> {
  const { load, views, staffViews, clock, deskLocale } = deps;

  async function draw(
    jobs: readonly ProjectionJob[],
    view: (facts: LeadFacts) => View,
  ): Promise<(ApiCall | null)[]> {
    const facts = await load(jobs.map(({ subjectId }) => subjectId));
    return jobs.map((job) => {
      const about = facts.get(job.subjectId);
      return about ? callOf(job, view(about)) : null;
    });
  }

  return {
    [LEAD_LINE]: {
      rank: 'adornment',
      render: (jobs) => draw(jobs, (facts) => ({ text: views.line(facts.seller.locale, facts) })),
    },
    [LEAD_CARD]: {
      rank: 'adornment',
      async render(jobs) {
        const locale = await deskLocale();
        return await draw(jobs, (facts) => staffViews.desk(locale, facts, clock.now()));
      },
    },
  };
}

/** Without a sound: the exporter's people hear of it alone, staff when there is something to do. */
function callOf(job: ProjectionJob, view: View): ApiCall {
  return showing(job, plainBody(view), { quiet: true });
}
