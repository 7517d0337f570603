// Which screen of the tray somebody sees: read as it is now, put into words. Pages that have emptied give
// way to what is left.

import type { Clock } from '../../platform/clock.ts';
import type { Locale } from '../../platform/i18n.ts';
import type { Staff } from '../../staff/staff.ts';
import type { Speech } from '../views.ts';
import type { TrayService } from './service.ts';
import type { Reason } from './tray.ts';
import { PAGE_SIZE, type TrayViews } from './views.ts';

export interface TrayScreensDeps {
  readonly service: TrayService;
  readonly views: TrayViews;
  readonly clock: Clock;
}

export type TrayScreens = ReturnType<typeof createTrayScreens>;

/** All screens are of `owner`'s list. */
export function createTrayScreens({ service, views, clock }: TrayScreensDeps) {
  async function reasons(locale: Locale, owner: Staff): Promise<Speech> {
    return views.reasons(locale, owner.id, await service.countByReason(owner));
  }

  /** A page of a reason, or the last that there is; the reasons, where there is none. */
  async function list(locale: Locale, owner: Staff, reason: Reason, page: number): Promise<Speech> {
    const pile = (await service.countByReason(owner)).get(reason);
    if (!pile) return reasons(locale, owner);
    const last = Math.ceil(pile.count / PAGE_SIZE) - 1;
    const at = Math.min(page, last);
    const items = await service.list(owner, { reason, offset: at * PAGE_SIZE, limit: PAGE_SIZE });
    const shown = { reason, items, page: at, total: pile.count, newest: pile.newest };
    return views.list(locale, owner.id, shown, clock.now());
  }

  /** One message; the reasons, where it is in the tray no more. */
  async function item(locale: Locale, owner: Staff, messageId: number): Promise<Speech> {
    const found = await service.find(owner, messageId);
    if (!found) return reasons(locale, owner);
    return views.item(locale, owner.id, found, clock.now());
  }

  /** The question before all of a reason that stood there are given up. */
  async function areYouSure(locale: Locale, owner: Staff, reason: Reason, upTo: number) {
    const pile = (await service.countByReason(owner)).get(reason);
    if (!pile) return reasons(locale, owner);
    return views.areYouSure(locale, owner.id, reason, upTo, pile.count);
  }

  return { reasons, list, item, areYouSure };
}
