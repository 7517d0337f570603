import { createLogger, type Logger } from '../../src/platform/logger.ts';

export const silentLogger: Logger = createLogger({ level: 'silent', pretty: false });

export type LogLine = { readonly level: string; readonly msg: string } & Record<string, unknown>;

/** A logger whose lines a test can read. */
export function createMemoryLogger(): { logger: Logger; lines: LogLine[]; raw: () => string } {
  const written: string[] = [];
  const lines: LogLine[] = [];
  const destination = {
    write(line: string) {
      written.push(line);
      lines.push(JSON.parse(line) as LogLine);
    },
  };
  const logger = createLogger({ level: 'trace', pretty: false, destination });
  return { logger, lines, raw: () => written.join('') };
}
