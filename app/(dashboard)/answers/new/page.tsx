import type { Metadata } from "next";
import { UploadForm } from "./_components/upload-form";
import { PageShell } from "@/components/layout/page-shell";
import { loadUploadOptions } from "@/lib/assessments/loaders";

export const metadata: Metadata = { title: "Score an answer" };

export default async function NewAnswerPage() {
  const options = await loadUploadOptions();
  return (
    <PageShell
      title="Score an answer"
      note="One recording of about four minutes. The role decides how the four scores are weighed."
    >
      <UploadForm {...options} />
    </PageShell>
  );
}
