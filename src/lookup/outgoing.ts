// What lookup says through the outbox: lists and answers to commands, made when they leave.

import type { LabelOutcome, LabelService } from '../clients/index.ts';
import { speechPort } from '../dialogs/outgoing/speech.ts';
import type { Clock } from '../platform/clock.ts';
import type { MessagePort } from '../platform/outbox/index.ts';
import { factsOf, localeIn, wordsPort } from '../platform/outbox/words.ts';
import type { DialogListService } from './dialog-list-service.ts';
import type { FindViews } from './find-views.ts';
import type { LabelViews } from './label-views.ts';
import type { Known } from './query-in-words.ts';
import type { LookupViews } from './views.ts';
import type { WordSearchService } from './word-search-service.ts';

export interface LookupOutgoingDeps {
  readonly dialogList: DialogListService;
  readonly labels: LabelService;
  readonly views: LookupViews;
  readonly labelViews: LabelViews;
  readonly wordSearch: WordSearchService;
  readonly findViews: FindViews;
  readonly knownNow: () => Promise<Known>;
  readonly clock: Clock;
}

/** The ports, by the names of their messages. Whoever asked is looking: nothing rings. */
export function createLookupOutgoing(deps: LookupOutgoingDeps): Record<string, MessagePort> {
  const { dialogList, labels, views, labelViews, wordSearch, findViews, knownNow, clock } = deps;

  return {
    'dialog-list': speechPort(async ({ messages: [message] }) => {
      const { lookupId } = factsOf<{ readonly lookupId: number }>(message?.args ?? {});
      const page = await dialogList.find(lookupId);
      if (!page) return { drop: 'the list is gone' };
      return { ...views.dialogList(page, await knownNow(), 'pages', clock.now()), quiet: true };
    }),
    'word-hits': speechPort(async ({ messages: [message] }) => {
      const { lookupId } = factsOf<{ readonly lookupId: number }>(message?.args ?? {});
      const page = await wordSearch.find(lookupId);
      if (!page) return { drop: 'the list is gone' };
      return { ...findViews.hitList(page, clock.now()), quiet: true };
    }),
    'label-menu': speechPort(async ({ messages: [message] }) => {
      const args = message?.args ?? {};
      const { clientId } = factsOf<{ readonly clientId: number }>(args);
      const offered = await labels.offer(clientId);
      return { ...labelViews.menu(localeIn(args), clientId, offered), quiet: true };
    }),
    'label-outcome': wordsPort<LabelOutcome>((locale, outcome) => ({
      text: labelViews.outcome(locale, outcome),
    })),
  };
}
