// From an HTTP body to the checked arguments of a method. What does not fit the Bot API's list of
// methods and types is refused before any method sees it; where the real server has words, with those.
import { readForm } from './form.ts';
import { botApi } from './methods.ts';
import { badRequest, methodNotFound, type Refusal } from './refusal.ts';
import {
  createChecker,
  type Fields,
  isRecord,
  isUpload,
  type Problem,
  type TypeRef,
  type Upload,
} from './schema.ts';

export type Payload = Record<string, unknown>;

const checker = createChecker(botApi);
const methodNames = new Map(Object.keys(botApi.methods).map((name) => [name.toLowerCase(), name]));

/** The words of the real server, by the field that is wrong (BOTAPI.md §3.1). */
const realWords: Readonly<Record<string, string>> = {
  'InlineKeyboardButton.CallbackButton.callback_data': 'BUTTON_DATA_INVALID',
  InlineKeyboardButton: 'text buttons are unallowed in the inline keyboard',
  'ReactionTypeEmoji.emoji': 'REACTION_INVALID',
  'answerCallbackQuery.text': 'MESSAGE_TOO_LONG',
};

/** The method's name as the list writes it; the real server does not mind the case either. */
export function findMethod(name: string): string {
  const found = methodNames.get(name.toLowerCase());
  if (!found) throw methodNotFound();
  return found;
}

/**
 * Checks what was sent against the list and returns it.
 * @throws Refusal 400. A parameter the method does not have is refused too: the real server ignores
 * it, and a misspelt one would stay unnoticed until then.
 */
export function checkPayload(method: string, payload: Payload): Payload {
  const fields = fieldsOf(method);
  const unknown = Object.keys(payload).find((name) => !(name in fields));
  if (unknown) throw badRequest(`sandbox: ${method} has no parameter "${unknown}"`);
  const problem = checker.checkFields(payload, fields, method, '');
  if (problem) throw refusalFor(method, problem);
  return payload;
}

function fieldsOf(method: string): Fields {
  return botApi.methods[method] ?? {};
}

function refusalFor(method: string, problem: Problem): Refusal {
  if (problem.path === 'chat_id' && problem.rule === 'is required') {
    return badRequest('chat_id is empty');
  }
  if (problem.path === 'text' && problem.rule === 'is required') {
    return badRequest('message text is empty');
  }
  const words = realWords[problem.field];
  return badRequest(words ?? `sandbox: ${method}: ${problem.path} ${problem.rule}`);
}

/**
 * Reads the body of a request: JSON, urlencoded or multipart. In the last two everything is text or a
 * file, and is turned into what the method's list expects; `attach://name` becomes the part it names.
 */
export function readPayload(method: string, contentType: string, body: Buffer): Payload {
  if (body.length === 0) return {};
  if (contentType.startsWith('application/json')) return readJson(body);
  const fields = fieldsOf(method);
  const payload: Payload = {};
  const uploads = new Map<string, Upload>();
  for (const [name, value] of readForm(contentType, body)) {
    if (typeof value === 'string') payload[name] = fromText(value, fields[name]?.type);
    else uploads.set(name, value);
  }
  for (const [name, upload] of uploads) if (name in fields) payload[name] = upload;
  return attach(payload, uploads) as Payload;
}

function readJson(body: Buffer): Payload {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isRecord(value)) return value;
  } catch {
    // Falls through: the words are the same for what is no JSON and for what is no object.
  }
  throw badRequest("can't parse JSON object");
}

function fromText(text: string, type: TypeRef | undefined): unknown {
  if (type === undefined || type === 'string' || type === 'file') return text;
  if (type === 'number') return text.trim() === '' ? text : Number(text);
  if (type === 'boolean') return text === 'true' || text === 'True' || text === '1';
  if ('anyOf' in type && type.anyOf.includes('string') && !/^[[{]/.test(text)) {
    return type.anyOf.includes('number') && /^-?\d+$/.test(text) ? Number(text) : text;
  }
  if ('literal' in type && type.literal.includes(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function attach(value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  if (typeof value === 'string' && value.startsWith('attach://')) {
    return uploads.get(value.slice('attach://'.length)) ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => attach(item, uploads));
  if (!isRecord(value) || isUpload(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, attach(item, uploads)]),
  );
}
