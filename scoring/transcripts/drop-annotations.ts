/** What a transcriber writes about the recording, not what was said: [laughter], [00:12], ♪. */
const NOTE = /\[[^\]\n]{0,80}\]|♪/gu;
/** <VOCNOISE>, <unk>, <i>. A `<` that is no tag ("x < 3 and y > 2", "<3") stays. */
const TAG = /<\/?\p{L}[^<>\n]{0,80}>/gu;

/**
 * Who speaks, written at a line's start before a colon. Only words for a part in a talk, and these with a number or a
 * letter: any other word before a colon may have been said ("First: I called her"), so a speaker's name is not taken
 * for a label. English, with the words of French, Spanish and German tools.
 */
const PART = [
  ...["agent", "applicant", "assistant", "caller", "candidate", "client", "customer", "guest", "host", "interviewee"],
  ...["interviewer", "moderator", "operator", "participant", "person", "recruiter", "representative", "respondent"],
  ...["speaker", "spk", "voice", "candidat", "conseiller", "conseillère", "intervenant", "locuteur", "recruteur"],
  ...["cliente", "entrevistador", "hablante", "bewerber", "kunde", "sprecher"],
].join("|");
const LEAD = String.raw`(?:\s|\[[^\]\n]{0,80}\]|<[^<>\n]{0,200}>)*`;
const TURN = String.raw`(?:[>–-]{1,2}\s*)?`;
const SPEAKER_LABEL = new RegExp(`^(${LEAD})${TURN}(?:${PART})(?:[ _#-]{0,2}(?:\\d{1,3}|[a-z]))?\\s?:(?=\\s|$)`, "iu");

/** A text without notes in square brackets and music signs; a blank stands for each. */
export function dropNotes(text: string): string {
  return text.replace(NOTE, " ");
}

/** A text as it was written (entities not yet decoded) without tags in angle brackets and {@link dropNotes | notes}. */
export function dropAnnotations(text: string): string {
  return dropNotes(text.replace(TAG, " "));
}

/** Lines without the speaker's label at their start ("Agent:", "SPEAKER 1:", "[00:12] speaker_00:"). */
export function dropSpeakerLabels(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(SPEAKER_LABEL, "$1"))
    .join("\n");
}
