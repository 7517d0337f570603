// The projections of dialogs: the card in the thread, and the name and icon of its topic.

import type { Desks } from '../../desks/index.ts';
import { kindOf } from '../../desks/kinds/kinds.ts';
import { systemCause } from '../../platform/cause.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  type ApiCall,
  type Outbox,
  type ProjectionJob,
  type ProjectionPort,
  parseDestination,
} from '../../platform/outbox/index.ts';
import { showing } from '../../platform/outbox/showing.ts';
import type { CardFacts, CardRepository, ThreadFacts } from '../card-repository.ts';
import type { CardView, CardViews } from '../card-views.ts';
import { CARD, PANEL, TOPIC, threadOf } from '../dialog-writer.ts';
import { isThreadOfSubject } from '../subject.ts';
import { type DialogSubjects, type SubjectView, subjectViews } from '../subject-port.ts';
import type { Threads } from '../threads.ts';
import type { TopicLook } from '../topic-views.ts';
import { speechBody } from './speech.ts';

export interface CardPortDeps {
  readonly cards: CardRepository;
  readonly views: CardViews;
  readonly desks: Pick<Desks['service'], 'headers'>;
  readonly topicLook: (facts: ThreadFacts, subject?: SubjectView) => TopicLook;
  readonly subjects: DialogSubjects;
  readonly threadKeeping: Pick<Threads, 'cardPosted'>;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** The ports, by their kinds. A card is posted without a sound, and pinned once where it is in its thread. */
export function createCardPorts(deps: CardPortDeps): Record<string, ProjectionPort> {
  const { cards, views, desks, topicLook, threadKeeping, outbox, clock, subjects } = deps;

  const card: ProjectionPort = {
    rank: 'card',
    async render(jobs) {
      const facts = await cards.listCards(jobs.map((job) => job.subjectId));
      const headerOf = await desks.headers();
      const shown = await subjectViews(subjects, [...facts.values()]);
      return jobs.map((job) => {
        const about = facts.get(job.subjectId);
        const own = shown.get(job.subjectId);
        if (own) return shownBy(job, own.card);
        return about ? cardCall(job, about, headerOf(about.dialog)) : null;
      });
    },
    async posted(tx, dialogId, messageId, destination) {
      if (parseDestination(destination).kind === 'card')
        return await threadKeeping.cardPosted(tx, dialogId, messageId);
      const pin = {
        destination: threadOf(dialogId),
        name: 'pin-card',
        args: { messageId },
        rank: 'adornment',
      } as const;
      await outbox.enqueue(tx, [pin], systemCause('delivery'));
    },
  };

  function cardCall(
    job: ProjectionJob,
    facts: CardFacts,
    header: Parameters<CardViews['dialogCard']>[1],
  ): ApiCall {
    return shownBy(job, views.dialogCard(facts, header, clock.now()));
  }

  const topic: ProjectionPort = {
    rank: 'adornment',
    async render(jobs) {
      const threads = await cards.listThreads(jobs.map((job) => job.subjectId));
      const byId = new Map(threads.map((facts) => [facts.dialogId, facts]));
      const shown = await viewsOf(threads);
      return jobs.map(({ subjectId, place }) => {
        const facts = byId.get(subjectId);
        if (!facts || !place.thread || 'root' in place.thread) return null;
        const payload = {
          chat_id: place.chatId,
          message_thread_id: place.thread.topic,
          ...topicLook(facts, shown.get(subjectId)),
        };
        return { method: 'editForumTopic', payload, repeatable: true };
      });
    },
  };

  const panel: ProjectionPort = {
    rank: 'card',
    async render(jobs) {
      const facts = await cards.listCards(jobs.map((job) => job.subjectId));
      const shown = await subjectViews(subjects, [...facts.values()]);
      return jobs.map((job) => {
        const about = facts.get(job.subjectId);
        // Left over from a desk where it was needed.
        if (!about || kindOf(about.dialog.deskKind).cardInThread) return null;
        const own = shown.get(job.subjectId)?.panel;
        return shownBy(job, own ?? views.panel(about, clock.now()));
      });
    },
  };

  /** What stands in these threads that is no dialog of its own. */
  async function viewsOf(threads: readonly ThreadFacts[]) {
    const ids = threads.filter(({ channel }) => isThreadOfSubject(channel));
    if (ids.length === 0) return new Map<number, SubjectView>();
    const facts = await cards.listCards(ids.map(({ dialogId }) => dialogId));
    return await subjectViews(subjects, [...facts.values()]);
  }

  return { [CARD]: card, [PANEL]: panel, [TOPIC]: topic };
}

/** The question that follows it rings; the card need not. */
function shownBy(job: ProjectionJob, view: CardView): ApiCall {
  return showing(job, speechBody(view, job.plain), { quiet: true });
}
