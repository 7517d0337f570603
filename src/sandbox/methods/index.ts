// Every method the sandbox plays, by name. One that is not here is checked, and then refused by name.

import { notSimulated, Refusal, tooManyRequests } from '../bot-api/refusal.ts';
import { checkPayload, type Payload } from '../bot-api/request.ts';
import type { CallOutcome } from '../world/call-log.ts';
import type { World } from '../world/world.ts';
import { businessMethods } from './business.ts';
import { chatInfoMethods } from './chat-info.ts';
import { chatMethods, commandMethods, pinMethods } from './chats.ts';
import { copyMethods } from './copies.ts';
import { editMethods } from './edits.ts';
import { ephemeralMethods } from './ephemeral.ts';
import { inlineMethods } from './inline.ts';
import { linkMethods } from './links.ts';
import { liveLocationMethods } from './live-locations.ts';
import { mediaMethods } from './media.ts';
import { mediaEditMethods } from './media-edits.ts';
import { memberMethods } from './members.ts';
import type { MethodCall, MethodTable } from './method.ts';
import { placeMethods } from './places.ts';
import { pressMethods } from './presses.ts';
import { textMethods } from './texts.ts';
import { topicMethods } from './topics.ts';
import { updateMethods } from './updates.ts';

export const methods: MethodTable = {
  ...updateMethods,
  ...textMethods,
  ...placeMethods,
  ...mediaMethods,
  ...copyMethods,
  ...editMethods,
  ...mediaEditMethods,
  ...ephemeralMethods,
  ...liveLocationMethods,
  ...pressMethods,
  ...inlineMethods,
  ...topicMethods,
  ...chatMethods,
  ...pinMethods,
  ...linkMethods,
  ...chatInfoMethods,
  ...memberMethods,
  ...commandMethods,
  ...businessMethods,
};

type AnyMethod = (world: World, args: Payload, call: MethodCall) => unknown;

/** Carries a call out and notes it in the log. Never throws for what the bot did wrong. */
export async function execute(
  world: World,
  method: string,
  payload: Payload,
  call: MethodCall,
): Promise<CallOutcome & { readonly parameters?: Refusal['parameters'] }> {
  try {
    const args = checkPayload(method, payload);
    assertWithinLimits(world, method, args);
    // The arguments fit the list of types, from which the method's own types are made as well.
    const run = methods[method as keyof MethodTable] as AnyMethod | undefined;
    if (!run) throw notSimulated(`method ${method}`);
    return { ok: true, result: await run(world, args, call) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, parameters } = error;
    const refusal = { ok: false as const, error_code: code, description: message };
    return parameters ? { ...refusal, parameters } : refusal;
  }
}

function assertWithinLimits(world: World, method: string, args: Payload): void {
  const chatId = Number(args.chat_id);
  if (!Number.isSafeInteger(chatId)) return;
  const seconds = world.limiter.retryAfter(method, chatId);
  if (seconds > 0) throw tooManyRequests(seconds);
}
