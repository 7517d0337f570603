// What the Bot API says when it says no: the exact words of the real server, in one place.
import type { ResponseParameters } from '@grammyjs/types';

/** A call that is answered with `ok: false`. Thrown by methods, turned into an answer by the server. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }
}

export function badRequest(words: string): Refusal {
  return new Refusal(400, `Bad Request: ${words}`);
}

export function forbidden(words: string): Refusal {
  return new Refusal(403, `Forbidden: ${words}`);
}

export function unauthorized(): Refusal {
  return new Refusal(401, 'Unauthorized');
}

export function methodNotFound(): Refusal {
  return new Refusal(404, 'Not Found: method not found');
}

export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

export function terminatedByOtherPoll(): Refusal {
  return new Refusal(
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );
}

export function terminatedByWebhook(): Refusal {
  return new Refusal(409, 'Conflict: terminated by setWebhook request');
}

export function webhookIsActive(): Refusal {
  return new Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
}

export function upgradedTo(chatId: number): Refusal {
  return new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: chatId,
  });
}

export function notModified(): Refusal {
  return badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
}

export function queryTooOld(): Refusal {
  return badRequest('query is too old and response timeout expired or query ID is invalid');
}

/** Not the real server's words: this exists in the Bot API, and the sandbox does not play it. */
export function notSimulated(what: string): Refusal {
  return new Refusal(501, `Not Implemented: sandbox: ${what} is not simulated`);
}
