// What the marketplace may tell of products and leads.
import { z } from 'zod';
import { fields, foreignId, languageCode, line, webAddress } from '../platform/http/shapes.ts';

const MOST_AT_ONCE = 1_000;
const LIST_RULE = `must be a list of 1 to ${MOST_AT_ONCE} products`;

export const ProductShape = fields({
  external_id: foreignId().describe('Your id of the product'),
  exporter_id: foreignId().describe('Your id of the exporter, as in POST /api/exporters'),
  name: line(200).describe('As buyers read it'),
  url: webAddress().describe('Its page; the first segment of the path names the storefront'),
  category: line(100)
    .nullish()
    .transform((category) => category ?? null)
    .describe('Goods of the same kind can be offered when an exporter is silent'),
  is_offered: z
    .boolean('must be true or false')
    .default(true)
    .describe('false: nobody new may ask about it'),
});

export const ProductsShape = fields({
  products: z
    .array(ProductShape, LIST_RULE)
    .min(1, LIST_RULE)
    .max(MOST_AT_ONCE, LIST_RULE)
    .refine(
      (all) => new Set(all.map(({ external_id: id }) => id)).size === all.length,
      'must not name one product twice',
    ),
});

const status = z.enum(['created', 'updated', 'unchanged']);

export const SavedProductShape = z.object({
  status,
  link: z.string().describe('For the button of the product page that opens Telegram'),
});

export const SavedProductsShape = z.object({
  products: z
    .array(
      z.object({
        external_id: z.string(),
        status: z.enum([...status.options, 'exporter-unknown']),
        link: z.string().nullable(),
      }),
    )
    .describe('In the order in which they were sent'),
});

/** Telegram's ids have at most 52 significant bits. */
const LARGEST_ID = 2 ** 52;

export const LeadShape = fields({
  external_id: foreignId().describe('Your id of the request'),
  product_id: foreignId().describe('Your id of the product'),
  importer: fields({
    name: line(100),
    company: line(100).nullish(),
    locale: languageCode().optional().describe('The language in which they are addressed'),
    telegram_id: z
      .int('must be the id of a Telegram user')
      .min(1, 'must be the id of a Telegram user')
      .max(LARGEST_ID, 'must be the id of a Telegram user')
      .nullish()
      .describe('If they have signed in with Telegram'),
  }),
  request: line(1_000).nullish().describe('Volume, terms, in their words'),
});

export const TakenLeadShape = z.object({
  status: z
    .enum(['open', 'waiting', 'known'])
    .describe(
      'open: the exporter is told; waiting: for an exporter who is not in Telegram yet; ' +
        'known: this importer has asked about this product before, and the exporter is reminded',
    ),
  link: z.string().describe('For the importer alone: it opens the chat with the exporter'),
});
