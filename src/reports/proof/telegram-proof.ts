// The log of a ticket on its way to whoever asked for it. The file's own hash stands beside it, so that nobody changes
// it unnoticed.

import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';
import type { Clock } from '../../platform/clock.ts';
import { makePaper, makeSpreadsheet } from '../../platform/documents/index.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../../platform/outbox/index.ts';
import { factsOf, localeIn } from '../../platform/outbox/words.ts';
import { forClients, type TicketLog } from './log.ts';
import type { ProofFacts } from './service.ts';
import type { ProofViews } from './views.ts';

export interface ProofPortDeps {
  readonly read: (ticketId: number) => Promise<TicketLog | null>;
  readonly views: ProofViews;
  readonly clock: Clock;
}

export function createProofPort({ read, views, clock }: ProofPortDeps): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const { ticketId, format, inside } = factsOf<ProofFacts>(args);
    const whole = await read(ticketId);
    if (!whole) return { status: 'drop', reason: 'there is no such ticket' };
    const log = inside ? whole : forClients(whole);
    const locale = localeIn(args);
    const now = clock.now();
    const bytes =
      format === 'pdf'
        ? await makePaper(views.paper(locale, log, now))
        : await makeSpreadsheet(views.spreadsheet(locale, log, now));
    const payload = {
      ...targetIn(place),
      document: new InputFile(bytes, views.fileName(locale, log, format)),
      caption: views.caption(locale, log, createHash('sha256').update(bytes).digest('hex')),
    };
    return { status: 'calls', calls: [{ method: 'sendDocument', payload, repeatable: false }] };
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
