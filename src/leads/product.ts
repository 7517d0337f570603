// What exporters offer on the marketplace, and where it is shown there.

import type { Locale } from '../platform/i18n.ts';

export interface Product {
  readonly id: number;
  /** In its link; nobody guesses it. */
  readonly code: string;
  readonly externalId: string;
  readonly companyId: number;
  readonly name: string;
  readonly url: string;
  readonly category: string | null;
  /** Switched off: nobody new may ask about it. */
  readonly isOffered: boolean;
}

/** A product as the marketplace tells of it. */
export interface GivenProduct {
  readonly externalId: string;
  /** The exporter's id at the marketplace. */
  readonly exporterId: string;
  readonly name: string;
  readonly url: string;
  readonly category: string | null;
  readonly isOffered: boolean;
}

export interface SavedProduct {
  readonly externalId: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'exporter-unknown';
  /** Null: there is none, for its exporter is unknown. */
  readonly code: string | null;
}

/** Where products are shown; null: an unknown one, of which there is only the word in the address. */
export interface Storefront {
  readonly segment: string;
  readonly flag: string;
  readonly names: Readonly<Record<Locale, string>>;
}

/** Before the code in the link that opens the bot for an importer. */
export const PRODUCT_PAYLOAD = 'p_';

/** What the site's button «Связаться в Telegram» opens. */
export function productLink(botUsername: string, code: string): string {
  return `https://t.me/${botUsername}?start=${PRODUCT_PAYLOAD}${code}`;
}

/**
 * The storefront in a product's address: the first segment of its path, in small letters (`/russia/…`);
 * null where the path is empty.
 */
export function segmentOf(url: string): string | null {
  const [, first = ''] = new URL(url).pathname.split('/');
  return first === '' ? null : decoded(first).toLowerCase();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
