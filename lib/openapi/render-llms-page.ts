import { API_METHODS } from "@/lib/openapi/api-route";
import type { OpenApiDocument } from "@/lib/openapi/openapi-document";

/** The address book for programs that read (llmstxt.org): what this is, every operation in a line, where the rest is. */
export function renderLlmsPage(document: OpenApiDocument): string {
  const lines = [
    "# Earshot",
    "",
    "> Grades how a candidate talks to customers: one spoken answer in, four explained scores out. Open models, evidence for every point.",
    "",
    ...(document.info.description ?? "").split("\n").slice(2),
    "",
    "## Reference",
    "",
    "- [OpenAPI 3.1](/v1/openapi.json): every operation, field, header and error code",
    "- [Reference](/docs): the same for people, with a form to try it",
    "- [Soft-skills score on one page](/docs/soft-skills-score): the main endpoint; also as [PDF](/soft-skills-score.pdf)",
    "- [Sandbox](/docs/sandbox): fixtures with known results, and what test keys may do",
    "- [Webhooks](/docs/webhooks): events, signatures, tries",
    "- [Errors](/docs/errors): what each code means and what to do",
    "- [Changelog](/docs/changelog): what was added and when",
  ];
  for (const { name, description } of document.tags ?? []) {
    lines.push("", `## ${name}`, "", ...(description ? [description, ""] : []), ...operationLines(document, name));
  }
  return `${lines.join("\n")}\n`;
}

function operationLines(document: OpenApiDocument, tag: string): readonly string[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    API_METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation?.tags?.includes(tag)) return [];
      return [`- [${method.toUpperCase()} ${path}](/docs#${operation.operationId}): ${operation.summary}`];
    }),
  );
}
