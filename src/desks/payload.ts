// What a `?start=` link says about the desk it leads to, with or without a traffic source behind it:
// desk_2, desk_2__google.

/** For a link that leads to this desk. */
export function deskPayload(deskId: number): string {
  return `desk_${deskId}`;
}

const LEADING = /^desk_([1-9]\d{0,8})(?:__([\w-]+))?$/;

export interface Payload {
  /** Null: the link leads to no desk in particular. */
  readonly deskId: number | null;
  /** What is left for the traffic source; empty where nothing is. */
  readonly rest: string;
}

/** Anything that names no desk is left as it is. */
export function readPayload(payload: string): Payload {
  const [, id, rest = ''] = LEADING.exec(payload) ?? [];
  return id === undefined ? { deskId: null, rest: payload } : { deskId: Number(id), rest };
}
