// What is said about reminders, as it is when it leaves.

import type { Clock } from '../../platform/clock.ts';
import {
  type MessagePort,
  type Outbox,
  parseDestination,
  type QueuedMessage,
} from '../../platform/outbox/index.ts';
import type { AudienceRepository, DialogNotice, Person } from '../audience-repository.ts';
import { numberIn } from '../outgoing/signs.ts';
import { type Saying, speechPort } from '../outgoing/speech.ts';
import { inThreadInstead } from '../outgoing/thread-instead.ts';
import type { Reminder, ReminderRepository } from './repository.ts';
import type { ReminderViews } from './views.ts';

export interface ReminderOutgoingDeps {
  readonly reminders: ReminderRepository;
  readonly audience: Pick<AudienceRepository, 'dialogNotices' | 'employees'>;
  readonly views: ReminderViews;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface Subject {
  readonly reminder: Reminder;
  readonly about: DialogNotice;
  readonly person: Person;
}

/** The ports of these words, by the names of their messages. */
export function createReminderOutgoing(deps: ReminderOutgoingDeps): Record<string, MessagePort> {
  const { reminders, audience, views, outbox, clock } = deps;

  return {
    'reminder-choices': speechPort(async ({ messages: [message] }): Promise<Saying> => {
      if (!message) return { drop: 'nothing to say' };
      const { id } = parseDestination(message.destination);
      const about = (await audience.dialogNotices([id])).get(id);
      if (!about) return { drop: 'there is no such dialog' };
      const { problem, replyTo } = message.args;
      const shown = typeof problem === 'string' ? problem : null;
      const speech = views.choices(about.deskLocale, id, shown);
      return { ...speech, replyTo: typeof replyTo === 'number' ? replyTo : undefined };
    }),
    'reminder-set': about(({ reminder, about: { deskLocale }, person }) =>
      reminder.isOpen
        ? views.isSet(deskLocale, reminder, person.name, clock.now())
        : { drop: 'it is over' },
    ),
    reminder: about(
      ({ reminder, about, person }) => views.ringing(person.locale, reminder, about),
      inThreadInstead(outbox, 'reminder-in-thread'),
    ),
    'reminder-in-thread': about(({ reminder, about, person }) =>
      views.ringingInThread(reminder, about, person),
    ),
  };

  function about(say: (subject: Subject) => Saying, settled?: MessagePort['settled']): MessagePort {
    return speechPort(async ({ messages: [message] }) => {
      const subject = await subjectOf(message);
      return subject ? say(subject) : { drop: 'there is no such reminder' };
    }, settled);
  }

  async function subjectOf(message: QueuedMessage | undefined): Promise<Subject | null> {
    const reminder = await reminders.find(numberIn(message, 'reminderId'));
    if (!reminder) return null;
    const { dialogId, staffId } = reminder;
    const about = (await audience.dialogNotices([dialogId])).get(dialogId);
    const person = (await audience.employees([staffId])).get(staffId);
    return about && person ? { reminder, about, person } : null;
  }
}
