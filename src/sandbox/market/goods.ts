// What the stand-in marketplace sells, and who sells it there.

export type Words = { readonly ru: string; readonly en: string };

export type Exporter = {
  readonly id: string;
  readonly name: Words;
  readonly contact: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
};

export type Good = {
  readonly id: string;
  readonly exporterId: string;
  readonly storefront: 'russia' | 'india';
  readonly slug: string;
  readonly name: Words;
  readonly category: string;
  readonly price: Words;
  readonly about: Words;
  readonly sign: string;
};

export const exporters: readonly Exporter[] = [
  {
    id: 'exporter-honey',
    name: { ru: 'Алтайская пасека', en: 'Altai Apiary' },
    contact: 'Пётр Лебедев',
    locale: 'ru',
    timeZone: 'Asia/Barnaul',
  },
  {
    id: 'exporter-tea',
    name: { ru: 'Нилгири Ти', en: 'Nilgiri Tea' },
    contact: 'Arjun Rao',
    locale: 'en',
    timeZone: 'Asia/Kolkata',
  },
];

export const goods: readonly Good[] = [
  {
    id: 'honey',
    exporterId: 'exporter-honey',
    storefront: 'russia',
    slug: 'altai-honey',
    name: { ru: 'Мёд алтайский, цветочный', en: 'Altai flower honey' },
    category: 'honey',
    price: { ru: 'от 4,20 $ за кг, FCA Барнаул', en: 'from $4.20 per kg, FCA Barnaul' },
    about: {
      ru: 'Бочки по 280 кг или банки под вашей маркой. Сертификаты ХАССП и «халяль».',
      en: 'Drums of 280 kg, or jars under your label. HACCP and halal certificates.',
    },
    sign: '🍯',
  },
  {
    id: 'wax',
    exporterId: 'exporter-honey',
    storefront: 'russia',
    slug: 'beeswax',
    name: { ru: 'Воск пчелиный', en: 'Beeswax' },
    category: 'honey',
    price: { ru: 'от 6,80 $ за кг, FCA Барнаул', en: 'from $6.80 per kg, FCA Barnaul' },
    about: {
      ru: 'Фильтрованный, плитками по 20 кг. Образец бесплатно, доставка за ваш счёт.',
      en: 'Filtered, in blocks of 20 kg. The sample is free, its delivery is yours.',
    },
    sign: '🐝',
  },
  {
    id: 'tea',
    exporterId: 'exporter-tea',
    storefront: 'india',
    slug: 'nilgiri-tea',
    name: { ru: 'Чай чёрный «Нилгири»', en: 'Nilgiri black tea' },
    category: 'tea',
    price: { ru: 'от 5,10 $ за кг, FOB Кочин', en: 'from $5.10 per kg, FOB Cochin' },
    about: {
      ru: 'Листовой и гранулированный, мешки по 30 кг. Урожай этого года.',
      en: 'Orthodox and CTC, in sacks of 30 kg. This year’s crop.',
    },
    sign: '🍃',
  },
];
