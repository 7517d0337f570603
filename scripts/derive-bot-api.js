// Derives src/sandbox/bot-api/methods.ts from the installed @grammyjs/types: what each Bot API method takes.
// Types, required fields and literal values come from the compiler; lengths from the doc comments,
// which are Telegram's own sentences ("1-64 bytes", "0-1024 characters after entities parsing").
//
//   node scripts/derive-bot-api.js           writes the file
//   node scripts/derive-bot-api.js --print   prints it (a test compares it with the committed one)

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/sandbox/bot-api/methods.ts');
const packageFile = createRequire(import.meta.url).resolve('@grammyjs/types/package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));

const PROBE = join(root, 'src/sandbox/bot-api/probe.ts');
const PROBE_TEXT = `import type { ApiMethods } from '@grammyjs/types';
interface InputFile { readonly uploaded: true }
export declare const methods: ApiMethods<InputFile>;`;

function createProgram() {
  const options = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === PROBE || fileExists(name);
  host.readFile = (name) => (name === PROBE ? PROBE_TEXT : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === PROBE
      ? ts.createSourceFile(name, PROBE_TEXT, ts.ScriptTarget.ES2023, true)
      : getSourceFile(name, ...rest);
  return ts.createProgram([PROBE], options, host);
}

const program = createProgram();
const checker = program.getTypeChecker();
const probe = program.getSourceFile(PROBE);

/** Named object types met on the way, name → fields or variants. */
const types = {};

function qualifiedName(symbol) {
  return checker.getFullyQualifiedName(symbol).replace(/^"[^"]*"\./, '');
}

/** What a type accepts. Objects become references into `types`, so that recursion ends. */
function describe(type) {
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.flags & ts.TypeFlags.BooleanLiteral)
    return { literal: [checker.typeToString(type) === 'true'] };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { literal: [type.value] };
  if (type.flags & ts.TypeFlags.String) return 'string';
  if (type.flags & ts.TypeFlags.Number) return 'number';
  if (type.isUnion()) return describeNamedUnion(type);
  if (checker.isArrayType(type)) return { list: describe(checker.getTypeArguments(type)[0]) };
  if (isAnyString(type)) return 'string';
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return describeObject(type);
  throw new Error(`Cannot describe ${checker.typeToString(type)}`);
}

/** `'en' | (string & {})`: any string, some of them suggested. */
function isAnyString(type) {
  return type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String);
}

/** A union with a name of its own becomes a reference too: RichText contains itself. */
function describeNamedUnion(type) {
  const isWords = type.types.every((member) => member.isLiteral());
  if (!type.aliasSymbol || isWords) return describeUnion(type);
  const name = qualifiedName(type.aliasSymbol);
  if (!(name in types)) {
    types[name] = {};
    types[name] = describeUnion(type);
  }
  return { named: name };
}

function describeUnion(type) {
  const members = type.types.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
  const booleans = members.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
  const others = members.filter((member) => !booleans.includes(member));
  const variants = others.map(describe);
  if (booleans.length === 2) variants.push('boolean');
  else variants.push(...booleans.map(describe));

  const literals = variants
    .filter((variant) => variant.literal)
    .flatMap((variant) => variant.literal);
  const rest = variants.filter((variant) => !variant.literal);
  if (variants.includes('string') && literals.every((literal) => typeof literal === 'string')) {
    return rest.length === 1 ? 'string' : { anyOf: rest };
  }
  const all = literals.length > 0 ? [...rest, { literal: literals }] : rest;
  return all.length === 1 ? all[0] : { anyOf: all };
}

function describeObject(type) {
  const name = nameOf(type);
  if (name === 'InputFile') return 'file';
  if (!(name in types)) {
    types[name] = {};
    types[name] = { fields: describeFields(type) };
  }
  return { named: name };
}

/** A helper type such as `Omit<LoginUrl, …>` has no name of its own: it is called by its text. */
function nameOf(type) {
  const symbol = type.aliasSymbol ?? type.symbol;
  const isHelper = program.isSourceFileDefaultLibrary(symbol.declarations[0].getSourceFile());
  return isHelper ? checker.typeToString(type) : qualifiedName(symbol);
}

function describeFields(type) {
  const fields = {};
  for (const property of checker.getPropertiesOfType(type)) {
    const declared = checker.getTypeOfSymbolAtLocation(property, probe);
    const described = describe(checker.getNonNullableType(declared));
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    fields[property.name] = {
      type: described,
      ...(optional ? {} : { required: true }),
      ...limits(documentation(property), described),
    };
  }
  return fields;
}

function documentation(property) {
  return ts.displayPartsToString(property.getDocumentationComment(checker));
}

function limits(doc, described) {
  const length = /(\d+)-(\d+) (characters|bytes)( after entit(?:y|ies) parsing)?/.exec(doc);
  if (length && described === 'string') {
    const [, min, max, unit, parsed] = length;
    return { min: Number(min), max: Number(max), unit, ...(parsed ? { afterParsing: true } : {}) };
  }
  const items = /(?:list of|must include) (\d+)-(\d+) (?:\w+ )?(?:identifiers|items)/.exec(doc);
  if (items && described.list) {
    return { min: Number(items[1]), max: Number(items[2]), unit: 'items' };
  }
  const values = /[Vv]alues between (\d+)-(\d+)/.exec(doc);
  if (values && described === 'number') {
    return { min: Number(values[1]), max: Number(values[2]), unit: 'value' };
  }
  return {};
}

function describeMethods() {
  const statement = probe.statements.find(ts.isVariableStatement);
  const methods = {};
  for (const method of checker.getPropertiesOfType(
    checker.getTypeAtLocation(statement.declarationList.declarations[0]),
  )) {
    // Two old names of methods that are there under their new ones.
    if (method.getJsDocTags(checker).some((tag) => tag.name === 'deprecated')) continue;
    const [signature] = checker.getTypeOfSymbolAtLocation(method, probe).getCallSignatures();
    const [parameter] = signature.getParameters();
    methods[method.name] = parameter
      ? describeFields(
          checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, probe)),
        )
      : {};
  }
  return methods;
}

function render(methods) {
  const entries = (record) =>
    Object.keys(record)
      .sort()
      .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(record[name])},`);
  return [
    '// biome-ignore-all format: derived, one entry a line',
    '// biome-ignore-all lint: derived',
    '/* eslint-disable */',
    '// Derived by scripts/derive-bot-api.js; not to be edited by hand.',
    "import type { BotApiList } from './schema.ts';",
    '',
    'export const botApi: BotApiList = {',
    `  source: '@grammyjs/types ${version}',`,
    '  methods: {',
    ...entries(methods),
    '  },',
    '  types: {',
    ...entries(types),
    '  },',
    '};',
    '',
  ].join('\n');
}

const text = render(describeMethods());
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(target, text);
