// The law of imports: who may know of whom, each rule with its reason. docs/architecture.md tells it as
// a story; `npm run imports` holds everybody to it.

/** The hill of features: each may import from those above it in this list, never from those below. */
const HILL = [
  'staff',
  'operations',
  'desks',
  'sla',
  'clients',
  'dialogs',
  'lookup',
  'channels',
  'templates',
  'schedule',
  'people',
  'rooms',
  'exporters',
  'tickets',
  'partners',
  'leads',
  'escrow',
  'deals',
  'reports',
];

const FEATURE = `^src/(?:${HILL.join('|')})/`;

/** The rooms of a feature; `dialog-repository.ts` and `handlers/take.ts` are such rooms as well. */
const room = (...names) => `^src/(?:${HILL.join('|')})\\b.*[/-](?:${names.join('|')})(?:\\.ts$|/)`;

const ENTRANCES = ['handlers', 'conversation', 'menu', 'routes', 'jobs'];
/** A service with many verbs is a folder with a file for each. */
const SERVICES = ['service', 'verbs'];
const ROOMS = [...ENTRANCES, ...SERVICES, 'views', 'repository', 'intake', 'index'];

/** Files of the platform that speak SQL themselves. */
const PLATFORM_WITH_PRISMA = ['^src/platform/database/', '^src/platform/lease\\.ts$'];

const GRAMMY = '(?:^|/)node_modules/(?:grammy|@grammyjs)/';
const PRISMA = '^src/generated/prisma|(?:^|/)node_modules/(?:@prisma|@electric-sql|pg|@types/pg)/';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const law = [
  {
    name: 'platform-stands-alone',
    comment:
      'Plumbing that knows the business cannot be understood, tested or changed without it. What it ' +
      'needs of a feature, app.ts hands over as a function.',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/', pathNot: '^src/(?:platform|generated)/' },
  },
  {
    name: 'every-feature-is-on-the-hill',
    comment:
      'A folder that .dependency-cruiser.cjs does not know is bound by no law: give it a place.',
    severity: 'error',
    from: {
      path: '^src/[^/]+/',
      pathNot: [FEATURE, '^src/(?:platform|sandbox|generated|locales)/'],
    },
    to: {},
  },
  {
    name: 'product-does-not-know-the-sandbox',
    comment:
      'What runs on real Telegram must be the same program. Only main.ts opens the sandbox, and only ' +
      'when there is no token.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(?:sandbox/|main\\.ts$)' },
    to: { path: '^src/sandbox/' },
  },
  {
    name: 'sandbox-does-not-know-the-product',
    comment: 'A Telegram that knew the bot would forgive it its mistakes, and the tests with it.',
    severity: 'error',
    from: { path: '^src/sandbox/' },
    to: { path: '^src/', pathNot: '^src/(?:sandbox|platform)/' },
  },
  {
    name: 'grammy-stays-at-the-edge',
    comment:
      'Models, services and repositories speak of dialogs and people; Telegram and its library are one ' +
      'way of reaching them.',
    severity: 'error',
    from: {
      path: FEATURE,
      pathNot: [room(...ENTRANCES, 'views', 'index'), `${FEATURE}.*telegram-[a-z-]+\\.ts$`],
    },
    to: { path: GRAMMY },
  },
  {
    name: 'prisma-stays-in-repositories',
    comment:
      'Queries scattered through a program cannot be reviewed or changed together. A repository ' +
      'answers in the words of the feature.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: [...PLATFORM_WITH_PRISMA, '^src/generated/', '[/-]repository(?:\\.ts$|/)'],
    },
    to: { path: PRISMA },
  },
  {
    name: 'repository-knows-only-models',
    comment: 'It stores and finds; what that means is decided above it.',
    severity: 'error',
    from: { path: room('repository') },
    to: { path: room(...ROOMS.filter((name) => name !== 'repository')) },
  },
  {
    name: 'service-knows-no-telegram-and-no-sentence',
    comment: 'A verb must work the same from a button, from HTTP and from a sweep.',
    severity: 'error',
    from: { path: room(...SERVICES) },
    to: { path: room(...ENTRANCES, 'views') },
  },
  {
    name: 'views-only-show',
    comment: 'A view is a pure function from a model to words and buttons, testable as a string.',
    severity: 'error',
    from: { path: room('views') },
    to: {
      path: room(...ENTRANCES, ...SERVICES, 'repository', 'index'),
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'entrances-go-through-the-service',
    comment: 'A handler that writes rows itself skips the rights, the events and the outbox.',
    severity: 'error',
    from: { path: room(...ENTRANCES) },
    to: { path: room('repository') },
  },
  {
    name: 'other-features-show-their-model-only',
    comment:
      'Of another feature one may use the pure model, and its door as a type. Instances come through ' +
      '`deps` from app.ts, so that no rule ever pulls in somebody else’s menus.',
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: '^src/(?:platform|sandbox)/' },
    to: { path: room(...ROOMS), pathNot: ['^src/$1/', `${FEATURE}index\\.ts$`] },
  },
  {
    name: 'doors-are-opened-by-app',
    comment: 'One file wires the program, so that one screen shows how it hangs together.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(?:app|features|marketplace|support|main)\\.ts$' },
    to: { path: `${FEATURE}index\\.ts$`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-main-starts-the-app',
    comment: 'app.ts knows everybody; whoever knew it would know everybody too.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(?:app|features|marketplace|support|doors|main)\\.ts$' },
    to: { path: '^src/(?:app|features|marketplace|support|doors|main)\\.ts$' },
  },
  {
    name: 'context-is-types-only',
    comment:
      'Everybody imports context.ts; with one real import it would make cycles of everything.',
    severity: 'error',
    from: { path: '^src/context\\.ts$' },
    to: { path: '^src/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or a third one is missing.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(?:generated/|context\\.ts$)' },
    to: { circular: true, viaOnly: { pathNot: '^src/context\\.ts$' } },
  },
  {
    name: 'no-development-packages',
    comment: 'The image that runs is installed without them.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'everything-is-found',
    comment: 'An import that cannot be resolved is bound by no rule.',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
  ...HILL.map((feature, height) => ({
    name: `downhill-only-${feature}`,
    comment:
      'Features import from those above them in the list. Uphill, things are told by an event or by a ' +
      'function that app.ts hands over.',
    severity: /** @type {const} */ ('error'),
    from: { path: `^src/${feature}/` },
    to: { path: `^src/(?:${HILL.slice(height + 1).join('|') || '$.'})/` },
  })),
];

module.exports = {
  forbidden: law,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    exclude: { path: '^src/sandbox/page/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
