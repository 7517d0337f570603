// ESLint's own max-lines-per-function counts what is declared inside as well, so that a factory with
// five short functions would be too long. This one counts a function's own lines: those that carry code
// and do not belong to a function or method declared within it.

/** @type {import('eslint').Rule.RuleModule} */
export const functionSize = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } } }],
    messages: { tooLong: '{{name}} has {{lines}} lines of its own; {{max}} are the limit.' },
  },
  create(context) {
    const max = context.options[0]?.max ?? 40;
    const commented = commentLines(context.sourceCode);
    /** One entry per open function: its own lines so far. @type {Set<number>[]} */
    const open = [];

    /** @param {any} node */
    function enter(node) {
      const lines = new Set(range(node.loc.start.line, node.loc.end.line));
      for (const line of lines) {
        const text = context.sourceCode.lines[line - 1] ?? '';
        if (text.trim() === '' || commented.has(line)) lines.delete(line);
      }
      open.push(lines);
    }

    /** @param {any} node */
    function leave(node) {
      const lines = open.pop() ?? new Set();
      if (lines.size > max) {
        const name =
          node.id?.name ?? node.parent?.key?.name ?? node.parent?.id?.name ?? 'a function';
        context.report({ node, messageId: 'tooLong', data: { name, lines: `${lines.size}`, max } });
      }
      if (!isDeclared(node)) return;
      for (const outer of open) {
        for (const line of range(node.loc.start.line, node.loc.end.line)) outer.delete(line);
      }
    }

    return { ':function': enter, ':function:exit': leave };
  },
};

/** A callback in the middle of a statement is part of that statement. @param {any} node */
function isDeclared(node) {
  return (
    node.type === 'FunctionDeclaration' ||
    node.parent?.type === 'VariableDeclarator' ||
    node.parent?.type === 'Property'
  );
}

/** @param {import('eslint').SourceCode} sourceCode */
function commentLines(sourceCode) {
  const lines = new Set();
  for (const { loc } of sourceCode.getAllComments()) {
    if (!loc) continue;
    const before = (sourceCode.lines[loc.start.line - 1] ?? '').slice(0, loc.start.column);
    const first = before.trim() === '' ? loc.start.line : loc.start.line + 1;
    for (const line of range(first, loc.end.line)) lines.add(line);
  }
  return lines;
}

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
