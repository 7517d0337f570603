// The form in which an exporter registers, or a colleague joins. What is answered is kept with each answer,
// so that a registration that was left goes on where it was; it is handed in by one call at the end.

import { z } from 'zod';
import type { BotContext } from '../context.ts';
import type { DefinedForm, Forms, Talk } from '../platform/forms/index.ts';
import { plainName } from '../platform/telegram/plain-text.ts';
import { LONGEST_NAME } from './exporter.ts';
import {
  type Hours,
  OFFERED_HOURS,
  readHours,
  readZone,
  USUAL_HOURS,
  ZONE_NAMES,
  ZONES,
} from './hours.ts';
import type { ExporterService } from './service.ts';
import type { RegistrationView } from './verbs/register.ts';
import type { ExporterViews } from './views.ts';

export interface RegistrationFormDeps {
  readonly forms: Forms<BotContext>;
  readonly service: Pick<ExporterService, 'registration' | 'answer' | 'submit'>;
  readonly views: Pick<ExporterViews, 'zoneWords'>;
  /** Whose marketplace it is. */
  readonly companyName: string;
}

type Speech = Talk<BotContext>;
type Known = Pick<
  RegistrationView,
  'companyName' | 'contactName' | 'phoneAsked' | 'timeZone' | 'worksFrom' | 'worksTo'
>;

const NOTHING: Known = {
  companyName: null,
  contactName: null,
  phoneAsked: false,
  timeZone: null,
  worksFrom: null,
  worksTo: null,
};

/** Somebody who is asked their company's name may have to look it up. */
const MINUTES = 60;

export function defineRegistrationForm(
  deps: RegistrationFormDeps,
): DefinedForm<BotContext, { registrationId: number }> {
  const { forms, service } = deps;
  return forms.define({
    name: 'exporter-registration',
    version: 1,
    minutes: MINUTES,
    args: z.object({ registrationId: z.number() }),
    async run(talk, { registrationId }) {
      const found = await talk.look((ctx) => service.registration(registrationId, userOf(ctx)));
      if (!found) return await talk.tell('exporter-form-over');
      const { name } = found.company;
      await talk.tell({
        key: found.asks === 'company' ? 'exporter-form-hello' : 'exporter-form-hello-colleague',
        args: { name, person: found.personName },
      });
      const verdict = await askAll(deps, talk, found);
      if (verdict === 'no') return await talk.tell('exporter-form-no-consent');
      const { status } = await talk.finish((ctx, cause) =>
        service.submit({ registrationId, userId: userOf(ctx), cause }),
      );
      if (status === 'over') await talk.tell('exporter-form-over');
    },
  });
}

function userOf({ from }: BotContext): number {
  return from?.id ?? 0;
}

/** Until they agree to what is handed in, or do not want to hand it in. */
async function askAll(
  deps: RegistrationFormDeps,
  talk: Speech,
  found: RegistrationView,
): Promise<'yes' | 'no'> {
  let known: Known = found;
  for (;;) {
    const verdict = await agree(deps, talk, found, await askRest(deps, talk, found, known));
    if (verdict !== 'fix') return verdict;
    known = NOTHING;
  }
}

/** Asks what is not known yet; what they have answered is known from then on. */
async function askRest(
  deps: RegistrationFormDeps,
  talk: Speech,
  found: RegistrationView,
  known: Known,
): Promise<Known & { readonly phone: boolean }> {
  const { service } = deps;
  const keep = (answers: Parameters<typeof service.answer>[2]) =>
    talk.keep((ctx) => service.answer(found.id, userOf(ctx), answers));
  const answers: { -readonly [name in keyof Known]: Known[name] } = { ...known };
  let phone = found.hasPhone;
  if (found.asks === 'company' && answers.companyName === null) {
    const offered = found.company.name;
    const words = { tap: 'exporter-form-company', line: 'exporter-form-company-line' };
    answers.companyName = await askName(talk, words, offered);
    await keep({ companyName: answers.companyName });
  }
  if (found.asks === 'company' && answers.contactName === null) {
    const words = { tap: 'exporter-form-contact', line: 'exporter-form-contact-line' };
    answers.contactName = await askName(talk, words, found.personName);
    await keep({ contactName: answers.contactName });
  }
  if (!answers.phoneAsked) {
    const given = await talk.contact({ prompt: 'exporter-form-phone', skip: true });
    answers.phoneAsked = true;
    phone = given !== null || phone;
    await keep({ phoneAsked: true, ...(given ?? {}) });
  }
  if (found.asks === 'company' && answers.worksFrom === null) {
    const { timeZone, from, to } = await askHours(deps, talk, found);
    Object.assign(answers, { timeZone, worksFrom: from, worksTo: to });
    await keep({ timeZone, worksFrom: from, worksTo: to });
  }
  return { ...answers, phone };
}

