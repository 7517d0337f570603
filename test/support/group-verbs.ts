// What people do with groups and links: come, go, bring others, let in.
import type { SandboxClient } from '../../src/sandbox/client.ts';
import type { Place } from './people.ts';

/** A person, who has these verbs. */
type Person = { readonly id: number };

export type NewGroup = {
  readonly title: string;
  /** A forum, unless told otherwise. */
  readonly kind?: 'forum' | 'supergroup' | 'group';
  readonly members?: readonly Person[];
};

/** Part of a {@link Person}. */
export function groupVerbs(control: SandboxClient, userId: number) {
  const settle = (person: Person, { chatId }: Place, approve: boolean) =>
    control.settleJoinRequest({ userId, chatId, requesterId: person.id, approve });

  return {
    /**
     * Taps a link and does what it offers: an invite, a link to the bot with its payload, or one that
     * brings the bot into `group`. Says what came of it; nothing is thrown for a link that is dead.
     */
    opens: (link: string, group?: Place) =>
      control.openLink({ userId, link, ...(group ? { chatId: group.chatId } : {}) }),
    async createsGroup({ title, kind = 'forum', members = [] }: NewGroup): Promise<Place> {
      const memberIds = members.map(({ id }) => id);
      const { chatId } = await control.createGroup({ title, kind, ownerId: userId, memberIds });
      return { chatId };
    },
    deletesGroup: ({ chatId }: Place) => control.deleteGroup({ chatId }),
    leaves: ({ chatId }: Place) => control.leave({ userId, chatId }),
    /** Brings somebody, or the bot, into a group by hand. */
    adds: (person: Person | 'bot', { chatId }: Place) =>
      control.addMember({ chatId, userId: idOf(person), byId: userId }),
    /** Removes and bans somebody, as «Remove from group» does. */
    removes: (person: Person | 'bot', { chatId }: Place) =>
      control.kick({ chatId, userId: idOf(person), byId: userId }),
    promotes: (
      person: Person | 'bot',
      { chatId }: Place,
      rights?: Readonly<Record<string, boolean>>,
    ) =>
      control.promote({
        chatId,
        userId: idOf(person),
        byId: userId,
        ...(rights ? { rights } : {}),
      }),
    demotes: (person: Person | 'bot', { chatId }: Place) =>
      control.demote({ chatId, userId: idOf(person), byId: userId }),
    letsIn: (person: Person, place: Place) => settle(person, place, true),
    turnsAway: (person: Person, place: Place) => settle(person, place, false),
  };
}

function idOf(person: Person | 'bot'): number | 'bot' {
  return person === 'bot' ? 'bot' : person.id;
}
