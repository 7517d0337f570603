// The environment, read once and checked whole: everything the program is told from outside. Nothing
// else reads process.env. A bad setting is named with its rule; its value may be a secret and is never
// repeated.
import { isIP } from 'node:net';
import { z } from 'zod';
import { LOG_LEVELS, type LogLevel } from './platform/logger.ts';

const positive = (rule: string) => z.coerce.number(rule).positive(rule);
const wholeNumber = (rule: string, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number(rule).int(rule).min(0, rule).max(max, rule);
const url = (rule: string, protocol: RegExp) =>
  z.url({ protocol, error: rule }).transform((address) => address.replace(/\/+$/, ''));

const TIME_OF_DAY = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const WORK_HOURS_RULE = 'must be hours like 09:00-21:00, within one day';
const WEBHOOK_RULE =
  'must be an https address without a name and a password in it (http goes to this machine alone)';
const LIMIT_RULE = 'must be a number, 0 or more (0: no limit)';

/** Every variable with its rule and its default; `.env.example` names the same, by a test. */
export const Environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be the token @BotFather gave, like 123456:ABC-DEF')
    .optional(),
  TELEGRAM_API_ROOT: url('must be an http(s) address', /^https?$/).default(
    'https://api.telegram.org',
  ),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\/\S+$/,
      'must be an address like postgresql://user:password@host/name',
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: wholeNumber('must be a port, 0 to 65535 (0 picks a free one)', 65_535).default(8080),
  PUBLIC_URL: url('must be an http(s) address', /^https?$/).optional(),
  ADMIN_IDS: z
    .string()
    .regex(/^\d{1,15}(?:[\s,]+\d{1,15})*$/, 'must be Telegram ids, parted by commas')
    .transform((list) => list.split(/[\s,]+/).map(Number))
    .default([]),
  INTAKE_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  TRACKER_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  INTAKE_PER_MINUTE: wholeNumber(LIMIT_RULE).default(600),
  WEBHOOK_URL: z.string().refine(isSafeAddress, WEBHOOK_RULE).optional(),
  WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(/[\s,]+/))
    .refine(
      (list) => list.every(isNetwork),
      'must be addresses or networks like 10.0.0.0/8, parted by commas',
    )
    .default([]),
  DEFAULT_LOCALE: z.enum(['ru', 'en'], 'must be ru or en').default('ru'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone like Europe/Moscow')
    .default('Europe/Moscow'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  COMPANY_NAME: z.string().max(64, 'must have at most 64 characters').default('Deskroom'),
  // With the zone above and the minutes below: what the company promises its clients (seed 001).
  WORK_HOURS: z
    .string()
    .regex(new RegExp(`^${TIME_OF_DAY}-(?:${TIME_OF_DAY}|24:00)$`), WORK_HOURS_RULE)
    .transform((hours) => ({ from: hours.slice(0, 5), to: hours.slice(6) }))
    .refine(({ from, to }) => from < to, WORK_HOURS_RULE)
    .default({ from: '09:00', to: '21:00' }),
  ANSWER_MINUTES: positive('must be a number of minutes above 0').default(30),
  REOPEN_HOURS: z.coerce
    .number('must be a number of hours, 0 or more')
    .min(0, 'must be a number of hours, 0 or more')
    .default(72),
  LEADS_PER_DAY: wholeNumber('must be a number above 0')
    .min(1, 'must be a number above 0')
    .default(10),
  LEAD_ANSWER_MINUTES: positive('must be a number of minutes above 0').default(30),
  TICKETS_PER_HOUR: wholeNumber('must be a number above 0')
    .min(1, 'must be a number above 0')
    .default(20),
  TICKETS_PER_DAY: wholeNumber('must be a number above 0')
    .min(1, 'must be a number above 0')
    .default(200),
  RAISE_MINUTES: positive('must be a number of minutes above 0').default(30),
  ROOM_STOCK: wholeNumber('must be a number of groups, 0 or more').default(3),
  EXPORTERS_AUTO_CONFIRM: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  UNKNOWN_OUTCOME: z.enum(['repeat', 'ask'], 'must be repeat or ask').default('repeat'),
  OUTBOX_OVERALL_PER_SECOND: wholeNumber(LIMIT_RULE).default(30),
  OUTBOX_CHAT_PER_SECOND: z.coerce.number(LIMIT_RULE).min(0, LIMIT_RULE).default(1),
  OUTBOX_CHAT_BURST: wholeNumber(LIMIT_RULE).default(3),
  OUTBOX_GROUP_PER_MINUTE: wholeNumber(LIMIT_RULE).default(20),
});

/** Telegram's limits on sending; 0 lifts one. Edits count as sends (BOTAPI §3.2). */
export type OutboxLimits = {
  readonly overallPerSecond: number;
  readonly chatPerSecond: number;
  readonly chatBurst: number;
  readonly groupPerMinute: number;
};

