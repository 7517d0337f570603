// The forms of those who take clients on: a new client, and the values that are typed.

import { z } from 'zod';
import type { BotContext } from '../../context.ts';
import { readZone } from '../../exporters/hours.ts';
import type { DefinedForm, Forms, Talk } from '../../platform/forms/index.ts';
import { LOCALES, type Locale } from '../../platform/i18n.ts';
import { plainName } from '../../platform/telegram/plain-text.ts';
import type { Sla } from '../../sla/index.ts';
import type { ChangeOutcome, ClientWish } from './changing-service.ts';
import { LONGEST_NAME, LONGEST_RULES, RAISE_MINUTES } from './client.ts';
import type { ClientService } from './service.ts';

export interface ClientFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly service: Pick<ClientService, 'make' | 'change' | 'managers'>;
  readonly terms: Pick<Sla['terms'], 'plans'>;
  /** The company's own, which is the default. */
  readonly timeZone: string;
  /** How a time zone is called. */
  readonly zoneWords: (locale: Locale, timeZone: string) => string;
  /** Shows a client below the form. */
  readonly show: (ctx: BotContext, companyId: number) => Promise<void>;
}

type Speech = Talk<BotContext>;

const ZONE_LINE = {
  prompt: 'clients-form-zone-line',
  check: (text: string) => (readZone(text) === null ? 'clients-form-zone-wrong' : null),
} as const;
const NAME = {
  max: LONGEST_NAME,
  check: (text: string) => (plainName(text, '') === '' ? 'clients-form-name-empty' : null),
} as const;

export function defineNewClientForm(
  deps: ClientFormsDeps,
): DefinedForm<BotContext, Record<string, never>> {
  const { forms, service, show } = deps;
  return forms.define({
    name: 'client-new',
    version: 1,
    args: z.object({}),
    async run(talk) {
      const written = await talk.line({ ...NAME, prompt: 'clients-form-name' });
      const name = plainName(written, written, LONGEST_NAME);
      const locale = await askLanguage(talk);
      const timeZone = await askZone(deps, talk);
      const planId = await askPlan(deps, talk);
      const managerId = await askManager(deps, talk);
      const client = { name, locale, timeZone, planId, managerId };
      const outcome = await talk.finish(async (ctx, cause) =>
        ctx.staff
          ? await service.make({ client, by: ctx.staff, cause })
          : ({ status: 'no-right' } as const),
      );
      await talk.tell({ key: `clients-form-${outcome.status}`, args: { name } });
      if (!('company' in outcome)) return;
      const { id } = outcome.company;
      await talk.look(async (ctx) => {
        await show(ctx, id);
        return null;
      });
    },
  });
}

async function askLanguage(talk: Speech): Promise<Locale> {
  const options = LOCALES.map((id) => ({ id, label: `room-language-${id}` }));
  return (await talk.choice({ prompt: 'clients-form-language', options, columns: 2 })) as Locale;
}

async function askZone({ timeZone, zoneWords }: ClientFormsDeps, talk: Speech): Promise<string> {
  const own = await talk.look(async ({ locale }) => zoneWords(locale, timeZone));
  const options = [
    { id: 'own', label: { text: own } },
    { id: 'other', label: 'clients-zone-other' },
  ];
  const answer = await talk.choice({ prompt: 'clients-form-zone', options });
  if (answer === 'own') return timeZone;
  return readZone(await talk.line(ZONE_LINE)) ?? timeZone;
}

/** Null: the default. Nothing is asked where there is but one. */
async function askPlan({ terms }: ClientFormsDeps, talk: Speech): Promise<number | null> {
  const plans = await talk.look(async () => terms.plans().map(({ id, name }) => ({ id, name })));
  if (plans.length < 2) return null;
  const options = plans.map(({ id, name }) => ({ id: String(id), label: { text: name } }));
  return Number(await talk.choice({ prompt: 'clients-form-plan', options }));
}

async function askManager({ service }: ClientFormsDeps, talk: Speech): Promise<number> {
  const { self, others } = await talk.look(async ({ staff }) => {
    const everybody = (await service.managers()).map(({ id, name }) => ({ id, name }));
    return { self: staff?.id ?? 0, others: everybody.filter(({ id }) => id !== staff?.id) };
  });
  if (others.length === 0) return self;
  const options = [
    { id: String(self), label: 'clients-form-manager-me' },
    ...others.map(({ id, name }) => ({ id: String(id), label: { text: name } })),
  ];
  return Number(await talk.choice({ prompt: 'clients-form-manager', options }));
}

/** What is typed about a client; the index of a language where it is rules. */
const FIELDS = ['name', 'zone', 'raise', 'rules'] as const;

export interface ValueArgs {
  readonly [name: string]: number | string;
  readonly companyId: number;
  readonly field: (typeof FIELDS)[number];
  readonly locale: Locale;
}

export function defineValueForm(deps: ClientFormsDeps): DefinedForm<BotContext, ValueArgs> {
  const { forms, service, show } = deps;
  return forms.define({
    name: 'client-value',
    version: 1,
    args: z.object({
      companyId: z.number(),
      field: z.enum(FIELDS),
      locale: z.enum(LOCALES),
    }),
    async run(talk, args) {
      const { companyId } = args;
      const wish = await askWish(talk, args);
      const { status } = await talk.finish<ChangeOutcome>(async (ctx, cause) =>
        ctx.staff
          ? await service.change({ companyId, wish, by: ctx.staff, cause })
          : { status: 'no-right' },
      );
      if (status === 'repeated') return;
      await talk.tell(`clients-change-${status}`);
      await talk.look(async (ctx) => {
        await show(ctx, companyId);
        return null;
      });
    },
  });
}

async function askWish(talk: Speech, { field, locale }: ValueArgs): Promise<ClientWish> {
  switch (field) {
    case 'name': {
      const written = await talk.line({ ...NAME, prompt: 'clients-form-rename' });
      return { kind: 'name', name: plainName(written, written, LONGEST_NAME) };
    }
    case 'zone':
      return { kind: 'zone', timeZone: readZone(await talk.line(ZONE_LINE)) ?? 'Europe/Moscow' };
    case 'raise': {
      const minutes = await talk.number({ prompt: 'clients-form-raise', ...RAISE_MINUTES });
      return { kind: 'raise', minutes };
    }
    case 'rules': {
      const prompt = `clients-form-rules-${locale}`;
      const text = await talk.line({ prompt, max: LONGEST_RULES, lines: true });
      return { kind: 'rules', locale, text };
    }
  }
}
