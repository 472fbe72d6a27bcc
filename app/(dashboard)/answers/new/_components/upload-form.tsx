"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { CONTROL_CLASSES, Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RequestProblem } from "@/lib/api-client/request-problem";
import { postAnswer } from "@/lib/assessments/client";

type UploadFormProps = Readonly<{
  roles: readonly { readonly key: string; readonly name: string }[];
  languages: readonly { readonly code: string; readonly name: string }[];
  maxMinutes: number;
  maxMegabytes: number;
}>;

/** Recording, prompt, role and transcript (pasted or a file) of one answer. */
export function UploadForm({ roles, languages, maxMinutes, maxMegabytes }: UploadFormProps) {
  const router = useRouter();
  const [transcript, setTranscript] = useState("");
  const [progress, setProgress] = useState(0);
  const upload = useMutation({
    mutationFn: (form: FormData) => postAnswer(form, setProgress),
    onSuccess: ({ id }) => router.push(`/answers/${id}`),
  });
  const problem = upload.error instanceof RequestProblem ? upload.error : null;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // An empty field is left out: "" is not a prompt and not a transcript.
    for (const [name, value] of [...form]) if (value === "") form.delete(name);
    setProgress(0);
    upload.mutate(form);
  };
  return (
    <form onSubmit={onSubmit} className="flex max-w-2xl flex-col gap-4" noValidate>
      <Field
        id="audio"
        label="Recording"
        hint={`MP3, WAV, OGG, FLAC, M4A, AIFF, MP4, MOV, WebM or MKV; up to ${maxMinutes} minutes and ${maxMegabytes} MB.`}
        error={problem?.fields["audio"]}
      >
        <input
          id="audio"
          name="audio"
          type="file"
          accept="audio/*,video/*"
          aria-describedby="audio-hint"
          className={CONTROL_CLASSES}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="role_benchmark" label="Role" error={problem?.fields["role_benchmark"]}>
          <select id="role_benchmark" name="role_benchmark" className={CONTROL_CLASSES} defaultValue={roles[0]?.key}>
            {roles.map((role) => (
              <option key={role.key} value={role.key}>
                {role.name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="language" label="Language" error={problem?.fields["language"]}>
          <select id="language" name="language" className={CONTROL_CLASSES} defaultValue="en">
            {languages.map((language) => (
              <option key={language.code} value={language.code}>
                {language.name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field
        id="prompt"
        label="Question that was asked"
        optional
        hint="Without it, relevance is not measured and empathy signal needs clear acts to be scored."
        error={problem?.fields["prompt"]}
      >
        <textarea id="prompt" name="prompt" rows={2} aria-describedby="prompt-hint" className={CONTROL_CLASSES} />
      </Field>
      <Field id="prompt_type" label="Kind of question" hint="Decides which structure is looked for.">
        <select
          id="prompt_type"
          name="prompt_type"
          className={CONTROL_CLASSES}
          defaultValue="past"
          aria-describedby="prompt_type-hint"
        >
          <option value="past">Past: “tell me about a time …”</option>
          <option value="situational">Situational: “what would you do if …”</option>
          <option value="open">Open</option>
        </select>
      </Field>
      <Field
        id="transcript"
        label="What was said"
        optional
        hint="Plain text, WebVTT, SRT or JSON words. Keep um and uh. Without it, clarity and composure are scored provisionally from the sound."
        error={problem?.fields["transcript"]}
      >
        <textarea
          id="transcript"
          name="transcript"
          rows={6}
          value={transcript}
          onChange={(event) => setTranscript(event.target.value)}
          aria-describedby="transcript-hint"
          className={CONTROL_CLASSES}
        />
      </Field>
      <label className="flex flex-wrap items-center gap-2 text-sm text-muted">
        or read it from a file
        <input
          type="file"
          accept=".vtt,.srt,.json,.txt,text/*,application/json"
          className="max-w-full text-xs"
          onChange={(event) => void event.target.files?.[0]?.text().then(setTranscript)}
        />
      </label>
      {upload.error && (
        <Notice tone="error" title="The answer was not scored, and nothing was kept.">
          {upload.error.message}
        </Notice>
      )}
      <div className="flex items-center gap-3" aria-live="polite">
        <Button tone="primary" type="submit" disabled={upload.isPending || upload.isSuccess}>
          Score
        </Button>
        {upload.isPending && (
          <>
            <progress value={progress} max={1} aria-label="Upload" className="h-1.5 w-40" />
            <span className="text-sm text-muted">
              {progress < 1 ? `Uploading, ${Math.round(progress * 100)} %` : "Measuring and scoring…"}
            </span>
          </>
        )}
      </div>
    </form>
  );
}
