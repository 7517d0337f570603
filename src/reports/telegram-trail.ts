// The trail of a room as a file on its way to whoever asked for it. The file's own hash stands beside it, so
// that nobody changes it unnoticed.

import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';
import type { Clock } from '../platform/clock.ts';
import { makePaper, makeSpreadsheet } from '../platform/documents/index.ts';
import type { Locale } from '../platform/i18n.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../platform/outbox/index.ts';
import { factsOf, localeIn } from '../platform/outbox/words.ts';
import type { Format, Trail } from './trail.ts';
import type { TrailRepository } from './trail-repository.ts';
import type { TrailViews } from './trail-views.ts';

export interface TrailPortDeps {
  readonly trails: TrailRepository;
  readonly views: TrailViews;
  readonly clock: Clock;
}

interface Asked {
  readonly roomId: number;
  readonly format: Format;
}

export function createTrailPort({ trails, views, clock }: TrailPortDeps): MessagePort {
  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const { roomId, format } = factsOf<Asked>(args);
    const trail = await trails.read(roomId);
    if (!trail) return { status: 'drop', reason: 'there is no such room' };
    const locale = localeIn(args);
    const bytes = await made(locale, trail, format);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const payload = {
      ...targetIn(place),
      document: new InputFile(bytes, views.fileName(locale, roomId, format)),
      caption: views.caption(locale, trail.title, sha256),
    };
    return { status: 'calls', calls: [{ method: 'sendDocument', payload, repeatable: false }] };
  }

  function made(locale: Locale, trail: Trail, format: Format): Promise<Uint8Array> {
    const now = clock.now();
    return format === 'pdf'
      ? makePaper(views.paper(locale, trail, now))
      : makeSpreadsheet(views.spreadsheet(locale, trail, now));
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
