// The two lines to Telegram: one on which calls are made and given up after a while, and one on which
// a poll may wait as long as Telegram lets it.

import { Api, type RawApi } from 'grammy';
import type { PollerDeps } from '../inbox/index.ts';
import type { CallApi } from '../outbox/index.ts';

/** Longer than the longest poll (50 s); in seconds. */
const POLL_PATIENCE = 65;

/** Makes calls named at run time, as the outbox does. */
export function callerOf(api: Api): CallApi {
  // grammY has a type for each method; here one is called whose name is known at run time only.
  const methods = api.raw as unknown as Record<string, (payload: object) => Promise<unknown>>;
  return async (method, payload) => {
    const call = methods[method];
    if (!call) throw new Error(`no method ${method}`);
    return call(payload);
  };
}

/** getUpdates on a line of its own, given up after 65 s; throws what grammY throws. */
export function pollerOf(token: string, apiRoot: string): PollerDeps['getUpdates'] {
  const raw: RawApi = new Api(token, { apiRoot, timeoutSeconds: POLL_PATIENCE }).raw;
  return (request, signal) => {
    // grammY asks for the polyfilled type of an older Node; Node's own signal is the same thing.
    return raw.getUpdates({ ...request }, signal as Parameters<RawApi['getUpdates']>[1]);
  };
}
