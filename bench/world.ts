// The ids of the company that the bench plays: the stand-in and the seeded rows must agree on them.
// People and dialogs are numbered from 1; person 7 writes in dialog 7.

export const TOKEN = '4242:bench-bench-bench-bench-bench-bench';
export const BOT_ID = 4242;
export const GROUP_ID = -1_001_000_000_001;

const FIRST_USER = 10_000_000;
const FIRST_THREAD = 100;
const FIRST_CARD = 2_000_000;

export function userIdOf(person: number): number {
  return FIRST_USER + person;
}

export function threadIdOf(dialog: number): number {
  return FIRST_THREAD + dialog;
}

export function cardIdOf(dialog: number): number {
  return FIRST_CARD + dialog;
}

/** The group of a room; rooms are numbered from 1. */
export function groupIdOf(room: number): number {
  return GROUP_ID - 1_000_000 - room;
}

/** By this name of a product a notice to its exporter is known again. */
export function noticeOf(product: number | ''): string {
  return `Goods-${product}`;
}

export const NOTICES = /Goods-(\d+)/;

/** By this sign a message is known again on a card and in a thread. */
export function markOf(person: number, serial: number): string {
  return `q${person}-${serial}`;
}

export const MARKS = /q(\d+)-(\d+)/g;
