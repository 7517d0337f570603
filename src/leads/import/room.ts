// Products out of a spreadsheet that an employee sends with the words «/import».

import { LOCALES, type Locale, type Translate } from '../../platform/i18n.ts';
import type { MessagePort } from '../../platform/outbox/index.ts';
import { wordsPort } from '../../platform/outbox/words.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { ListedCommand } from '../../platform/telegram/command-menu.ts';
import type { ReplyNow } from '../../platform/telegram/reply-now.ts';
import { ROLES } from '../../staff/staff.ts';
import type { Column, CsvProblem, CsvWords } from './csv.ts';
import { createImportHandlers } from './handlers.ts';
import { createImportRepository } from './repository.ts';
import { createImportService, type ImportServiceDeps } from './service.ts';

export interface ImportDeps extends Omit<ImportServiceDeps, 'imports' | 'words'> {
  readonly t: Translate;
  readonly replyNow: ReplyNow;
}

export interface Import {
  /** Comes before whoever takes what employees write. */
  readonly composer: ReturnType<typeof createImportHandlers>;
  readonly messages: Readonly<Record<string, MessagePort>>;
  readonly sweeps: readonly Sweep[];
  readonly commands: readonly ListedCommand[];
}

type Named = { readonly fileName: string };

/** What came of a spreadsheet. */
type Outcome = Named &
  (
    | {
        readonly status: 'read';
        readonly created: number;
        readonly updated: number;
        readonly unchanged: number;
        readonly wrong: number;
        readonly named: readonly CsvProblem[];
      }
    | { readonly status: 'no-columns'; readonly missing: readonly Column[] }
    | { readonly status: 'unreadable' | 'too-many' | 'empty' | 'too-large' | 'gone' | 'failed' }
  );

export function createImport(deps: ImportDeps): Import {
  const { t } = deps;
  const imports = createImportRepository();
  const service = createImportService({ ...deps, imports, words: readWords(t) });
  return {
    composer: createImportHandlers({ service, replyNow: deps.replyNow }),
    messages: {
      'import-taken': wordsPort<Named>((locale, { fileName }) => ({
        text: t(locale, 'import-taken', { name: fileName }),
      })),
      'import-read': wordsPort<Outcome>((locale, outcome) => ({
        text: outcomeWords(t, locale, outcome),
      })),
    },
    sweeps: [{ name: 'product-import', everyMs: 2_000, run: service.readNext }],
    commands: [{ command: 'import', words: 'import-menu', where: ['private'], roles: ROLES }],
  };
}

/** How people call the columns, in every language: a file follows nobody's interface. */
function readWords(t: Translate): CsvWords {
  const list = (key: string) =>
    LOCALES.flatMap((locale) => t(locale, key).split(','))
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '');
  const column = (name: Column) => list(`import-column-${name}`);
  return {
    columns: {
      external_id: column('external_id'),
      exporter_id: column('exporter_id'),
      name: column('name'),
      url: column('url'),
      category: column('category'),
      is_offered: column('is_offered'),
    },
    no: list('import-word-no'),
  };
}

function outcomeWords(t: Translate, locale: Locale, outcome: Outcome): string {
  const { fileName: name } = outcome;
  if (outcome.status === 'no-columns') {
    const title = (column: Column) => t(locale, `import-column-${column}`).split(',')[0] ?? column;
    const columns = outcome.missing.map((column) => `«${title(column)}»`).join(', ');
    return t(locale, 'import-no-columns', { name, columns });
  }
  if (outcome.status !== 'read') return t(locale, `import-${outcome.status}`, { name });
  const { created, updated, unchanged, wrong, named } = outcome;
  const lines = named.map(({ line, what }) =>
    t(locale, 'import-line', { line, what: t(locale, `import-wrong-${what}`) }),
  );
  const rest = wrong - named.length;
  const more = rest > 0 ? [t(locale, 'import-more', { count: rest })] : [];
  const head = t(locale, 'import-read', { name, created, updated, unchanged, wrong });
  return [head, ...lines, ...more].join('\n');
}
