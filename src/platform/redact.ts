// What must never be read in a log or an alert: bot tokens, passwords in addresses, and what people
// wrote or are called at. Telegram's tokens stand in the path of every request's URL, and an HTTP
// error repeats that URL, so they are cut out of finished text, wherever they hide.

const TOKEN_IN_PATH = /bot\d+(?::|%3a)[\w-]+/gi;
const BARE_TOKEN = /\b\d{6,}:[\w-]{30,}/g;
const PASSWORD_IN_URL = /(\/\/[^\s:/@"]*:)[^\s/@"]+@/g;

/** The same text without bot tokens and without passwords in URLs. */
export function redactSecrets(text: string): string {
  return text
    .replace(TOKEN_IN_PATH, 'bot<token>')
    .replace(BARE_TOKEN, '<token>')
    .replace(PASSWORD_IN_URL, '$1<password>@');
}

const PRIVATE_FIELDS = new Set([
  ...['text', 'caption', 'payload', 'vcard', 'phone', 'phone_number', 'phoneNumber'],
  ...['token', 'secret', 'password', 'authorization'],
]);
const DEEPEST = 8;

/**
 * A copy of a logged value in which fields that carry a message's text, a phone number or a secret
 * are named but not shown, errors are reduced to what helps (see `describeError`) and bigints are
 * strings. Below eight levels nothing is shown.
 */
export function withoutPrivateFields(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return '<deeper>';
  if (Array.isArray(value)) return value.map((item) => withoutPrivateFields(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    const hidden = PRIVATE_FIELDS.has(key) && field !== undefined && field !== null;
    copy[key] = hidden ? '<hidden>' : withoutPrivateFields(field, depth + 1);
  }
  return copy;
}

/** Facts of an error that name no content; grammY's `payload` and Postgres' `detail` are not here. */
const ERROR_FACTS = [
  'code',
  'error_code',
  'description',
  'method',
  'syscall',
  'parameters',
  'type',
];

/**
 * What a log line says of an error: class, message, where, and the chain of causes (`cause`, and
 * grammY's and Node's `error` and `errors`).
 */
function describeError(error: Error, depth = 0): Record<string, unknown> {
  const described: Record<string, unknown> = { name: error.name, message: safeMessage(error) };
  const fields = error as Error & { readonly [field: string]: unknown };
  for (const fact of ERROR_FACTS) {
    if (fields[fact] !== undefined) described[fact] = withoutPrivateFields(fields[fact], depth + 1);
  }
  described.stack = (error.stack ?? '').split('\n').filter(isFrame).slice(0, 12).join('\n');
  if (depth >= DEEPEST) return described;
  const { error: inner, errors } = fields;
  if (error.cause !== undefined) described.cause = withoutPrivateFields(error.cause, depth + 1);
  if (inner instanceof Error) described.error = describeError(inner, depth + 1);
  if (Array.isArray(errors)) described.errors = withoutPrivateFields(errors, depth + 1);
  return described;
}

/** Prisma repeats the arguments of the failed call, values and all; its last line says what is wrong. */
export function safeMessage(error: Error): string {
  if (!error.name.startsWith('PrismaClient')) return error.message;
  return error.message.trim().split('\n').at(-1) ?? '';
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
