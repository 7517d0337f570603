// What an exporter's people read of a lead in private.

import { formatDate } from '../../platform/dates.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import type { AnswerRepository } from '../answer-repository.ts';
import type { About, AboutLead } from './about.ts';
import type { LeadOutgoingDeps } from './deps.ts';
import { untold } from './untold.ts';

export interface ToExportersDeps
  extends Pick<
    LeadOutgoingDeps,
    | 't'
    | 'views'
    | 'rooms'
    | 'database'
    | 'outbox'
    | 'clock'
    | 'officeHours'
    | 'listStaff'
    | 'leads'
    | 'sellers'
  > {
  readonly answers: AnswerRepository;
}

export function toExporters(deps: ToExportersDeps, about: AboutLead): Record<string, MessagePort> {
  const { views, t, rooms } = deps;
  const linkOf = async ({ entryId }: About) =>
    entryId === undefined ? null : ((await rooms.entryLinks([entryId])).get(entryId) ?? null);
  return {
    'lead-notice': {
      ...wordsPort<About>(
        about(async (locale, lead, facts) => views.notice(locale, lead, await linkOf(facts))),
      ),
      settled: untold(deps),
    },
    'lead-nudge': wordsPort<About>(
      about((locale, lead) => views.reminder(locale, 'lead-nudge', lead)),
    ),
    'lead-reminder': wordsPort<About>(
      about((locale, lead) => views.reminder(locale, 'lead-reminder', lead)),
    ),
    ...ofFirstAnswers(deps, about),
    'lead-promise': wordsPort<About>(about((locale, lead) => views.promise(locale, lead))),
    'lead-promise-noted': wordsPort<{ dueAt: string; zone: string }>((locale, { dueAt, zone }) => ({
      text: t(locale, 'lead-promise-noted', { date: formatDate(locale, zone, new Date(dueAt)) }),
    })),
  };
}

function ofFirstAnswers(
  { views, answers, database }: ToExportersDeps,
  about: AboutLead,
): Record<string, MessagePort> {
  return {
    'lead-draft': wordsPort<About & { personId: number }>(
      about(async (locale, lead, { leadId, personId }) => {
        const draft = await answers.draft(database.prisma, { leadId, personId });
        return views.draft(locale, lead, draft && !draft.isSent ? draft.text : null);
      }),
    ),
    'lead-draft-closed': wordsPort<About & { name: string }>(
      about((locale, lead, { name }) => views.draftClosed(locale, lead, name)),
    ),
  };
}
