// The document of the intake as a page, at /api/docs; everything it shows comes from this program.
import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Nothing from elsewhere, and no frame of anybody's. The page sets styles by itself. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** The plugin's types are behind OpenAPI 3.1; it passes a document on as it is. */
type PassedOn = StaticDocumentSpec['document'];

/** Serves `document` as a page, and as it is at /api/docs/json. */
export function createApiPage(document: Readonly<Record<string, unknown>>) {
  return async function apiPage(app: FastifyInstance): Promise<void> {
    const specification = { document: document as unknown as PassedOn };
    await app.register(swagger, { mode: 'static', specification });
    await app.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: POLICY,
      theme: { title: 'Deskroom API' },
      uiConfig: { supportedSubmitMethods: [], defaultModelsExpandDepth: -1 },
    });
  };
}
