// What stands in threads for a while, drawn from the dialog as it is when it leaves.

import { systemCause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Locale } from '../../platform/i18n.ts';
import type {
  MessageJob,
  MessagePort,
  Outbox,
  SettledMessage,
} from '../../platform/outbox/index.ts';
import type { Staff } from '../../staff/staff.ts';
import type { AudienceRepository } from '../audience-repository.ts';
import type { Dialog } from '../dialog.ts';
import type { DialogRepository } from '../dialog-repository.ts';
import type { ThreadMenuKind, ThreadMenuRepository } from '../thread-menu-repository.ts';
import { menuGone } from '../verbs/open-list.ts';
import type { Speech } from '../views.ts';
import { callPort, numberIn } from './signs.ts';
import { type Saying, speechPort } from './speech.ts';

/** What a list of one kind says to somebody about a dialog. */
export type MenuView = (
  dialog: Dialog,
  staff: Staff,
  locale: Locale,
) => Omit<Speech, 'quiet'> | Promise<Omit<Speech, 'quiet'>>;

export interface ThreadMenusDeps {
  readonly menus: ThreadMenuRepository;
  readonly dialogs: Pick<DialogRepository, 'find'>;
  readonly audience: Pick<AudienceRepository, 'dialogNotices'>;
  readonly findStaff: (ids: readonly number[]) => Promise<readonly Staff[]>;
  readonly menuViews: Readonly<Record<ThreadMenuKind, MenuView>>;
  readonly outbox: Outbox;
}

/** The ports of the lists and of what takes them away. */
export function createThreadMenus(deps: ThreadMenusDeps): Record<string, MessagePort> {
  const { menus, dialogs, audience, findStaff, menuViews, outbox } = deps;

  async function say({ messages: [queued] }: MessageJob): Promise<Saying> {
    const menu = await menus.find(numberIn(queued, 'menuId'));
    if (!menu || menu.closed) return { drop: 'another list was opened, or it came too late' };
    const [staff] = await findStaff([menu.staffId]);
    const dialog = await dialogs.find(menu.dialogId);
    if (!staff || !dialog) return { drop: 'there is no such dialog or employee' };
    const about = (await audience.dialogNotices([dialog.id])).get(dialog.id);
    const view = await menuViews[menu.kind](dialog, staff, about?.deskLocale ?? 'ru');
    return { ...view, quiet: true };
  }

  async function noteSent(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    for (const { message, settlement } of settled) {
      const [messageId] = settlement.status === 'sent' ? settlement.messageIds : [];
      if (settlement.status !== 'sent' || messageId === undefined) continue;
      const at = { chatId: settlement.chatId, messageId };
      const menu = await menus.place(tx, numberIn(message, 'menuId'), at);
      // Closed while it was on its way: it must not stay.
      if (menu?.closed)
        await outbox.enqueue(tx, [menuGone(menu.dialogId, menu.id)], systemCause('tidying'));
    }
  }

  const gone = callPort(async ({ place, messages: [queued] }) => {
    const menu = await menus.find(numberIn(queued, 'menuId'));
    if (!menu?.at || menu.at.chatId !== place.chatId) return null;
    const payload = { chat_id: place.chatId, message_id: menu.at.messageId };
    return { method: 'deleteMessage', payload, repeatable: true };
  });

  async function noteGone(tx: Tx, settled: readonly SettledMessage[]): Promise<void> {
    await menus.forget(
      tx,
      settled.map(({ message }) => numberIn(message, 'menuId')),
    );
  }

  return {
    'thread-menu': speechPort(say, noteSent),
    'thread-menu-gone': { ...gone, settled: noteGone },
  };
}
