// What is done about messages that did not arrive: said again, said another way, confirmed or given up.
// Managers see what is theirs, supervisors everything; each press is judged by what is so now.

import type { Cause } from '../../platform/cause.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { NewEvent } from '../../platform/events.ts';
import { settleCause } from '../../platform/inbox/index.ts';
import { destination, type JsonObject, type NewMessage } from '../../platform/outbox/index.ts';
import { type Reader, wordsFor } from '../../platform/outbox/words.ts';
import { mayManageStaff, type Staff } from '../../staff/staff.ts';
import type { Dialog } from '../dialog.ts';
import { threadOf } from '../dialog-writer.ts';
import type { Overtaken, UndeliveredLines } from '../undelivered-lines/lines.ts';
import { together } from '../verbs/album.ts';
import type { DecideOutcome, Decision } from '../verbs/decide-message.ts';
import { type NotDone, onDialog, staffEvent, type VerbDeps } from '../verbs/deps.ts';
import type { Page, Scope, TrayItem, TrayRepository } from './repository.ts';
import { type Deed, deedsFor, type Reason } from './tray.ts';

export interface TrayServiceDeps
  extends Pick<VerbDeps, 'database' | 'dialogs' | 'messages' | 'clock' | 'writer'> {
  readonly tray: TrayRepository;
  readonly undeliveredLines: Pick<UndeliveredLines, 'overtaken'>;
  /** The verb behind the button «Дошло» in the thread. */
  readonly decide: (command: {
    readonly cause: Cause;
    readonly staff: Staff;
    readonly messageId: number;
    readonly decision: Decision;
  }) => Promise<DecideOutcome>;
}

export interface DealCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  readonly messageId: number;
  readonly deed: Deed;
}

export type DealOutcome =
  | NotDone
  | { readonly status: 'done' }
  /** It has arrived meanwhile, or a colleague was quicker. */
  | { readonly status: 'no-longer' }
  | { readonly status: 'not-yours' };

export interface DealAllCommand {
  readonly cause: Cause;
  readonly staff: Staff;
  /** Whose list it was pressed in: what stands there is meant. */
  readonly owner: Staff;
  readonly reason: Reason;
  readonly deed: 'repeat' | 'drop';
  /** The newest message that was seen. */
  readonly upTo: number;
}

/** So many in one transaction; the rest stays in the tray for the next press. */
const AT_ONCE = 500;

export type TrayService = ReturnType<typeof createTrayService>;

