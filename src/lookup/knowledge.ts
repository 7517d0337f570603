// What words after a command may name at this moment: employees, labels, desks, channels; and what the
// locale files call everything else.

import type { LabelService } from '../clients/index.ts';
import type { Desks } from '../desks/index.ts';
import type { Clock } from '../platform/clock.ts';
import { LOCALES, type Translate } from '../platform/i18n.ts';
import type { StaffDoor } from '../staff/index.ts';
import type { Known, Reading } from './query-in-words.ts';
import { createVocabulary } from './vocabulary.ts';

export interface KnowledgeDeps {
  readonly labels: LabelService;
  readonly listStaff: StaffDoor['service']['listStaff'];
  readonly listDesks: Desks['service']['listDesks'];
  readonly channels: readonly string[];
  readonly t: Translate;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Words of all languages are understood at once. */
export function createKnowledge(deps: KnowledgeDeps) {
  const { labels, listStaff, listDesks, t, timeZone, clock } = deps;
  const inAll = (key: string) => LOCALES.map((locale) => t(locale, key));
  const vocabulary = createVocabulary((meaning) =>
    LOCALES.map((locale) => t(locale, `lookup-word-${meaning}`)),
  );
  const channels = deps.channels.map((code) => ({
    code,
    names: LOCALES.map((locale) => t(locale, `channel-${code}`)),
  }));
  const dateTags = { day: inAll('tag-day'), month: inAll('tag-month'), week: inAll('tag-week') };

  async function knownNow(): Promise<Known> {
    const [staff, all, desks] = await Promise.all([listStaff(), labels.list(), listDesks()]);
    return { staff, labels: all, desks, channels };
  }

  /** `asker`: the number of the employee who asks. */
  async function reading(asker: number): Promise<Reading> {
    return {
      vocabulary,
      known: await knownNow(),
      dateTags,
      clientTags: inAll('tag-client'),
      labelTags: inAll('tag-label'),
      asker,
      timeZone,
      now: clock.now(),
    };
  }

  return { knownNow, reading };
}
