/** What was found on this machine; see collect-capability-facts.ts. */
export interface CapabilityFacts {
  readonly nodeVersion: string;
  /** Whether this Node is one that we recommend, or one that merely works. */
  readonly nodeRecommended: boolean;
  readonly database: "embedded" | "external" | "not_reachable" | "not_started";
  /** "library": the built-in decoder; "ffmpeg": FFMPEG_PATH; null: PCM WAV and AIFF only. */
  readonly mediaDecoder: "library" | "ffmpeg" | null;
  /** ISO 639-1 codes whose transcripts without times are aligned. */
  readonly alignedLanguages: readonly string[];
  readonly recogniser: string | null;
  /** Languages with packed word vectors. */
  readonly vectorLanguages: readonly string[];
}

export const CAPABILITY_STATES = ["works", "limited", "off"] as const;
export type CapabilityState = (typeof CAPABILITY_STATES)[number];

/** One row of the table that `npm run doctor`, the README and the dashboard show. */
export interface Capability {
  readonly key: string;
  readonly label: string;
  readonly state: CapabilityState;
  readonly detail: string;
  /** What would change it; null where nothing needs to. */
  readonly action: string | null;
}

/** The rows, in the order in which they are shown. Pure: the same facts give the same sentences everywhere. */
export function describeCapabilities(facts: CapabilityFacts): readonly Capability[] {
  return [
    nodeRow(facts),
    databaseRow(facts),
    mediaRow(facts),
    row("sound", "Scores from sound alone", "works", "measurements; composure and clarity, provisional", null),
    alignmentRow(facts),
    recogniserRow(facts),
    vectorsRow(facts),
  ];
}

function row(key: string, label: string, state: CapabilityState, detail: string, action: string | null): Capability {
  return { key, label, state, detail, action };
}

function nodeRow({ nodeVersion, nodeRecommended }: CapabilityFacts): Capability {
  const action = nodeRecommended ? null : "Node 22.12 or newer is recommended.";
  return row("node", "Node", "works", nodeVersion, action);
}

function databaseRow({ database }: CapabilityFacts): Capability {
  const label = "PostgreSQL";
  if (database === "embedded") return row("database", label, "works", "embedded, in the data folder", null);
  if (database === "external") return row("database", label, "works", "from DATABASE_URL", null);
  if (database === "not_started") return row("database", label, "off", "not started", "Run `npm run up`.");
  return row("database", label, "off", "does not answer", "Check DATABASE_URL, or unset it for the embedded one.");
}

function mediaRow({ mediaDecoder }: CapabilityFacts): Capability {
  const label = "Audio and video files";
  const all = "MP3, WAV, AIFF, FLAC, Ogg, Opus, M4A, MP4, MOV, WebM, MKV";
  if (mediaDecoder === "library") return row("media", label, "works", `${all}; built-in decoder`, null);
  if (mediaDecoder === "ffmpeg") return row("media", label, "works", `${all}; ffmpeg of FFMPEG_PATH`, null);
  const action = "Set FFMPEG_PATH to an ffmpeg program.";
  return row("media", label, "limited", "uncompressed WAV and AIFF only", action);
}

function alignmentRow({ alignedLanguages }: CapabilityFacts): Capability {
  const label = "Words from your transcript";
  const timed = "VTT, SRT and word-timed JSON in any language";
  if (alignedLanguages.length === 0)
    return row("transcripts", label, "limited", timed, "Send a transcript with times.");
  return row("transcripts", label, "works", `${timed}; plain text in ${alignedLanguages.join(", ")}`, null);
}

function recogniserRow({ recogniser }: CapabilityFacts): Capability {
  const label = "Words by speech recognition";
  if (recogniser !== null) return row("recogniser", label, "works", recogniser, null);
  const action =
    "Send a transcript with the recording, or add it later: communication and empathy_signal need words. " +
    "A recogniser cannot be connected in this version.";
  return row("recogniser", label, "off", "none", action);
}

function vectorsRow({ vectorLanguages }: CapabilityFacts): Capability {
  const label = "Relevance to the question";
  if (vectorLanguages.length > 0) return row("vectors", label, "works", vectorLanguages.join(", "), null);
  return row("vectors", label, "off", "no word vectors", "Run `npm run up`, which packs them.");
}
