// The short forms of partners: how somebody registers, what they change about themselves, and what an
// inviter adds to an invitation.

import { DateTime } from 'luxon';
import { z } from 'zod';
import type { BotContext } from '../context.ts';
import type { DefinedForm, Forms, Talk } from '../platform/forms/index.ts';
import { LOCALES, type Locale, type Translate, type TranslateArgs } from '../platform/i18n.ts';
import { fullName } from '../platform/telegram/author.ts';
import { LONGEST_LINE } from './invitation.ts';
import { LANGUAGES } from './partner.ts';
import type { Edit, EditOutcome, PartnerService } from './partner-service.ts';
import type { SendingService, SendOutcome } from './sending-service.ts';
import type { SpecializationService } from './specialization-service.ts';
import { languageName } from './wording.ts';

export interface PartnerFormsDeps {
  readonly forms: Forms<BotContext>;
  readonly partners: PartnerService;
  readonly specializations: SpecializationService;
  readonly sending: SendingService;
  readonly t: Translate;
  readonly companyName: string;
  readonly timeZone: string;
}

type BotTalk = Talk<BotContext>;

export interface PartnerForms {
  readonly registration: DefinedForm<BotContext, { readonly code: string }>;
  readonly edit: DefinedForm<BotContext, { readonly what: EditedPart }>;
  readonly invitation: DefinedForm<BotContext, InvitationArgs>;
}

const EDITED = ['fields', 'languages', 'about', 'away'] as const;
export type EditedPart = (typeof EDITED)[number];

/** `partnerId` null: the best three are asked. */
const InvitationArgs = z.object({
  roomId: z.int(),
  specializationId: z.int(),
  partnerId: z.int().nullable(),
});
type InvitationArgs = z.infer<typeof InvitationArgs>;

