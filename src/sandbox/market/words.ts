// The stand-in marketplace's own words.

export type Language = 'ru' | 'en';

export const words = {
  ru: {
    title: 'Витрина БРИКС',
    note: 'Учебный маркетплейс песочницы. Всё, что здесь продаётся, выдумано.',
    goods: 'Товары',
    exporter: 'Продавец',
    as: 'Вы сейчас',
    contact: 'Связаться в Telegram',
    closed: 'Кнопка появится, когда бот запустится.',
    back: '← Все товары',
    forExporters: 'Продавцам',
    forExportersNote: 'Личная ссылка для регистрации: её маркетплейс присылает продавцу.',
    register: 'Зарегистрироваться в Telegram',
    other: 'English',
    toPage: 'К окнам Telegram',
  },
  en: {
    title: 'BRICS Showcase',
    note: 'The sandbox’s practice marketplace. Everything sold here is made up.',
    goods: 'Products',
    exporter: 'Seller',
    as: 'You are now',
    contact: 'Contact on Telegram',
    closed: 'The button appears once the bot is running.',
    back: '← All products',
    forExporters: 'For sellers',
    forExportersNote: 'A personal registration link: the marketplace sends it to the seller.',
    register: 'Register in Telegram',
    other: 'Русский',
    toPage: 'To the Telegram windows',
  },
} as const satisfies Record<Language, Record<string, string>>;
