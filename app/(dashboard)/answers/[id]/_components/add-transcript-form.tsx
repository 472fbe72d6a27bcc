"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { putTranscript } from "@/lib/assessments/client";
import { CONTROL_CLASSES, Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type AddTranscriptFormProps = Readonly<{ assessmentId: string; hasTranscript: boolean }>;

/** Paste or attach what was said, later: it is aligned, checked against the recording and scored again. */
export function AddTranscriptForm({ assessmentId, hasTranscript }: AddTranscriptFormProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const scoring = useMutation({
    mutationFn: () => putTranscript(assessmentId, text),
    onSuccess: () => {
      setText("");
      router.refresh();
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    scoring.mutate();
  };
  return (
    <details open={!hasTranscript} className="no-print rounded-md border border-line bg-surface px-3 py-2.5">
      <summary className="text-base font-semibold">
        {hasTranscript ? "Correct what was said" : "Add what was said"}
      </summary>
      <p className="mb-2 text-sm text-muted">
        {hasTranscript
          ? "A corrected transcript replaces this one. The answer is scored again, free of charge."
          : "With words, all four dimensions can be scored. Scoring again is free of charge."}
      </p>
      <form onSubmit={onSubmit} className="flex flex-col gap-2">
        <Field
          id="transcript-text"
          label="Transcript"
          hint="Plain text, WebVTT, SRT or JSON words. Keep um and uh: they are part of the answer."
        >
          <textarea
            id="transcript-text"
            aria-describedby="transcript-text-hint"
            rows={5}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={CONTROL_CLASSES}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-2">
          <Button tone="primary" type="submit" disabled={text.trim() === "" || scoring.isPending}>
            {scoring.isPending ? "Aligning and scoring…" : "Score with this transcript"}
          </Button>
          <label className="inline-flex items-center gap-2 text-sm text-muted">
            or read a file
            <input
              type="file"
              accept=".vtt,.srt,.json,.txt,text/*,application/json"
              className="max-w-56 text-xs"
              onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
            />
          </label>
        </div>
        {scoring.isError && (
          <Notice tone="error" title="The transcript was not used.">
            {scoring.error.message}
          </Notice>
        )}
      </form>
    </details>
  );
}
