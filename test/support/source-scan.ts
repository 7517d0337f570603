// Reads the program's sources as the compiler does, so that a word in a comment and a word in a string
// are told apart.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export type Literal = {
  readonly file: string;
  readonly line: number;
  /** The words of the literal; of a template with arguments, the words before the first of them. */
  readonly text: string;
  /** The same as it stands in the file, escapes and all. */
  readonly raw: string;
  /** A template with arguments: `text` is only how it begins. */
  readonly open: boolean;
  /** The key of a sentence: the first literal argument of a call of `t(…)` or of `….t(…)`. */
  readonly isKey: boolean;
};

export type Source = { readonly file: string; readonly text: string };

const root = new URL('../../', import.meta.url).pathname;

/** All TypeScript files below `src`, but not what is generated; paths are relative to the project. */
export function sources(): Source[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('src/generated/'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** Every string, template and regular expression of a file, each part of a template on its own. */
export function literals({ file, text }: Source): Literal[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  visit(tree);
  return found;

  function visit(node: ts.Node): void {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) add(node, node.text);
    else if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) add(node, node.text);
    else if (ts.isRegularExpressionLiteral(node) || ts.isJsxText(node)) add(node, node.text);
    node.forEachChild(visit);
  }

  function add(node: ts.Node, words: string): void {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({
      file,
      line,
      text: words,
      raw: node.getText(),
      open: ts.isTemplateHead(node),
      isKey: isKey(node),
    });
  }
}

/** Whether the literal is what a call of `t` asks for: `t(locale, 'key')`, or bound, `t('key')`. */
function isKey(node: ts.Node): boolean {
  let argument: ts.Node = ts.isTemplateHead(node) ? node.parent : node;
  // `t(locale, late ? 'warned' : 'asked')`: both are keys.
  while (isBranch(argument)) argument = argument.parent;
  const call = argument.parent;
  if (!ts.isCallExpression(call)) return false;
  const place = call.arguments.indexOf(argument as ts.Expression);
  return (
    isTranslate(call.expression) && (place === 0 || (place === 1 && !isLiteral(call.arguments[0])))
  );
}

function isBranch(node: ts.Node): boolean {
  return ts.isConditionalExpression(node.parent) && node.parent.condition !== node;
}

function isTranslate(callee: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 't';
  return ts.isIdentifier(callee) && callee.text === 't';
}

function isLiteral(node: ts.Node | undefined): boolean {
  return node !== undefined && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node));
}
