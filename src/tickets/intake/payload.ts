// The link by which a form that was begun in a group goes on in private: the room, the message it is about, and the
// topic where its questions stand. It gives no right: whoever opens it must be one of the room's people.

const PREFIX = 'tk_';
const PATTERN = /^tk_([0-9a-z]{1,7})_([0-9a-z]{1,7})_([0-9a-z]{1,7})$/;

export interface GoOn {
  readonly roomId: number;
  /** The message it is made of; 0: none. */
  readonly messageId: number;
  /** 0 outside of topics. */
  readonly threadId: number;
}

export function goOnPayload({ roomId, messageId, threadId }: GoOn): string {
  return PREFIX + [roomId, messageId, threadId].map((part) => part.toString(36)).join('_');
}

/** Null: it is another link. */
export function readGoOn(payload: string): GoOn | null {
  const match = PATTERN.exec(payload);
  if (!match) return null;
  const [roomId = 0, messageId = 0, threadId = 0] = match
    .slice(1)
    .map((part) => Number.parseInt(part, 36));
  return { roomId, messageId, threadId };
}
