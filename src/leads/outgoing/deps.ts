// What the messages about leads are made of.

import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Translate } from '../../platform/i18n.ts';
import type { Rooms } from '../../rooms/index.ts';
import type { AnswerRepository } from '../answer-repository.ts';
import type { LoadFacts } from '../facts.ts';
import type { LeadRepository } from '../lead-repository.ts';
import type { Alternative, StaffLeadViews } from '../staff-views.ts';
import type { VerbDeps } from '../verbs/deps.ts';
import type { LeadViews } from '../views.ts';

export interface LeadOutgoingDeps
  extends Pick<
    VerbDeps,
    'database' | 'products' | 'sellers' | 'outbox' | 'listStaff' | 'officeHours'
  > {
  readonly leads: LeadRepository;
  readonly answers: AnswerRepository;
  readonly load: LoadFacts;
  readonly views: LeadViews;
  readonly staffViews: StaffLeadViews;
  readonly rooms: Pick<Rooms['service'], 'entryLinks' | 'find'>;
  readonly alternatives: (leadId: number) => Promise<readonly Alternative[]>;
  readonly t: Translate;
  readonly clock: Clock;
  readonly botUsername: () => string;
  readonly keepSaid: KeepSaid;
}

export interface SaidForSomebody {
  readonly roomId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly personId: number | null;
  readonly author: string;
  readonly role: 'exporter' | 'manager';
  readonly text: string;
}

/** Keeps what the bot has said in a room for somebody, as theirs. */
export type KeepSaid = (tx: Tx, said: SaidForSomebody) => Promise<void>;
