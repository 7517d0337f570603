// What is said to people at Telegram's door, and to whoever has invited them.

import type { Translate } from '../platform/i18n.ts';
import type { MessagePort } from '../platform/outbox/index.ts';
import { wordsPort } from '../platform/outbox/words.ts';
import type { RoomRole } from './room.ts';

export function createDoorOutgoing(t: Translate): Readonly<Record<string, MessagePort>> {
  return {
    ...atTheDoor(t),
    ...ofFull(t),
    'room-side-left': wordsPort<{ title: string; name: string; role: RoomRole }>(
      (locale, { role, ...facts }) => ({
        text: t(locale, 'room-side-left', { ...facts, role: t(locale, `room-role-${role}`) }),
      }),
    ),
    'room-way-gone': wordsPort<{ title: string }>((locale, { title }) => ({
      text: t(locale, 'room-way-gone', { title }),
    })),
  };
}

/** To whoever is not let in. */
function atTheDoor(t: Translate): Record<string, MessagePort> {
  const KEYS = ['room-door-closed', 'room-door-nobodys', 'room-not-yours'];
  return Object.fromEntries(
    KEYS.map((key) => [key, wordsPort((locale) => ({ text: t(locale, key) }))]),
  );
}

/** To whoever Telegram lets in nowhere, and to whoever has invited them. */
function ofFull(t: Translate): Record<string, MessagePort> {
  const KEYS = ['group-full', 'too-many-groups'].flatMap((why) => [
    `room-${why}`,
    `room-${why}-invited`,
  ]);
  const say = (key: string) =>
    wordsPort<{ title: string; name: string }>((locale, facts) => ({
      text: t(locale, key, facts),
    }));
  return Object.fromEntries(KEYS.map((key) => [key, say(key)]));
}
