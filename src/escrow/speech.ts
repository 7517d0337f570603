// What is read of deals, by the clock of their room: each zone's views are made once.

import type { Translate } from '../platform/i18n.ts';
import { createNoticeViews, type NoticeViews } from './notice-views.ts';
import { createPaperViews, type PaperViews } from './paper-views.ts';
import { createEscrowViews, type EscrowViews } from './views.ts';

export interface Speech {
  readonly views: EscrowViews;
  readonly notices: NoticeViews;
  readonly papers: PaperViews;
}

/** `timeZone`: IANA. */
export type SpeechIn = (timeZone: string) => Speech;

export function createSpeech(t: Translate): SpeechIn {
  const made = new Map<string, Speech>();

  return (timeZone) => {
    const known = made.get(timeZone);
    if (known) return known;
    const views = createEscrowViews(t, timeZone);
    const speech = {
      views,
      notices: createNoticeViews(t, views),
      papers: createPaperViews(t, views, timeZone),
    };
    made.set(timeZone, speech);
    return speech;
  };
}
