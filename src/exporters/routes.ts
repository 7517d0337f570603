// Where the marketplace announces exporters.

import { type IntakeRoute, intakeRoute } from '../platform/http/intake-route.ts';
import { Announced, Announcement } from './intake.ts';
import type { ExporterService } from './service.ts';

export interface ExporterRoutesDeps {
  readonly service: Pick<ExporterService, 'announce' | 'registrationLink'>;
}

/** A manager who does not work here is a mistake in the request, named as any other. */
const NOBODY = {
  path: 'manager',
  rule: 'must be the @username or the Telegram id of somebody who works here; nobody is called so',
};

export function createExporterRoutes({ service }: ExporterRoutesDeps): readonly IntakeRoute[] {
  return [
    intakeRoute({
      method: 'POST',
      path: '/api/exporters',
      operation: 'announceExporter',
      summary: 'An exporter may register: gives the personal link that begins it in Telegram',
      description:
        'The same external_id again updates what is known, and gives the same link. What the exporter has ' +
        'corrected stays until the marketplace says something new. Another manager than was named before ' +
        'replaces the one there is, also in the exporter’s groups.',
      shape: Announcement,
      answers: {
        200: { description: 'It was known; updated', shape: Announced },
        201: { description: 'It is known now', shape: Announced },
      },
      async take(announced, cause) {
        const outcome = await service.announce(announced, cause);
        if (outcome.status === 'repeated') return outcome;
        if (outcome.status === 'manager-unknown') {
          return { status: 'misshapen', problems: [NOBODY] };
        }
        const { company, manager } = outcome;
        const body = {
          external_id: announced.external_id,
          status: company.status,
          registration_link: service.registrationLink(company),
          manager: manager?.name ?? null,
        };
        return { status: 'taken', code: outcome.status === 'made' ? 201 : 200, body };
      },
    }),
  ];
}