export function createPartnerForms(deps: PartnerFormsDeps): PartnerForms {
  const { forms, partners, specializations, sending, t } = deps;

  /** The fields as options; what nobody is offered any more stays with those who have it. */
  async function fieldOptions(talk: BotTalk, locale: Locale, chosen: readonly number[] = []) {
    const all = await talk.look(() => specializations.list());
    return all
      .filter(({ id, hidden }) => !hidden || chosen.includes(id))
      .map(({ id, nameRu, nameEn }) => ({
        id: String(id),
        label: { text: locale === 'ru' ? nameRu : nameEn },
      }));
  }

  function languageOptions(locale: Locale) {
    return LANGUAGES.map((code) => ({ id: code, label: { text: languageName(locale, code) } }));
  }

  async function chooseLanguage(talk: BotTalk): Promise<Locale> {
    const both = LOCALES.map((locale) => t(locale, 'partner-form-language')).join(' / ');
    const chosen = await talk.choice({
      prompt: { text: both },
      columns: 2,
      options: LOCALES.map((id) => ({
        id,
        label: { text: t(id, 'partner-form-own-language') },
      })),
    });
    return chosen === 'ru' ? 'ru' : 'en';
  }

  async function askProfile(talk: BotTalk, locale: Locale) {
    const say = (key: string, args?: TranslateArgs) => ({ text: t(locale, key, args) });
    const { companyName: company } = deps;
    const name = await talk.line({ prompt: say('partner-form-name', { company }), max: 64 });
    const options = await fieldOptions(talk, locale);
    const prompt = say('partner-form-fields');
    const fields = await talk.several({ prompt, options, columns: 2 });
    const languages = await talk.several({
      prompt: say('partner-form-languages'),
      options: languageOptions(locale),
      columns: 2,
      chosen: [locale],
    });
    const about = await talk.line({ prompt: say('partner-form-about'), skip: true });
    const contact = await talk.contact({ prompt: say('partner-form-phone'), skip: true });
    const chosen = options.filter(({ id }) => fields.includes(id));
    const told = [
      name,
      chosen.map(({ label }) => label.text).join(', '),
      languages.map((code) => languageName(locale, code)).join(', '),
      ...(about === null ? [] : [about]),
    ];
    await talk.choice({
      prompt: { text: [...told, '', t(locale, 'partner-form-consent')].join('\n') },
      options: [{ id: 'yes', label: say('partner-form-consent-yes') }],
    });
    const specializationIds = fields.map(Number);
    return {
      profile: { name, languages, about, specializationIds },
      phone: contact?.phone ?? null,
    };
  }

  async function register(talk: BotTalk): Promise<void> {
    const locale = await chooseLanguage(talk);
    const { profile, phone } = await askProfile(talk, locale);
    const { status } = await talk.finish(async ({ from }, cause) => {
      if (!from) throw new Error('a form is filled in by nobody');
      const { id: userId, username = null } = from;
      const seen = { userId, name: fullName(from), username, locale };
      return await partners.register({ seen, locale, profile, phone, cause });
    });
    if (status === 'incomplete') await talk.tell({ text: t(locale, 'partner-form-incomplete') });
  }

  async function edit(talk: BotTalk, { what }: { readonly what: EditedPart }): Promise<void> {
    const { locale, fields, languages } = await talk.look(async (ctx) => {
      const partner = await partners.findByUser(ctx.from?.id ?? 0);
      return {
        locale: ctx.locale,
        fields: partner?.specializationIds ?? [],
        languages: partner?.languages ?? [],
      };
    });
    const change = await ask(talk, what, locale, { fields, languages });
    const { status } = await talk.finish(
      async ({ from }, cause): Promise<EditOutcome> =>
        await partners.edit(from?.id ?? 0, editOf(change), cause),
    );
    await talk.tell(status === 'done' ? doneWords(change) : { key: 'my-no-partner', args: {} });
  }

  async function ask(
    talk: BotTalk,
    what: EditedPart,
    locale: Locale,
    known: { readonly fields: readonly number[]; readonly languages: readonly string[] },
  ): Promise<PlainEdit> {
    switch (what) {
      case 'fields': {
        const options = await fieldOptions(talk, locale, known.fields);
        const chosen = known.fields.map(String);
        const prompt = 'partner-form-fields';
        return { what, ids: await talk.several({ prompt, options, chosen, columns: 2 }) };
      }
      case 'languages': {
        const options = languageOptions(locale);
        const prompt = 'partner-form-languages';
        const chosen = known.languages;
        return { what, codes: await talk.several({ prompt, options, chosen, columns: 2 }) };
      }
      case 'about':
        return { what, words: await talk.line({ prompt: 'partner-form-about', skip: true }) };
      case 'away': {
        const prompt = 'my-form-away';
        const { timeZone } = deps;
        return { what, day: await talk.date({ prompt, timeZone, fromDays: 1, skip: true }) };
      }
    }
  }

  function editOf(change: PlainEdit): Edit {
    switch (change.what) {
      case 'fields':
        return { what: 'specializations', ids: change.ids.map(Number) };
      case 'away': {
        const day = change.day && DateTime.fromISO(change.day, { zone: deps.timeZone });
        return { what: 'away', until: day ? day.toJSDate() : null };
      }
      case 'languages':
      case 'about':
        return change;
    }
  }

  async function invite(talk: BotTalk, args: InvitationArgs): Promise<void> {
    const role = await talk.line({ prompt: 'invite-form-role', skip: true, max: LONGEST_LINE });
    const expects = await talk.line({
      prompt: 'invite-form-expects',
      skip: true,
      max: LONGEST_LINE,
    });
    const { roomId, specializationId, partnerId } = args;
    const outcome = await talk.finish(async ({ from, staff }, cause): Promise<SendOutcome> => {
      const by = { userId: from?.id ?? 0, staffId: staff?.id ?? null };
      const ask = partnerId === null ? 'three' : { partnerId };
      const what = { roomId, specializationId, role, expects };
      return await sending.send({ ...what, by, ask, cause });
    });
    const words = sendWords(outcome);
    if (words) await talk.tell(words);
  }

  return {
    registration: forms.define({
      name: 'partner-registration',
      version: 1,
      args: z.object({ code: z.string() }),
      run: register,
    }),
    edit: forms.define({
      name: 'partner-edit',
      version: 1,
      args: z.object({ what: z.enum(EDITED) }),
      run: edit,
    }),
    invitation: forms.define({
      name: 'partner-invitation',
      version: 1,
      args: InvitationArgs,
      run: invite,
    }),
  };
}

/** What was answered, as plain JSON. */
type PlainEdit =
  | { readonly what: 'fields'; readonly ids: readonly string[] }
  | { readonly what: 'languages'; readonly codes: readonly string[] }
  | { readonly what: 'about'; readonly words: string | null }
  | { readonly what: 'away'; readonly day: string | null };

function doneWords(change: PlainEdit): { readonly key: string; readonly args: TranslateArgs } {
  if (change.what !== 'away') return { key: 'my-done', args: {} };
  if (change.day === null) return { key: 'my-done-away-open', args: {} };
  const [year, month, day] = change.day.split('-');
  return { key: 'my-done-away', args: { until: `${day}.${month}.${year}` } };
}

/** What the inviter reads at once; null: it was said before. */
export function sendWords(
  outcome: SendOutcome,
): { readonly key: string; readonly args: TranslateArgs } | null {
  switch (outcome.status) {
    case 'repeated':
      return null;
    case 'sent': {
      const { names } = outcome;
      return names.length === 1
        ? { key: 'invite-sent-one', args: { name: names[0] ?? '' } }
        : { key: 'invite-sent-several', args: { names: names.join(', ') } };
    }
    case 'not-free':
      return { key: `invite-refused-${outcome.standing}`, args: {} };
    default:
      return { key: `invite-refused-${outcome.status}`, args: {} };
  }
}
