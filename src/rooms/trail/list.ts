// The lists of a room. Pure.

export type ListName = 'room-agreements' | 'room-checkpoints' | 'room-files' | 'room-support-why';

/** What whoever asks for a list reads where it has nothing in it. */
export const NOTHING_IN = {
  'room-agreements': 'agreements-none',
  'room-checkpoints': 'checkpoints-none-yet',
  'room-files': 'files-none',
} as const;
