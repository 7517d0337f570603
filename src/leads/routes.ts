// Where the marketplace hands products and leads in.

import type { z } from 'zod';
import { BULK_BODY_BYTES, type IntakeRoute, intakeRoute } from '../platform/http/intake-route.ts';
import {
  LeadShape,
  ProductShape,
  ProductsShape,
  SavedProductShape,
  SavedProductsShape,
  TakenLeadShape,
} from './intake.ts';
import { type GivenProduct, productLink } from './product.ts';
import type { ProductService } from './product-service.ts';
import type { LeadService } from './service.ts';

export interface LeadRoutesDeps extends Pick<ProductService, 'save'>, Pick<LeadService, 'handIn'> {
  readonly botUsername: () => string;
}

export function createLeadRoutes(deps: LeadRoutesDeps): readonly IntakeRoute[] {
  return [oneProduct(deps), manyProducts(deps), oneLead(deps)];
}

function given(product: z.output<typeof ProductShape>): GivenProduct {
  const { external_id: externalId, exporter_id: exporterId, is_offered: isOffered } = product;
  const { name, url, category } = product;
  return { externalId, exporterId, name, url, category, isOffered };
}

function oneProduct({ save, botUsername }: LeadRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'POST',
    path: '/api/products',
    operation: 'saveProduct',
    summary: 'Tells of a product, or of what has changed in one',
    shape: ProductShape,
    answers: {
      200: { description: 'It was known', shape: SavedProductShape },
      201: { description: 'It is there', shape: SavedProductShape },
      404: { description: 'There is no such exporter', errors: ['exporter-unknown'] },
    },
    async take(product, cause) {
      const [saved] = (await save([given(product)], cause)) ?? [];
      if (!saved) return { status: 'repeated' };
      const { status, code } = saved;
      if (status === 'exporter-unknown' || code === null) {
        return { status: 'refused', code: 404, error: 'exporter-unknown' };
      }
      const body = { status, link: productLink(botUsername(), code) };
      return { status: 'taken', code: status === 'created' ? 201 : 200, body };
    },
  });
}

function manyProducts({ save, botUsername }: LeadRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'PUT',
    path: '/api/products',
    operation: 'saveProducts',
    summary: 'Tells of many products at once',
    description:
      'Each is taken by itself: one whose exporter is unknown does not stop the others, and is named. ' +
      'Products that are not in the list stay as they are.',
    bodyBytes: BULK_BODY_BYTES,
    shape: ProductsShape,
    answers: { 200: { description: 'What became of each', shape: SavedProductsShape } },
    async take({ products }, cause) {
      const saved = await save(products.map(given), cause);
      if (!saved) return { status: 'repeated' };
      const told = saved.map(({ externalId, status, code }) => ({
        external_id: externalId,
        status,
        link: code === null ? null : productLink(botUsername(), code),
      }));
      return { status: 'taken', code: 200, body: { products: told } };
    },
  });
}

/** What is refused, by the outcome of the verb. */
const REFUSALS = {
  'product-unknown': { code: 404, error: 'product-unknown' },
  'product-off': { code: 409, error: 'product-off' },
  'exporter-out': { code: 409, error: 'exporter-out' },
  'importer-own': { code: 409, error: 'importer-is-exporter' },
  'importer-staff': { code: 409, error: 'importer-is-employee' },
  limit: { code: 429, error: 'too-many-leads' },
} as const;

function oneLead({ handIn, botUsername }: LeadRoutesDeps): IntakeRoute {
  return intakeRoute({
    method: 'POST',
    path: '/api/leads',
    operation: 'createLead',
    summary: 'Tells of somebody who asks about a product',
    description:
      'The exporter is told at once. Without a request of your own, the link of the product is enough: ' +
      'it does all of this by itself.',
    shape: LeadShape,
    answers: {
      200: { description: 'It was known', shape: TakenLeadShape },
      201: { description: 'It is there', shape: TakenLeadShape },
      404: { description: 'There is no such product', errors: ['product-unknown'] },
      409: {
        description:
          'The product is switched off, or its exporter takes no requests, or the importer is one of the ' +
          'people of that exporter or of the marketplace',
        errors: ['product-off', 'exporter-out', 'importer-is-exporter', 'importer-is-employee'],
      },
      429: {
        description: 'This importer has asked about as many products within a day as one may',
        errors: ['too-many-leads'],
      },
    },
    async take(
      { importer, request = null, external_id: externalId, product_id: productId },
      cause,
    ) {
      const { company = null, telegram_id: telegramId = null, locale = null, name } = importer;
      const by = { name, company, telegramId, locale };
      const outcome = await handIn({ externalId, productId, importer: by, request }, cause);
      if (outcome.status === 'repeated') return { status: 'repeated' };
      if (!('payload' in outcome)) return { status: 'refused', ...REFUSALS[outcome.status] };
      const link = `https://t.me/${botUsername()}?start=${outcome.payload}`;
      const body = { status: outcome.status, link };
      return { status: 'taken', code: outcome.isNew ? 201 : 200, body };
    },
  });
}
