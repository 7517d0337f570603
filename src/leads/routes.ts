// Where the marketplace hands products in.
import { BULK_BODY_BYTES, type IntakeRoute, intakeRoute } from '../platform/http/intake-route.ts';
import { ProductShape, ProductsShape, SavedProductShape, SavedProductsShape } from './intake.ts';
import { productLink } from './product.ts';
import type { ProductService } from './product-service.ts';

export interface ProductRoutesDeps {
  readonly service: Pick<ProductService, 'save'>;
  readonly botUsername: () => string;
}

export function createProductRoutes(deps: ProductRoutesDeps): readonly IntakeRoute[] {
  return [oneProduct(deps), manyProducts(deps)];
}

function oneProduct({ service, botUsername }: ProductRoutesDeps): IntakeRoute {
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
      const [saved] = (await service.save([product], cause)) ?? [];
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

function manyProducts({ service, botUsername }: ProductRoutesDeps): IntakeRoute {
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
      const saved = await service.save(products, cause);
      if (!saved) return { status: 'repeated' };
      const told = saved.map(({ externalId, status, code }) => ({
        externalId,
        status,
        link: code === null ? null : productLink(botUsername(), code),
      }));
      return { status: 'taken', code: 200, body: { products: told } };
    },
  });
}
