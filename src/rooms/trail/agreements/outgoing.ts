// Agreements as they are shown and told of, from the rows as they are when it leaves.

import { type Saying, speechBody, speechPort } from '../../../dialogs/outgoing/speech.ts';
import type { MessagePort, ProjectionJob, ProjectionPort } from '../../../platform/outbox/index.ts';
import { showing } from '../../../platform/outbox/showing.ts';
import type { Looking } from '../looking.ts';
import type { Speech } from '../speech-views.ts';
import type { AgreementRepository, PlacedAgreement } from './repository.ts';
import { AGREEMENT } from './service.ts';
import type { AgreementFacts, AgreementViews } from './views.ts';

export interface AgreementOutgoingDeps {
  readonly agreements: Pick<AgreementRepository, 'find' | 'page'>;
  readonly looking: Looking;
  readonly views: AgreementViews;
}

const PAGE = 5;

/** The ports, and a page of the list for whoever turns it. */
export function createAgreementOutgoing({ agreements, looking, views }: AgreementOutgoingDeps) {
  const projection: ProjectionPort = {
    rank: 'card',
    render: (jobs) => Promise.all(jobs.map(draw)),
  };

  async function draw(job: ProjectionJob) {
    const facts = await factsOf(job.subjectId);
    return facts && callOf(job, views.card(facts), facts);
  }

  async function factsOf(id: number): Promise<AgreementFacts | null> {
    const [placed] = await agreements.find([id]);
    const seen = placed && (await looking(placed.agreement.roomId, peopleOf(placed)));
    return placed && seen ? { ...placed, ...seen } : null;
  }

  function said(say: (facts: AgreementFacts) => Speech): MessagePort {
    return speechPort(async ({ messages: [message] }): Promise<Saying> => {
      const facts = await factsOf(Number(message?.args.agreementId));
      if (!facts) return { drop: 'there is no such agreement' };
      const { message: about, chatId } = facts;
      return { ...say(facts), replyTo: about.chatId === chatId ? about.messageId : undefined };
    });
  }

  /** Null: there is no such room. `page` from 0; beyond the last it is the last. */
  async function list(roomId: number, page: number) {
    const total = (await agreements.page(roomId, { skip: 0, take: 1 })).total;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(page, pages - 1);
    const { list: found } = await agreements.page(roomId, { skip: shown * PAGE, take: PAGE });
    const seen = await looking(roomId, found.flatMap(peopleOf));
    return seen && views.list({ ...seen, list: found, page: shown, pages });
  }

  return {
    list,
    projections: { [AGREEMENT]: projection },
    messages: {
      'room-agreement-done': said(views.done),
      'room-agreement-changed': said(views.changed),
      'room-agreements': speechPort(async ({ messages: [message] }): Promise<Saying> => {
        const shown = await list(Number(message?.args.roomId), 0);
        return shown ?? { drop: 'there is no such room' };
      }),
    },
  };
}

/** Under the words that it fixes, where they stand in the chat that the room has now. */
function callOf(job: ProjectionJob, view: Speech, facts: AgreementFacts) {
  const { chatId, messageId: said } = facts.message;
  const replyTo = chatId === job.place.chatId ? said : undefined;
  return showing(job, speechBody(view, job.plain), { replyTo });
}

function peopleOf({ agreement }: PlacedAgreement): number[] {
  const { fixed, confirmed, withdrawn } = agreement;
  return [fixed, confirmed.exporter, confirmed.other, withdrawn].flatMap((deed) =>
    deed ? [deed.byId] : [],
  );
}