/** Each verb happens once for its cause, and leaves in the log who did it. */
export function createTrayService(deps: TrayServiceDeps) {
  const { database, dialogs, messages, tray, writer, clock, decide, undeliveredLines } = deps;

  async function deal(command: DealCommand): Promise<DealOutcome> {
    const { cause, staff, messageId, deed } = command;
    const item = await tray.find(scopeOf(staff), messageId);
    if (!item) return { status: (await tray.find('all', messageId)) ? 'not-yours' : 'no-longer' };
    if (deed === 'arrived') return decide({ cause, staff, messageId, decision: 'arrived' });
    return onDialog<DealOutcome>(deps, cause, item.dialogId, async (tx, dialog) => {
      const now = await tray.find('all', messageId, tx);
      if (!now || !deedsFor(now).includes(deed)) return { status: 'no-longer' };
      await carryOut(tx, { ...command, deed }, [{ dialog, item: now }]);
      return { status: 'done' };
    });
  }

  /** How many there were to do it about; `repeated` where the cause came before. */
  async function dealWithAll(
    command: DealAllCommand,
  ): Promise<
    { readonly status: 'repeated' } | { readonly status: 'done'; readonly count: number }
  > {
    const { cause, staff, owner, reason, deed, upTo } = command;
    const page = { reason, offset: 0, limit: AT_ONCE };
    return database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return { status: 'repeated' };
      const wanted = await tray.list(scopeOf(owner), page, tx);
      const ids = [...new Set(wanted.map(({ dialogId }) => dialogId))];
      const locked = new Map((await dialogs.lock(tx, ids)).map((dialog) => [dialog.id, dialog]));
      // Read again, now that nobody else can decide about them.
      const items = (await tray.list(scopeOf(owner), page, tx)).flatMap((item) => {
        const dialog = locked.get(item.dialogId);
        const isMeant = item.messageId <= upTo && deedsFor(item).includes(deed);
        return dialog && isMeant ? [{ dialog, item }] : [];
      });
      if (items.length > 0) await carryOut(tx, { cause, staff, deed }, items);
      return { status: 'done', count: items.length };
    });
  }

  async function carryOut(
    tx: Tx,
    { cause, staff, deed }: Pick<DealCommand, 'cause' | 'staff' | 'deed'>,
    dealt: readonly { readonly dialog: Dialog; readonly item: TrayItem }[],
  ): Promise<void> {
    const items = dealt.map(({ item }) => item);
    const answers = partsOf(items, 'answer');
    const copies = partsOf(items, 'copy');
    const isDropped = deed === 'drop';
    if (isDropped) await tray.dropAnswers(tx, answers);
    else await messages.setDelivery(tx, answers, 'queued', null, clock.now());
    await tray.settleCopies(tx, copies, clock.now());
    const told = await undeliveredLines.overtaken(tx, answersIn(items));
    const sent = isDropped ? [] : items.flatMap((item) => sayings(item, deed, told));
    const unique = new Map(dealt.map(({ dialog }) => [dialog.id, dialog]));
    await writer.write(
      tx,
      {
        changes: [...unique.values()].map((dialog) => ({ before: dialog, after: dialog })),
        events: [...items.map((item) => eventOf(item, staff, deed)), ...told.events],
        messages: [...sent, ...told.messages],
      },
      cause,
    );
  }

  function sayings(item: TrayItem, deed: Deed, { carried }: Overtaken): NewMessage[] {
    const way: JsonObject = deed === 'plain' || deed === 'words' ? { way: deed } : {};
    const place =
      item.direction === 'answer'
        ? { destination: destination('client', item.addressId), name: 'answer' }
        : {
            destination: threadOf(item.dialogId),
            name: item.elsewhere ? 'said-elsewhere' : 'client-said',
          };
    const album = together('album', item.mediaGroupId, clock.now());
    return item.partIds.map((messageId) => ({
      ...place,
      args: { messageId, ...way, ...carried(messageId) },
      ...album,
    }));
  }

  /** Answers `/undelivered`, as it is when it is read. */
  async function tell(cause: Cause, staff: Staff, reader: Reader): Promise<void> {
    await database.inTransaction(async (tx) => {
      if (!(await settleCause(tx, cause, clock.now()))) return;
      const message = wordsFor(reader, 'undelivered', { staffId: staff.id });
      await writer.write(tx, { changes: [], events: [], messages: [message] }, cause);
    });
  }

  return {
    deal,
    dealWithAll,
    tell,
    count: tray.count,
    countByReason: (staff: Staff) => tray.countByReason(scopeOf(staff)),
    list: (staff: Staff, page: Page) => tray.list(scopeOf(staff), page),
    find: (staff: Staff, messageId: number) => tray.find(scopeOf(staff), messageId),
  };
}

function scopeOf({ id, role }: Staff): Scope {
  return mayManageStaff(role) ? 'all' : { staffId: id };
}

function answersIn(items: readonly TrayItem[]) {
  const answers = items.filter(({ direction }) => direction === 'answer');
  return answers.flatMap(({ dialogId, partIds }) => partIds.map((id) => ({ id, dialogId })));
}

function partsOf(items: readonly TrayItem[], direction: TrayItem['direction']): number[] {
  return items.flatMap((item) => (item.direction === direction ? item.partIds : []));
}

const EVENTS: Readonly<Record<TrayItem['direction'], { repeat: string; drop: string }>> = {
  answer: { repeat: 'answer-repeated', drop: 'answer-dropped' },
  copy: { repeat: 'copy-repeated', drop: 'copy-dropped' },
};

function eventOf(
  { messageId, dialogId, direction, reason }: TrayItem,
  { id }: Staff,
  deed: Deed,
): NewEvent {
  const type = EVENTS[direction][deed === 'drop' ? 'drop' : 'repeat'];
  const way: JsonObject = deed === 'drop' || deed === 'repeat' ? {} : { way: deed };
  return staffEvent(type, dialogId, id, { messageId, reason, ...way });
}