type CommonConfig = {
  readonly database: { readonly url: string | undefined; readonly dataDir: string };
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | undefined;
    /** Signs what the marketplace sends; without it that door is closed. */
    readonly intakeSecret: string | undefined;
    /** Signs what the company's own system of record asks and changes of tickets; without it that door is closed. */
    readonly trackerSecret: string | undefined;
    /** Requests of the intake a minute from one address; 0: no limit. */
    readonly intakePerMinute: number;
    /** Whose X-Forwarded-For is believed; empty: nobody's. */
    readonly trustedProxies: readonly string[];
  };
  /** Where each change of a ticket is told, and what signs it; null: nowhere. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly outbox: {
    readonly limits: OutboxLimits;
    /** A text to a client that may or may not have arrived: sent again, or held until staff decide. */
    readonly unknownOutcome: 'repeat' | 'ask';
  };
  readonly company: {
    readonly name: string;
    readonly defaultLocale: 'ru' | 'en';
    readonly timeZone: string;
    /** In `timeZone`, as «09:00». */
    readonly workHours: { readonly from: string; readonly to: string };
    readonly answerMinutes: number;
    readonly reopenHours: number;
    /** How many groups are to lie ready for new rooms before staff are asked for more. */
    readonly roomStock: number;
    /** Exporters whom the marketplace has announced need no decision of staff. */
    readonly exportersAutoConfirm: boolean;
    /** New tickets of one person within an hour, and of one client company within a day. */
    readonly ticketLimits: { readonly perPersonHour: number; readonly perCompanyDay: number };
    /** New leads of one importer within a day. */
    readonly leadsPerDay: number;
    /** Working minutes of an exporter to the first answer. */
    readonly leadAnswerMinutes: number;
    /** Working minutes after which what nobody has answered in a room is raised, where no contract says otherwise. */
    readonly raiseMinutes: number;
  };
  /** Telegram ids of those who are admins from the first start; empty: a one-time code decides. */
  readonly adminIds: readonly number[];
  readonly logLevel: LogLevel;
};

export type TelegramConfig = CommonConfig & {
  readonly mode: 'telegram';
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
};
export type SandboxConfig = CommonConfig & { readonly mode: 'sandbox' };
export type Config = SandboxConfig | TelegramConfig;

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One sentence a setting: its name and its rule. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads an environment; an empty variable counts as one that is not there. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): ConfigResult {
  const given = Object.entries(env)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = Environment.safeParse(Object.fromEntries(given));
  if (result.success) return checkPairs(result.data);
  const problems = result.error.issues.map(
    ({ path, message }) => `${path[0]?.toString()} ${message}`,
  );
  return { ok: false, problems };
}

/** What is checked only where every setting by itself is good. */
function checkPairs(env: z.infer<typeof Environment>): ConfigResult {
  if (env.WEBHOOK_URL && !env.WEBHOOK_SECRET) {
    return { ok: false, problems: ['WEBHOOK_SECRET must be set where WEBHOOK_URL is'] };
  }
  return { ok: true, config: toConfig(env) };
}

function toConfig(env: z.infer<typeof Environment>): Config {
  const common = toCommon(env);
  if (!env.BOT_TOKEN) return { mode: 'sandbox', ...common };
  return { mode: 'telegram', token: env.BOT_TOKEN, apiRoot: env.TELEGRAM_API_ROOT, ...common };
}

function toCommon(env: z.infer<typeof Environment>): CommonConfig {
  return {
    database: { url: env.DATABASE_URL, dataDir: env.DATA_DIR },
    http: {
      host: env.HTTP_HOST,
      port: env.HTTP_PORT,
      publicUrl: env.PUBLIC_URL,
      intakeSecret: env.INTAKE_SECRET,
      trackerSecret: env.TRACKER_SECRET,
      intakePerMinute: env.INTAKE_PER_MINUTE,
      trustedProxies: env.TRUSTED_PROXIES,
    },
    webhook: webhookOf(env),
    outbox: {
      limits: {
        overallPerSecond: env.OUTBOX_OVERALL_PER_SECOND,
        chatPerSecond: env.OUTBOX_CHAT_PER_SECOND,
        chatBurst: env.OUTBOX_CHAT_BURST,
        groupPerMinute: env.OUTBOX_GROUP_PER_MINUTE,
      },
      unknownOutcome: env.UNKNOWN_OUTCOME,
    },
    company: {
      name: env.COMPANY_NAME,
      defaultLocale: env.DEFAULT_LOCALE,
      timeZone: env.TIME_ZONE,
      workHours: env.WORK_HOURS,
      answerMinutes: env.ANSWER_MINUTES,
      reopenHours: env.REOPEN_HOURS,
      roomStock: env.ROOM_STOCK,
      exportersAutoConfirm: env.EXPORTERS_AUTO_CONFIRM === 'yes',
      ticketLimits: { perPersonHour: env.TICKETS_PER_HOUR, perCompanyDay: env.TICKETS_PER_DAY },
      leadsPerDay: env.LEADS_PER_DAY,
      leadAnswerMinutes: env.LEAD_ANSWER_MINUTES,
      raiseMinutes: env.RAISE_MINUTES,
    },
    adminIds: env.ADMIN_IDS,
    logLevel: env.LOG_LEVEL,
  };
}

function webhookOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }: z.infer<typeof Environment>) {
  return url && secret ? { url, secret } : null;
}

/** Nobody on the way reads it, or there is no way. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

/** An address, or a network as `address/bits`. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
