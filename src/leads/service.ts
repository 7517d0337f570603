// The verbs on leads: each one transaction, its cause settled in it.

import { type AnswersDeps, createAnswers } from './verbs/answer.ts';
import { createAsking } from './verbs/ask.ts';
import { createBelonging } from './verbs/belonging.ts';
import { createLeadClosing } from './verbs/closing.ts';
import { createHandIn } from './verbs/hand-in.ts';
import { createListing } from './verbs/list.ts';
import { createNeeds } from './verbs/need.ts';
import { createOpening } from './verbs/open.ts';
import { createRescue } from './verbs/rescue.ts';
import { createSilence } from './verbs/silence.ts';
import { createStages } from './verbs/stage.ts';
import { createTalking } from './verbs/talk.ts';
import { createWaiting, type WaitingDeps } from './verbs/waiting.ts';

export type LeadServiceDeps = AnswersDeps & Pick<WaitingDeps, 'rings'>;
export type LeadService = ReturnType<typeof createLeadService>;

export function createLeadService(deps: LeadServiceDeps) {
  const { waits, ringDue } = createWaiting(deps);
  const opening = createOpening(deps, { waits });
  const { ask, ...asking } = createAsking(deps, opening);
  const { handIn, claim } = createHandIn(deps, opening, asking);
  const { takeUp, watch, roomReady, exporterOut } = createSilence(deps);
  const talking = createTalking(deps);
  const { spoke } = talking;
  const { set: setStage, advance: advanceStage } = createStages(deps);
  return {
    ...{ ask, handIn, claim, spoke, setStage, advanceStage, ringDue },
    ...{ watch, roomReady, exporterOut },
    ...createNeeds(deps, opening),
    ...createAnswers(deps, { ...talking, takeUp }),
    ...createRescue(deps, { takeUp }),
    ...createLeadClosing(deps),
    ...createListing(deps),
    ...createBelonging(deps),
  };
}
