// What stands in a room's /menu. Features add their own items through the composition root; each is a
// command as well. The menu finds out who asks and shows what they may do; the service behind an item asks
// again.

import type { BotContext } from '../../context.ts';
import type { Screen } from '../../platform/screens/index.ts';
import type { Visitor } from '../rights.ts';
import type { PlacedRoom } from '../room.ts';

export interface RoomVisitor extends Visitor {
  readonly room: PlacedRoom;
}

/** Where an item shows itself: in the place of the menu, or of the command by which it was asked for. */
export interface Stage {
  /** Shows this, with a way back to the menu. What its buttons carry comes back to the same item. */
  show(screen: Screen): Promise<void>;
  /** The menu goes away: what was asked for is done, or goes on elsewhere (a form). `words` to the person alone. */
  leave(words?: string): Promise<void>;
  /** Words to the person alone; the menu stays as it is. */
  tell(words: string): Promise<void>;
}

export interface RoomMenuItem {
  /** At most 8 letters; stands in buttons. */
  readonly id: string;
  /** The key of what it is called, there and in the list of commands. */
  readonly label: string;
  /** Without «/». */
  readonly command: string;
  /** Commands of the same thing that have no place in the menu: offered to whoever is offered this. */
  readonly besides?: readonly { readonly command: string; readonly label: string }[];
  /** The feature answers the command itself (it takes words after it, say); here it is only listed. */
  readonly answersCommand?: boolean;
  /** The order in the menu, from small to large: people 10…, papers 20…, money 30…, help 40…, the room 50…. */
  readonly rank: number;
  /** It is offered in a closed room as well: it only shows what is kept, or calls for help. */
  readonly whenClosed?: true;
  isFor(visitor: Visitor): boolean;
  /** The key of why it is not for somebody, where that is not simply that others do it there. */
  refusal?(visitor: Visitor): string | null;
  /** Chosen in the menu, or by its command. */
  open(ctx: BotContext, visitor: RoomVisitor, stage: Stage): Promise<void>;
  /** One of the buttons that it has shown, by what it carries. */
  pressed?(ctx: BotContext, visitor: RoomVisitor, data: string, stage: Stage): Promise<void>;
}

/** Whether somebody is offered it in this room now. */
export function isOffered(item: RoomMenuItem, visitor: Visitor): boolean {
  return item.isFor(visitor) && (visitor.room.closed === null || item.whenClosed === true);
}
