// The marketplace's pages as HTML: plain forms and links, which work without a script.
import type { Account } from '../world/account.ts';
import { exporters, type Good, goods } from './goods.ts';
import { type Market, pathOf } from './market.ts';
import { type Language, words } from './words.ts';

export type Visit = {
  readonly market: Market;
  readonly language: Language;
  /** Who one can be. */
  readonly people: readonly Account[];
};

/** All there is to buy, and the way in for those who sell. */
export function homePage(visit: Visit): string {
  const { market, language } = visit;
  const t = words[language];
  const cards = goods.map(
    (good) =>
      `<li><a href="${pathOf(good)}?lang=${language}"><span class="sign">${good.sign}</span>` +
      `<b>${safe(good.name[language])}</b><small>${safe(good.price[language])}</small></a></li>`,
  );
  const registering = (contact: string) =>
    visit.people.find((account) => nameOf(account) === contact) ??
    visit.people.find(({ about }) => about === 'exporter');
  const sellers = exporters.map(
    ({ id, name, contact }) =>
      `<li><b>${safe(name[language])}</b>` +
      `${tapForm(visit, market.linkOf(id), t.register, `seller-${id}`, registering(contact))}</li>`,
  );
  const body =
    `<h2>${t.goods}</h2><ul class="goods">${cards.join('')}</ul>` +
    `<h2>${t.forExporters}</h2><p>${t.forExportersNote}</p><ul class="sellers">${sellers.join('')}</ul>`;
  return page(language, t.title, '/market', body);
}

/** One product, with the button that opens Telegram. */
export function goodPage(visit: Visit, good: Good): string {
  const { market, language } = visit;
  const t = words[language];
  const buyer = visit.people.find(({ about }) => about === 'importer');
  const seller = exporters.find(({ id }) => id === good.exporterId)?.name[language] ?? '';
  const body =
    `<p><a href="/market?lang=${language}">${t.back}</a></p>` +
    `<article class="good"><span class="sign">${good.sign}</span><div>` +
    `<h2>${safe(good.name[language])}</h2><p>${safe(good.about[language])}</p>` +
    `<p class="price">${safe(good.price[language])}</p>` +
    `<p>${t.exporter}: <b>${safe(seller)}</b></p>` +
    `${tapForm(visit, market.linkOf(good.id), t.contact, 'buyer', buyer)}</div></article>`;
  return page(language, good.name[language], pathOf(good), body);
}

/** Whoever is likeliest to tap it is chosen already. */
function tapForm(
  { language, people }: Visit,
  link: string | null,
  label: string,
  id: string,
  likeliest: Account | undefined,
): string {
  const t = words[language];
  if (link === null) return `<p class="closed">${t.closed}</p>`;
  const options = people.map((account) => {
    const chosen = account === likeliest ? ' selected' : '';
    return `<option value="${account.id}"${chosen}>${safe(nameOf(account))}</option>`;
  });
  return (
    `<form method="post" action="/market"><input type="hidden" name="link" value="${safe(link)}">` +
    `<label for="${id}">${t.as}</label><select id="${id}" name="userId">${options.join('')}</select>` +
    `<button>${label}</button></form>`
  );
}

function nameOf({ firstName, lastName }: Account): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

const STYLE = `
:root{color-scheme:light dark;--page:#f6f4ef;--panel:#fff;--text:#17212b;--soft:#5d6b78;--line:#c9d2da;--accent:#1f74b5;
--on-accent:#fff}@media (prefers-color-scheme:dark){:root{--page:#0f161d;--panel:#1c2936;--text:#eef3f7;--soft:#93a4b3;
--line:#34485a;--accent:#6cb7ef;--on-accent:#0c1a26}}
body{margin:0 auto;max-width:860px;padding:16px;font:16px/1.45 system-ui,sans-serif;color:var(--text);background:var(--page)}
header{display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}header h1{margin:0;flex:1}
small,.note,.closed{color:var(--soft)}ul{list-style:none;padding:0}.goods{display:grid;gap:12px;
grid-template-columns:repeat(auto-fill,minmax(220px,1fr))}.goods a{display:flex;flex-direction:column;gap:4px;
height:100%;box-sizing:border-box;padding:16px;border-radius:12px;background:var(--panel);color:inherit;text-decoration:none}
.sign{font-size:3rem}.good{display:flex;gap:20px;flex-wrap:wrap;padding:20px;border-radius:12px;background:var(--panel)}
.good .sign{font-size:6rem}.good div{flex:1;min-width:240px}.price{font-size:1.2rem;font-weight:600}
form{display:flex;gap:8px;flex-wrap:wrap;align-items:center}select,button{font:inherit;padding:8px 12px;
border-radius:8px;border:1px solid var(--line);background:var(--panel);color:inherit}button{background:var(--accent);color:var(--on-accent);border:0;cursor:pointer}
.sellers li{display:flex;gap:12px;flex-wrap:wrap;align-items:center;margin:8px 0}a{color:var(--accent)}`;

function page(language: Language, title: string, path: string, body: string): string {
  const t = words[language];
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="icon" href="/page/icon.svg"><title>${safe(title)}</title><style>${STYLE}</style></head>` +
    `<body><header><h1>${t.title}</h1><a href="/">${t.toPage}</a>` +
    `<a href="${path}?lang=${other}" lang="${other}">${t.other}</a></header>` +
    `<p class="note">${t.note}</p><main>${body}</main></body></html>`
  );
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
