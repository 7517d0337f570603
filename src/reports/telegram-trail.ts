// The trail of a room as a file on its way to whoever asked for it. The file's own hash stands beside it, so
// that nobody changes it unnoticed.

import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';
import type { Clock } from '../platform/clock.ts';
import { makePaper, makeSpreadsheet } from '../platform/documents/index.ts';
import {
  type MessageJob,
  type MessagePort,
  type Rendered,
  targetIn,
} from '../platform/outbox/index.ts';
import { factsOf, localeIn } from '../platform/outbox/words.ts';
import type { Format, Trail } from './trail.ts';
import type { TrailRepository } from './trail-repository.ts';
import type { createTrailSheet } from './trail-sheet.ts';
import type { Reading, TrailViews } from './trail-views.ts';

export interface TrailPortDeps {
  readonly trails: TrailRepository;
  readonly views: TrailViews;
  readonly sheet: ReturnType<typeof createTrailSheet>;
  readonly clock: Clock;
  /** The house's, by which employees read. */
  readonly timeZone: string;
}

interface Asked {
  readonly roomId: number;
  readonly format: Format;
  /** Employees read by the clock of the house, everybody else by that of the room. */
  readonly isStaff: boolean;
}

export function createTrailPort(deps: TrailPortDeps): MessagePort {
  const { trails, views, sheet, clock } = deps;

  async function renderOne({ messages: [message], place }: MessageJob): Promise<Rendered> {
    const args = message?.args ?? {};
    const { roomId, format, isStaff } = factsOf<Asked>(args);
    const trail = await trails.read(roomId);
    if (!trail) return { status: 'drop', reason: 'there is no such room' };
    const locale = localeIn(args);
    const timeZone = (isStaff ? null : trail.timeZone) ?? deps.timeZone;
    const bytes = await made(trail, format, { locale, timeZone, now: clock.now() });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const payload = {
      ...targetIn(place),
      document: new InputFile(bytes, views.fileName(locale, roomId, format)),
      caption: views.caption(locale, trail.title, sha256),
    };
    return { status: 'calls', calls: [{ method: 'sendDocument', payload, repeatable: false }] };
  }

  function made(trail: Trail, format: Format, reading: Reading): Promise<Uint8Array> {
    return format === 'pdf'
      ? makePaper(views.paper(trail, reading))
      : makeSpreadsheet(sheet(trail, reading));
  }

  return { render: (jobs) => Promise.all(jobs.map(renderOne)) };
}
