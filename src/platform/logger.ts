// Logs that can be counted and shown to anybody: a static message plus facts in fields, one JSON line
// each on stderr, without tokens, phone numbers or a word of what people wrote.
import pino from 'pino';
import pinoPretty from 'pino-pretty';
import { redactSecrets, safeMessage, withoutPrivateFields } from './redact.ts';

export type Logger = pino.Logger;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LoggerOptions = {
  readonly level: LogLevel;
  /** Coloured lines for a person at a terminal instead of JSON. */
  readonly pretty: boolean;
  /** Where lines go; stderr unless told otherwise. */
  readonly destination?: pino.DestinationStream;
};

/** Lines are written synchronously: the last ones before a crash are those that are needed. */
export function createLogger({ level, pretty, destination }: LoggerOptions): Logger {
  const sink = destination ?? pino.destination({ fd: 2, sync: true });
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Errors are described by `formatters.log`, wherever in the line they stand.
    serializers: { err: (described: unknown) => described },
    formatters: {
      level: (label) => ({ level: label }),
      log: (line) => withoutPrivateFields(line) as Record<string, unknown>,
      bindings: (bindings) => withoutPrivateFields(bindings) as Record<string, unknown>,
    },
    hooks: { logMethod: nameBareErrors, streamWrite: redactSecrets },
  };
  return pino(options, pretty ? prettyStream(sink) : sink);
}

function prettyStream(destination: pino.DestinationStream): pino.DestinationStream {
  return pinoPretty({
    destination: destination as NodeJS.WritableStream,
    colorize: process.stderr.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    sync: true,
  });
}

/** `log.error(error)` would repeat the error's message as it is; this one is made safe first. */
function nameBareErrors(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const [first] = args as unknown[];
  if (first instanceof Error && args.length === 1) {
    method.apply(this, [{ err: first }, safeMessage(first)]);
  } else {
    method.apply(this, args);
  }
}
