import { CodeTabs } from "./code-tabs";
import { Disclosure } from "./disclosure";
import { ErrorsList } from "./errors-list";
import { FieldsTable } from "./fields-table";
import { InlineMarkdown, Markdown } from "./markdown";
import { MethodBadge } from "./method-badge";
import { TryIt } from "./try-it";
import { codeSamples } from "@/lib/openapi/code-samples";
import type { FieldRow } from "@/lib/openapi/field-rows";
import type { ReferenceAnswer, ReferenceOperation } from "@/lib/openapi/reference-model";

type OperationSectionProps = Readonly<{ operation: ReferenceOperation; origin: string }>;

const PLACES = { path: "In the address", query: "Query parameters", header: "Headers" } as const;

/** One operation: what it takes and gives on the left, the same in code on the right. */
export function OperationSection({ operation, origin }: OperationSectionProps) {
  const { id, method, path, summary, description, parameters, bodies, answers, errors } = operation;
  const samples = codeSamples(operation, origin).map(({ language, text }) => ({ name: language, text }));
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-4 gap-x-10 gap-y-5 border-t border-line py-8 xl:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-5">
        <header className="flex flex-col gap-2">
          <h3 id={`${id}-title`} className="text-xl font-semibold tracking-tight">
            <a href={`#${id}`} className="hover:underline">
              {summary}
            </a>
          </h3>
          <p className="flex items-baseline gap-2">
            <MethodBadge method={method} />
            <code className="font-mono break-all">{path}</code>
          </p>
          <Markdown text={description} />
        </header>
        {(["path", "query", "header"] as const).map((place) =>
          parameters[place].length === 0 ? null : (
            <FieldsTable key={place} caption={PLACES[place]} rows={parameters[place]} />
          ),
        )}
        {bodies
          .filter(({ fields }) => fields.length > 0)
          .map(({ mediaType, shape, fields }) => (
            <BodyFields
              key={`${mediaType} ${shape}`}
              mediaType={mediaType}
              shape={shape}
              rows={requiredFirst(fields)}
            />
          ))}
        {answers.map((answer) => (
          <AnswerFields key={answer.status} answer={answer} />
        ))}
        <ErrorsList errors={errors} />
      </div>
      <div className="flex min-w-0 flex-col gap-5 xl:sticky xl:top-4 xl:self-start">
        <CodeTabs label={`Request: ${summary}`} tabs={samples} />
        <Examples answers={answers} summary={summary} />
        <TryIt
          operation={{
            ...{ id, method, path, samplePath: operation.samplePath },
            query: parameters.query.map((row) => row.path),
            mediaTypes: bodies.map(({ mediaType }) => mediaType),
            sample: JSON.stringify(bodies.find(({ sample }) => sample !== null)?.sample ?? null, null, 2),
            file: bodies.flatMap(({ fields }) => fields).find(({ type }) => type === "file")?.path ?? null,
          }}
        />
      </div>
    </section>
  );
}

/** What must be sent stands first; fields inside another stay below it. */
function requiredFirst(rows: readonly FieldRow[]): readonly FieldRow[] {
  const isNeeded = ({ path }: FieldRow) => rows.some((row) => row.required && row.path === path.split(/[.[]/)[0]);
  return [...rows.filter(isNeeded), ...rows.filter((row) => !isNeeded(row))];
}

type BodyFieldsProps = Readonly<{ mediaType: string; shape: string; rows: readonly FieldRow[] }>;

/** The fields of a body; where there are several shapes, each opens by itself. */
function BodyFields({ mediaType, shape, rows }: BodyFieldsProps) {
  if (shape === "") return <FieldsTable caption={`Body: ${mediaType}`} rows={rows} />;
  return (
    <Disclosure
      title={
        <>
          Body: {mediaType}, <code className="ml-1 font-mono">{shape}</code>
          <span className="ml-1 text-muted">({rows.length})</span>
        </>
      }
    >
      <FieldsTable caption={`Fields of ${shape}`} rows={rows} />
    </Disclosure>
  );
}

function AnswerFields({ answer: { status, description, shapes } }: Readonly<{ answer: ReferenceAnswer }>) {
  return (
    <div>
      <p className="text-sm">
        <span className="font-medium">{status}</span> <InlineMarkdown text={description} />
      </p>
      {shapes
        .filter(({ fields }) => fields.length > 0)
        .map(({ name, fields }, index) => (
          <Disclosure
            key={name || index}
            className="mt-1"
            title={
              <>
                {name === "" ? "Fields" : <code className="font-mono">{name}</code>}
                <span className="ml-1 text-muted">({fields.length})</span>
              </>
            }
          >
            <FieldsTable caption={name === "" ? "Fields of the answer" : `Fields of ${name}`} rows={fields} />
          </Disclosure>
        ))}
    </div>
  );
}

function Examples({ answers, summary }: Readonly<{ answers: readonly ReferenceAnswer[]; summary: string }>) {
  const tabs = answers.flatMap(({ status, examples }) =>
    examples.map((example) => ({ name: `${status} ${example.summary}`, text: example.text })),
  );
  return tabs.length === 0 ? null : <CodeTabs label={`Answer: ${summary}`} tabs={tabs} />;
}
