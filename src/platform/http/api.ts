// The door for other systems: the signed intake, and the page that describes it.
import { createApiPage } from './api-page.ts';
import type { HttpDeps } from './http.ts';
import { createIntake, type IntakeDeps } from './intake.ts';
import { openApiDocument } from './openapi.ts';

export interface ApiDeps extends Pick<IntakeDeps, 'routes' | 'clock' | 'logger'> {
  readonly intakeSecret: string | undefined;
  readonly trackerSecret: string | undefined;
  readonly intakePerMinute: number;
  readonly publicUrl: string | undefined;
}

export function createApi(deps: ApiDeps): NonNullable<HttpDeps['routes']> {
  const { intakeSecret, trackerSecret, intakePerMinute: perMinute, publicUrl, routes } = deps;
  const secrets = { INTAKE_SECRET: intakeSecret, TRACKER_SECRET: trackerSecret };
  return [
    createIntake({ ...deps, secrets, perMinute }),
    createApiPage(openApiDocument(routes, publicUrl)),
  ];
}
