// The marketplace beside the bot, as far as the bot can tell: it announces exporters and products to the
// signed intake, and gets back the links that stand on its pages.
import { signatureHeaders } from '../../platform/http/signature.ts';
import { exporters, type Good, goods } from './goods.ts';

export type Intake = {
  /** Where the program listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly secret: string;
};

export type Market = ReturnType<typeof createMarket>;

/** Its pages show nothing to tap until it is opened. `origin`: its own address, without a slash. */
export function createMarket(origin: () => string, now: () => Date) {
  /** By ids of products and exporters. */
  const links = new Map<string, string>();

  async function send(intake: Intake, method: 'POST' | 'PUT', path: string, value: object) {
    const body = JSON.stringify(value);
    const headers = signatureHeaders(body, intake.secret, now());
    const response = await fetch(`${intake.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer;
  }

  /** @throws Error with the intake's answer where it takes one of them amiss */
  async function open(intake: Intake): Promise<void> {
    for (const { id, name, contact, locale, timeZone } of exporters) {
      const announced = (await send(intake, 'POST', '/api/exporters', {
        external_id: id,
        name: name[locale],
        url: `${origin()}/market`,
        contact_name: contact,
        locale,
        time_zone: timeZone,
      })) as { readonly registration_link: string };
      links.set(id, announced.registration_link);
    }
    const products = goods.map(({ id, exporterId, name, category, ...good }) => {
      const { locale = 'en' } = exporters.find((one) => one.id === exporterId) ?? {};
      const url = `${origin()}${pathOf(good)}`;
      return { external_id: id, exporter_id: exporterId, name: name[locale], url, category };
    });
    const saved = (await send(intake, 'PUT', '/api/products', { products })) as {
      readonly products: readonly { readonly external_id: string; readonly link: string | null }[];
    };
    for (const { external_id: id, link } of saved.products) if (link) links.set(id, link);
  }

  return {
    open,
    /** The link that belongs to a product's or an exporter's page; null before it is known. */
    linkOf: (id: string): string | null => links.get(id) ?? null,
  };
}

/** A product's page: the first segment names its storefront. */
export function pathOf({ storefront, slug }: Pick<Good, 'storefront' | 'slug'>): string {
  return `/${storefront}/${slug}`;
}
