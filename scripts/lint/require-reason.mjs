const MESSAGE =
  "Say in a comment, on this line or above, why the compiler cannot know this; better, narrow or parse the value instead.";

const STATEMENT = /Statement$|Declaration$|PropertyDefinition|^Property$|^JSXAttribute$/;
const FUNCTION = /Function|MethodDefinition/;

/**
 * ESLint rule: `x!` and `x as T` (except `as const`) need a comment: on the line, above the statement, or earlier in the
 * same function (a loop over typed arrays needs the reason once).
 */
export const requireReason = {
  meta: {
    type: "suggestion",
    schema: [],
    docs: { description: "assertions need a reason" },
    messages: { reason: MESSAGE },
  },
  create(context) {
    const { sourceCode } = context;
    const lines = commentedLines(sourceCode);
    const check = (node) => {
      const first = Math.min(ancestorOf(node, STATEMENT).loc.start.line, ancestorOf(node, FUNCTION).loc.start.line);
      for (let line = first - 1; line <= node.loc.end.line; line++) if (lines.has(line)) return;
      context.report({ node, messageId: "reason" });
    };
    return {
      TSNonNullExpression: check,
      TSAsExpression: (node) => {
        if (!isConst(node.typeAnnotation)) check(node);
      },
    };
  },
};

function commentedLines(sourceCode) {
  const lines = new Set();
  for (const comment of sourceCode.getAllComments()) {
    for (let line = comment.loc.start.line; line <= comment.loc.end.line; line++) lines.add(line);
  }
  return lines;
}

/** The nearest ancestor of that type, or the outermost one below the program. */
function ancestorOf(node, type) {
  let at = node;
  while (at.parent && at.parent.type !== "Program" && !type.test(at.type)) at = at.parent;
  return type.test(at.type) ? at : node;
}

function isConst(annotation) {
  return annotation.type === "TSTypeReference" && annotation.typeName.name === "const";
}
