import { describe, expect, it } from 'vitest';
import { leadListButton, leadViewButton } from '../../src/leads/buttons.ts';
import { ALL_LEADS, type LeadQuery, packed, unpacked } from '../../src/leads/lead-query.ts';

const LARGEST_ID = 2 ** 31 - 1;

describe('what a list of leads shows', () => {
  it.each<LeadQuery>([
    ALL_LEADS,
    { list: 'closed', companyId: 42, storefront: 7, page: 3 },
    { list: 'unanswered', companyId: LARGEST_ID, storefront: 1_023, page: 4_095 },
    { list: 'waiting', companyId: null, storefront: 2, page: 1 },
  ])('comes back from its button as it was: %j', (query) => {
    const revision = packed(query);
    const data = leadListButton.encode({ id: 1, revision, choice: query.list });
    const button = leadListButton.parse(data);

    expect(button && unpacked(button)).toEqual(query);
    const view = leadViewButton.encode({ id: LARGEST_ID, revision, choice: query.list });
    expect(Buffer.byteLength(view)).toBeLessThanOrEqual(64);
  });
});
