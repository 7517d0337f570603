// The morning digest as dialogs put it to use: wired here, nothing runs by itself.

import type { Translate } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Staff } from '../../staff/staff.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import { createDigestRepository } from './repository.ts';
import { createDigestService, type DigestServiceDeps } from './service.ts';
import { createDigestView } from './views.ts';

export interface DigestDeps extends Omit<DigestServiceDeps, 'digests'> {
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  /** How many messages wait in the tray. */
  readonly countUndelivered: () => Promise<number>;
  readonly t: Translate;
  readonly timeZone: string;
}

export interface Digest {
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
}

const LONGEST = 10;
const LOOK_MS = 30_000;
const NAME = 'morning-digest';

/** A message for each supervisor and desk, read from the rows when it leaves. */
export function createDigest(deps: DigestDeps): Digest {
  const { database, desks, findStaff, countUndelivered, clock } = deps;
  const digests = createDigestRepository(database);
  const service = createDigestService({ ...deps, digests });
  const view = createDigestView(deps);

  const port = speechPort(async ({ messages: [message] }): Promise<Saying> => {
    const [person] = await findStaff([numberIn(message, 'staffId')]);
    const all = await desks.listDesks();
    const desk = all.find(({ id }) => id === numberIn(message, 'deskId'));
    if (!person || !desk) return { drop: 'there is no such desk or employee any more' };
    const now = clock.now();
    const morning = await digests.morning(desk.id, now, LONGEST);
    if (morning.total === 0) return { drop: 'nobody waits any more' };
    const deskName = all.length > 1 ? (desk.department ?? desk.title) : null;
    const undelivered = await countUndelivered();
    return view(person.locale, { ...morning, deskName, undelivered }, now);
  });

  const sweep: Sweep = {
    name: NAME,
    everyMs: LOOK_MS,
    run: () => service.tellMornings({ kind: 'sweep', name: NAME }),
  };
  return { messages: { [NAME]: port }, sweeps: [sweep] };
}
