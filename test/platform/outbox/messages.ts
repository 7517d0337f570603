// Messages and cards as the sender sees them, made by hand; times in milliseconds.
import type {
  Destination,
  DirtyProjection,
  QueuedMessage,
} from '../../../src/platform/outbox/message.ts';

export function message(
  id: number,
  more: Partial<Omit<QueuedMessage, 'id' | 'createdAt' | 'notBefore'>> & {
    readonly at?: number;
    readonly notBefore?: number;
  } = {},
): QueuedMessage {
  const { at = 0, notBefore = at, ...rest } = more;
  return {
    id: BigInt(id),
    destination: 'thread:1' as Destination,
    name: 'text',
    args: {},
    rank: 'speech',
    groupKey: null,
    cause: null,
    attempts: 0,
    begun: null,
    ...rest,
    notBefore: new Date(notBefore),
    createdAt: new Date(at),
  };
}

export function card(
  more: Partial<Omit<DirtyProjection, 'dirtySince'>> & { readonly dirtySince?: number } = {},
): DirtyProjection {
  const { dirtySince = 0, ...rest } = more;
  return {
    kind: 'card',
    subjectId: 1,
    destination: 'thread:1' as Destination,
    wanted: 1,
    shownHash: null,
    messageId: 500,
    ...rest,
    dirtySince: new Date(dirtySince),
  };
}
