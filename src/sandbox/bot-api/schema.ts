// The shape of the derived list of methods (methods.ts) and the check of a value against it.

export type TypeRef =
  | 'string'
  | 'number'
  | 'boolean'
  | 'file'
  | { readonly literal: readonly (string | number | boolean)[] }
  | { readonly list: TypeRef }
  | { readonly named: string }
  | { readonly anyOf: readonly TypeRef[] };

export type Field = {
  readonly type: TypeRef;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** What `min` and `max` count. */
  readonly unit?: 'characters' | 'bytes' | 'items' | 'value';
  /** The length holds for the text that is left when its markup has been parsed. */
  readonly afterParsing?: boolean;
};

export type Fields = Readonly<Record<string, Field>>;
export type NamedType = { readonly fields: Fields } | TypeRef;

export type BotApiList = {
  readonly source: string;
  readonly methods: Readonly<Record<string, Fields>>;
  readonly types: Readonly<Record<string, NamedType>>;
};

/** What is wrong with a value: where, by which rule, and the field of the list that says so. */
export type Problem = {
  readonly path: string;
  readonly rule: string;
  /** `InlineKeyboardButton.CallbackButton.callback_data`, or the name of a union nothing fits. */
  readonly field: string;
};

/** A file that came with the request itself, as a part of multipart/form-data. */
export type Upload = { readonly fileName: string; readonly bytes: Uint8Array };

/** Whether a parameter's value is a file that came with the request. */
export function isUpload(value: unknown): value is Upload {
  return isRecord(value) && value.bytes instanceof Uint8Array;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type Checker = {
  /** The first problem of an object with these fields, or null. `owner` names the fields' type. */
  checkFields(
    value: Record<string, unknown>,
    fields: Fields,
    owner: string,
    path: string,
  ): Problem | null;
};

/** Checks values against the types of `list`. Fields of objects the list does not know are let pass. */
export function createChecker(list: BotApiList): Checker {
  function checkFields(
    value: Record<string, unknown>,
    fields: Fields,
    owner: string,
    path: string,
  ): Problem | null {
    for (const [name, field] of Object.entries(fields)) {
      const problem = checkField(value[name], field, `${owner}.${name}`, join(path, name));
      if (problem) return problem;
    }
    return null;
  }

  function checkField(value: unknown, field: Field, name: string, path: string): Problem | null {
    if (value === undefined || value === null) {
      return field.required ? { path, rule: 'is required', field: name } : null;
    }
    const wrongType = checkType(value, field.type, name, path);
    if (wrongType) return wrongType;
    return fitsLimits(value, field) ? null : { path, rule: limitRule(field), field: name };
  }

  function checkType(value: unknown, type: TypeRef, name: string, path: string): Problem | null {
    if (typeof type === 'string') {
      return isPlain(value, type) ? null : { path, rule: `must be a ${type}`, field: name };
    }
    if ('literal' in type) {
      const isOneOf = type.literal.some((literal) => literal === value);
      return isOneOf
        ? null
        : { path, rule: `must be one of ${type.literal.join(', ')}`, field: name };
    }
    if ('list' in type) return checkList(value, type.list, name, path);
    if ('anyOf' in type) return checkAnyOf(value, type.anyOf, name, path);
    return checkNamed(value, type.named, path);
  }

  function checkList(value: unknown, item: TypeRef, name: string, path: string): Problem | null {
    if (!Array.isArray(value)) return { path, rule: 'must be a list', field: name };
    for (const [index, element] of value.entries()) {
      const problem = checkType(element, item, name, `${path}[${index}]`);
      if (problem) return problem;
    }
    return null;
  }

  function checkNamed(value: unknown, name: string, path: string): Problem | null {
    const type = list.types[name];
    if (type === undefined) throw new Error(`No type ${name} in ${list.source}`);
    if (typeof type === 'string' || !('fields' in type)) return checkType(value, type, name, path);
    if (!isRecord(value)) return { path, rule: 'must be an object', field: name };
    return checkFields(value, type.fields, name, path);
  }

  function checkAnyOf(
    value: unknown,
    variants: readonly TypeRef[],
    name: string,
    path: string,
  ): Problem | null {
    const problems = variants.map((variant) => checkType(value, variant, name, path));
    if (problems.includes(null)) return null;
    const meant = problems.find((_, index) => isMeant(value, variants[index]));
    return meant ?? { path, rule: 'fits none of the allowed kinds', field: name };
  }

  /** Of several kinds, the one the sender must have had in mind: its fields and its tag are there. */
  function isMeant(value: unknown, variant: TypeRef | undefined): boolean {
    if (typeof variant !== 'object') return false;
    if ('list' in variant) return Array.isArray(value);
    if (!('named' in variant) || !isRecord(value)) return false;
    const type = list.types[variant.named];
    if (typeof type !== 'object' || !('fields' in type)) return false;
    return Object.entries(type.fields).every(([name, field]) => {
      if (field.required && value[name] === undefined) return false;
      return !isTag(field.type) || checkType(value[name], field.type, name, name) === null;
    });
  }

  return { checkFields };
}

function isTag(type: TypeRef): boolean {
  return typeof type === 'object' && 'literal' in type && type.literal.length === 1;
}

function isPlain(value: unknown, type: 'string' | 'number' | 'boolean' | 'file'): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'file') return typeof value === 'string' || isUpload(value);
  return typeof value === type;
}

function fitsLimits(value: unknown, field: Field): boolean {
  if (field.min === undefined || field.max === undefined || field.afterParsing) return true;
  const size = sizeOf(value, field.unit);
  return size === null || (size >= field.min && size <= field.max);
}

function sizeOf(value: unknown, unit: Field['unit']): number | null {
  if (unit === 'value') return typeof value === 'number' ? value : null;
  if (Array.isArray(value)) return unit === 'items' ? value.length : null;
  if (typeof value !== 'string') return null;
  return unit === 'bytes' ? Buffer.byteLength(value) : [...value].length;
}

function limitRule(field: Field): string {
  return `must be ${field.min}-${field.max}${field.unit === 'value' ? '' : ` ${field.unit}`}`;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
