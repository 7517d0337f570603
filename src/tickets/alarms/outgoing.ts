// Alarms as they leave: made of the rows as they are then, so that nobody reads of a deadline that has been met or
// moved meanwhile.

import { speechPort } from '../../dialogs/outgoing/speech.ts';
import { inThreadInstead } from '../../dialogs/outgoing/thread-instead.ts';
import type { MessageJob, MessagePort, Outbox } from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import { wayTo } from '../desk/keyboard-views.ts';
import type { LookAtAlarm } from './looking.ts';
import type { AlarmRepository } from './repository.ts';
import type { AlarmViewDeps, AlarmViews } from './views.ts';

export interface AlarmOutgoingDeps extends AlarmViewDeps {
  readonly outbox: Outbox;
  readonly alarms: AlarmRepository;
  readonly look: LookAtAlarm;
  readonly views: AlarmViews;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
}

const IN_THREAD = 'ticket-alarm-in-thread';

/** The ports, by the names of their messages. */
export function createAlarmOutgoing(deps: AlarmOutgoingDeps): Record<string, MessagePort> {
  const { outbox, alarms, findStaff, look, views, t } = deps;

  /** How it stands now, or why there is nothing to say any more. */
  const read = ({ messages: [queued] }: MessageJob) =>
    look(Number(queued?.args.ticketId), Number(queued?.args.clockId));

  async function toPerson(job: MessageJob) {
    const [staff] = await findStaff([Number(job.messages[0]?.args.staffId)]);
    if (!staff) return { drop: 'they do not work here any more' };
    const facts = await read(job);
    if ('drop' in facts) return facts;
    const { url } = facts;
    const keyboard = url ? { keyboard: wayTo(url, staff.locale, t) } : {};
    // Past the third of an hour it comes without a sound.
    const quiet = job.messages[0]?.args.quiet === true;
    return { text: views.inPrivate(staff.locale, facts, staff.id), quiet, ...keyboard };
  }

  const onDesk = (say: typeof views.inThread) => async (job: MessageJob) => {
    const facts = await read(job);
    if ('drop' in facts) return facts;
    const desk = await alarms.deskOf(facts.ticket.dialogId);
    return desk ? { text: say(desk.locale, facts) } : { drop: 'its thread is gone' };
  };

  const instead = inThreadInstead(outbox, IN_THREAD);
  return {
    // Whoever cannot be reached in private is not the only one who should know.
    'ticket-alarm': speechPort(toPerson, (tx, settled) =>
      instead(
        tx,
        settled.filter(({ message }) => typeof message.args.dialogId === 'number'),
      ),
    ),
    [IN_THREAD]: speechPort(onDesk(views.inThread)),
    'ticket-alarm-at-desk': speechPort(onDesk(views.atDesk)),
  };
}
