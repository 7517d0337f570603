// Where the marketplace announces exporters.

import { type IntakeRoute, intakeRoute } from '../platform/http/intake-route.ts';
import { Announced, Announcement } from './intake.ts';
import type { ExporterService } from './service.ts';

export interface ExporterRoutesDeps {
  readonly service: Pick<ExporterService, 'announce' | 'registrationLink'>;
}

export function createExporterRoutes({ service }: ExporterRoutesDeps): readonly IntakeRoute[] {
  return [
    intakeRoute({
      method: 'POST',
      path: '/api/exporters',
      operation: 'announceExporter',
      summary: 'An exporter may register: gives the personal link that begins it in Telegram',
      description:
        'The same external_id again updates what is known, and gives the same link. What the exporter has ' +
        'corrected stays until the marketplace says something new.',
      shape: Announcement,
      answers: {
        200: { description: 'It was known; updated', shape: Announced },
        201: { description: 'It is known now', shape: Announced },
        404: { description: 'No such employee', errors: ['manager-unknown'] },
      },
      async take(announced, cause) {
        const outcome = await service.announce(announced, cause);
        if (outcome.status === 'repeated') return outcome;
        if (outcome.status === 'manager-unknown') {
          return { status: 'refused', code: 404, error: 'manager-unknown' };
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
