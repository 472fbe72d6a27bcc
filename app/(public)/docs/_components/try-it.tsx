"use client";

import { type FormEvent, useId, useState } from "react";
import { CodeBlock } from "./code-block";
import { Disclosure } from "./disclosure";
import { sendRequest, type ShownAnswer } from "./send-request";
import { useTryItKey } from "./try-it-key";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export interface TryItOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly samplePath: string;
  readonly query: readonly string[];
  readonly mediaTypes: readonly string[];
  /** A JSON body to begin with, "null" where none is taken. */
  readonly sample: string;
  /** The part of the form that holds the recording. */
  readonly file: string | null;
}

const INPUT =
  "h-8 pointer-coarse:h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs";

/** A form that sends the real request to this server, with the reader's own key. */
export function TryIt({ operation }: Readonly<{ operation: TryItOperation }>) {
  const { id, method, path, query, file, sample } = operation;
  const { key, setKey } = useTryItKey();
  const [answer, setAnswer] = useState<ShownAnswer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setSending(true);
    setFault(null);
    try {
      setAnswer(await sendRequest({ ...toRequest(operation, data), key: key.trim() }));
    } catch (error) {
      setAnswer(null);
      setFault(error instanceof Error ? error.message : "The request could not be sent.");
    } finally {
      setSending(false);
    }
  }

  return (
    <Disclosure title="Try it" className="rounded-md border border-line bg-surface px-3 py-1">
      <form onSubmit={submit} className="flex flex-col gap-3 pt-1 pb-3" aria-label={`Try ${method} ${path}`}>
        <Field label="Key (a sandbox key, es_test_..., costs nothing)">
          {(fieldId) => (
            <input
              id={fieldId}
              className={INPUT}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              placeholder="es_test_"
            />
          )}
        </Field>
        {names.map((name) => (
          <Field key={name} label={`${name} (in the address)`}>
            {(fieldId) => <input id={fieldId} name={`path.${name}`} required className={INPUT} spellCheck={false} />}
          </Field>
        ))}
        {query.length > 0 && (
          <div className="grid gap-3 sm:grid-cols-2">
            {query.map((name) => (
              <Field key={name} label={name}>
                {(fieldId) => <input id={fieldId} name={`query.${name}`} className={INPUT} spellCheck={false} />}
              </Field>
            ))}
          </div>
        )}
        {file !== null && <FormFields file={file} />}
        {file === null && sample !== "null" && (
          <Field label="Body (JSON)">
            {(fieldId) => (
              <textarea
                id={fieldId}
                name="json"
                defaultValue={sample}
                rows={Math.min(12, sample.split("\n").length + 1)}
                spellCheck={false}
                className={`${INPUT} h-auto py-1.5 pointer-coarse:h-auto`}
              />
            )}
          </Field>
        )}
        <div>
          <Button tone="primary" type="submit" disabled={sending} aria-describedby={`${id}-answer`}>
            {sending ? "Sending …" : "Send"}
          </Button>
        </div>
        <div id={`${id}-answer`} aria-live="polite" className="flex flex-col gap-2">
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {answer !== null && <Answer answer={answer} />}
        </div>
      </form>
    </Disclosure>
  );
}

function Field({ label, children }: Readonly<{ label: string; children: (id: string) => React.ReactNode }>) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** The parts that a first call needs; the others are for programs. */
function FormFields({ file }: Readonly<{ file: string }>) {
  return (
    <>
      <Field label={`${file} (the recording)`}>
        {(id) => <input id={id} type="file" name={`form.${file}`} accept="audio/*,video/*" className="text-xs" />}
      </Field>
      <Field label="role_benchmark">
        {(id) => <input id={id} name="form.role_benchmark" defaultValue="customer_support" className={INPUT} />}
      </Field>
      <Field label="prompt (the question)">{(id) => <input id={id} name="form.prompt" className={INPUT} />}</Field>
      <Field label="transcript (WebVTT, SRT or plain text)">
        {(id) => (
          <textarea
            id={id}
            name="form.transcript"
            rows={3}
            className={`${INPUT} h-auto py-1.5 pointer-coarse:h-auto`}
          />
        )}
      </Field>
    </>
  );
}

function Answer({ answer: { status, statusText, durationMs, headers, body } }: Readonly<{ answer: ShownAnswer }>) {
  return (
    <>
      <p className="text-sm">
        <span className={`font-medium ${status >= 400 ? "text-danger" : "text-accent"}`}>
          {status} {statusText}
        </span>{" "}
        <span className="text-muted">in {durationMs.toLocaleString("en")} ms</span>
      </p>
      <CodeBlock label="Headers of the answer" text={headers} />
      {body !== "" && <CodeBlock label="Body of the answer" text={body} />}
    </>
  );
}

function toRequest({ method, path, mediaTypes, file, sample }: TryItOperation, data: FormData) {
  const value = (name: string) => String(data.get(name) ?? "");
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(value(`path.${name}`)));
  const query = new URLSearchParams();
  const form = new FormData();
  for (const [name, entry] of data) {
    const [place, field = ""] = name.split(".");
    if (entry === "" || (entry instanceof File && entry.size === 0)) continue;
    if (place === "query") query.set(field, String(entry));
    if (place === "form") form.set(field, entry);
  }
  const url = query.size > 0 ? `${address}?${query}` : address;
  if (file !== null) return { method, url, body: form, contentType: null };
  const isJson = sample !== "null" && mediaTypes.includes("application/json");
  return { method, url, body: isJson ? value("json") : null, contentType: isJson ? "application/json" : null };
}
