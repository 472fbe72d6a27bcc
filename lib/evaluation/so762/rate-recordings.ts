import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { mean } from "@/scoring/evaluation/statistics/mean";
import type { RatedSpeaker } from "@/scoring/read-speech/cross-validate-read-speech";
import { prepareUtterance } from "@/scoring/read-speech/prepared-utterance";

/** The recordings as the read-speech fit takes them: prepared, each with the mean of its experts. */
export function rateRecordings(rows: readonly LabelledRecording[]): RatedSpeaker[] {
  return rows.map((row) => ({
    utterance: prepareUtterance(row),
    speaker: row.speaker,
    fluency: mean(row.fluency),
    prosody: mean(row.prosody),
  }));
}
