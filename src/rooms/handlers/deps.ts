// What the handlers of rooms are given.

import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import type { Staff } from '../../staff/staff.ts';
import type { ClaimService } from '../claim-service.ts';
import type { DoorService } from '../door-service.ts';
import type { MemberService } from '../member-service.ts';
import type { RoomService } from '../service.ts';
import type { StockPeople } from '../stock-people.ts';
import type { StockService } from '../stock-service.ts';

export interface RoomHandlersDeps {
  readonly stock: StockService;
  readonly stockPeople: StockPeople;
  readonly rooms: RoomService;
  readonly members: MemberService;
  readonly claims: ClaimService;
  readonly doors: DoorService;
  /** The employee behind a Telegram user; null: they do not work here. */
  readonly staffByUser: (userId: number) => Promise<Staff | null>;
  readonly replyNow: ReplyNow;
}
