// «Спросить коллегу» as dialogs put it to use, and whatever they are the threads of: wired here, nothing runs by itself.

import type { Database } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logger.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { eachDue } from '../due.ts';
import type { MoreEntry } from '../handlers/more.ts';
import {
  type AskColleague,
  type AskingForm,
  type AskingFormDeps,
  createAskingForm,
} from './form.ts';
import { type AskingHandlersDeps, createAskingHandlers } from './handlers.ts';
import { type AskingOutgoingDeps, createAskingOutgoing } from './outgoing.ts';
import { createQuestionRepository } from './repository.ts';
import { type AskingService, type AskingServiceDeps, createAskingService } from './service.ts';

export interface AskingDeps
  extends Omit<AskingServiceDeps, 'questions'>,
    Omit<AskingOutgoingDeps, 'questions' | keyof AskingServiceDeps>,
    Omit<AskingFormDeps, 'asking'>,
    Pick<AskingHandlersDeps, 'refuse'> {
  readonly database: Database;
  readonly logger: Logger;
}

export interface AskingRoom {
  /** Whom and what, in a form that has begun with something else. */
  readonly ask: AskColleague;
  readonly staffRemoved: AskingService['staffRemoved'];
  readonly composer: ReturnType<typeof createAskingHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly entries: readonly MoreEntry[];
}

const AT_ONCE = 50;

export function createAsking(deps: AskingDeps): AskingRoom {
  const questions = createQuestionRepository(deps.database);
  const asking = createAskingService({ ...deps, questions });
  const { ask, form } = createAskingForm({ ...deps, asking });
  const handling = {
    ...deps,
    asking,
    form,
    questionAt: questions.findAt,
    questionOf: questions.find,
  };
  return {
    ask,
    staffRemoved: asking.staffRemoved,
    composer: createAskingHandlers(handling),
    messages: createAskingOutgoing({ ...deps, questions }),
    sweeps: [
      {
        name: 'colleague-questions',
        async run() {
          await eachDue(deps.logger, await asking.due(AT_ONCE), asking.remind);
        },
      },
    ],
    entries: [askEntry(form)],
  };
}

/** In «Ещё…»: begins the form. */
function askEntry(form: AskingForm): MoreEntry {
  return {
    code: 'ask',
    words: 'more-ask',
    offered: () => true,
    async act({ ctx, dialog: { id: dialogId } }) {
      await form.enter(ctx, { dialogId });
      return { text: '' };
    },
  };
}