/** Confirmed by one tap, or written anew. */
async function askName(
  talk: Speech,
  { tap, line }: { readonly tap: string; readonly line: string },
  offered: string,
): Promise<string> {
  const choice = await talk.choice({
    prompt: { key: tap, args: { name: offered } },
    options: [
      { id: 'right', label: { text: offered } },
      { id: 'other', label: 'exporter-form-other-name' },
    ],
  });
  if (choice === 'right') return offered;
  const written = await talk.line({
    prompt: line,
    max: LONGEST_NAME,
    check: (text) => (plainName(text, '') === '' ? 'exporter-form-name-empty' : null),
  });
  return plainName(written, offered, LONGEST_NAME);
}

async function askHours(
  { views }: RegistrationFormDeps,
  talk: Speech,
  { company }: RegistrationView,
): Promise<Hours & { readonly timeZone: string }> {
  const { timeZone, worksFrom, worksTo } = company;
  const zone = await talk.look(async ({ locale }) => views.zoneWords(locale, timeZone));
  const choice = await talk.choice({
    prompt: { key: 'exporter-form-hours', args: { zone, from: worksFrom, to: worksTo } },
    options: [
      { id: 'right', label: 'exporter-form-hours-right' },
      { id: 'hours', label: 'exporter-form-hours-other' },
      { id: 'zone', label: 'exporter-form-hours-zone' },
    ],
  });
  if (choice === 'right') return { timeZone, from: worksFrom, to: worksTo };
  const theirs = choice === 'zone' ? await askZone(talk) : timeZone;
  return { ...(await askTimes(talk)), timeZone: theirs };
}

async function askZone(talk: Speech): Promise<string> {
  const choice = await talk.choice({
    prompt: 'exporter-form-zone',
    columns: 2,
    options: [
      ...ZONE_NAMES.map((name) => ({ id: name, label: `zone-${name}` })),
      { id: 'other', label: 'exporter-form-zone-other' },
    ],
  });
  const known = ZONE_NAMES.find((name) => name === choice);
  if (known) return ZONES[known];
  const written = await talk.line({
    prompt: 'exporter-form-zone-line',
    check: (text) => (readZone(text) ? null : 'exporter-form-zone-wrong'),
  });
  return readZone(written) ?? ZONES.moscow;
}

async function askTimes(talk: Speech): Promise<Hours> {
  const choice = await talk.choice({
    prompt: 'exporter-form-times',
    columns: 2,
    options: [
      ...OFFERED_HOURS.map(({ from, to }, index) => ({
        id: String(index),
        label: { text: `${from}–${to}` },
      })),
      { id: 'other', label: 'exporter-form-times-other' },
    ],
  });
  const offered = OFFERED_HOURS[Number(choice)];
  if (offered) return offered;
  const written = await talk.line({
    prompt: 'exporter-form-times-line',
    check: (text) => (readHours(text) ? null : 'exporter-form-times-wrong'),
  });
  return readHours(written) ?? USUAL_HOURS;
}

/** Shows what is handed in, and what they agree to. */
async function agree(
  { views, companyName }: RegistrationFormDeps,
  talk: Speech,
  { asks, company, personName }: RegistrationView,
  answers: Known & { readonly phone: boolean },
): Promise<'yes' | 'no' | 'fix'> {
  const zone = await talk.look(async ({ locale }) =>
    views.zoneWords(locale, answers.timeZone ?? company.timeZone),
  );
  const choice = await talk.choice({
    prompt: {
      key: asks === 'company' ? 'exporter-form-agree' : 'exporter-form-agree-colleague',
      args: {
        name: answers.companyName ?? company.name,
        contact: answers.contactName ?? personName,
        phone: answers.phone ? 'yes' : 'no',
        zone,
        from: answers.worksFrom ?? company.worksFrom,
        to: answers.worksTo ?? company.worksTo,
        company: companyName,
      },
    },
    options: [
      { id: 'yes', label: 'exporter-form-agree-yes' },
      { id: 'fix', label: 'exporter-form-agree-fix' },
      { id: 'no', label: 'exporter-form-agree-no' },
    ],
  });
  return choice === 'yes' || choice === 'fix' ? choice : 'no';
}
