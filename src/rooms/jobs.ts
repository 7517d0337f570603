// What the clock does about rooms: the stock is kept, groups in trouble are looked at again, and the people of
// those that are back are looked for.

import { systemCause } from '../platform/cause.ts';
import type { Sweep } from '../platform/sweeps.ts';
import type { RollService } from './roll-service.ts';
import type { GroupSite } from './stock.ts';
import type { StockService } from './stock-service.ts';

export interface RoomJobsDeps {
  readonly stock: StockService;
  readonly roll: RollService;
  readonly lookAt: (chatId: number) => Promise<GroupSite>;
}

const STOCK_EVERY_MS = 10_000;
const ROLL_EVERY_MS = 10_000;
/** Telegram tells of most repairs by itself. */
const LOOK_EVERY_MS = 5 * 60_000;
/** Groups at one look, for each takes four calls. */
const AT_ONCE = 5;

export function createRoomJobs({ stock, roll, lookAt }: RoomJobsDeps): readonly Sweep[] {
  let last = 0;

  async function lookAgain(): Promise<void> {
    const troubled = await stock.inTrouble(last, AT_ONCE);
    last = troubled.at(-1)?.id ?? 0;
    for (const { chatId } of troubled) {
      await stock.noteSite({ site: await lookAt(chatId), cause: systemCause('look') });
    }
  }

  return [
    { name: 'room-stock', everyMs: STOCK_EVERY_MS, run: stock.keep },
    { name: 'room-roll', everyMs: ROLL_EVERY_MS, run: roll.call },
    { name: 'room-trouble', everyMs: LOOK_EVERY_MS, run: lookAgain },
  ];
}
