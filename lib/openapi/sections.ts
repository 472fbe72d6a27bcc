/** A part of the reference: all addresses below one word. */
export interface ReferenceSection {
  /** The first word of the address: "soft-skills-score". */
  readonly key: string;
  readonly title: string;
  /** Markdown, a sentence or three. */
  readonly intro: string;
}

/** The sections in the order of the reference. An address outside them stands at the end under its own word. */
export const SECTIONS: readonly ReferenceSection[] = [
  {
    key: "soft-skills-score",
    title: "Soft-skills score",
    intro:
      "One recorded answer in, four scores out: communication, clarity, composure and empathy signal, each with the evidence behind every point. What could not be judged is null, with the reason.",
  },
  {
    key: "uploads",
    title: "Uploads",
    intro: "A recording that is sent in parts and can be resumed after a broken line (tus 1.0), then scored by its id.",
  },
  {
    key: "live-answers",
    title: "Live answers",
    intro:
      "The recording is sent while the call still runs, and decoded as it arrives; the result follows the last part. What arrived is durable: a line that broke off, or a server that did, costs nothing of the call.",
  },
  {
    key: "role-benchmarks",
    title: "Role benchmarks",
    intro: "The bar and the weights that an answer is judged by. A change is a new version; old results keep theirs.",
  },
  { key: "positions", title: "Positions", intro: "Openings that answers belong to, with their candidates in order." },
  { key: "candidates", title: "Candidates", intro: "The people whose answers are scored; erasing one erases all." },
  {
    key: "webhook-endpoints",
    title: "Webhook endpoints",
    intro: "Addresses of yours that are told when something happens. Signed as Standard Webhooks says.",
  },
  {
    key: "webhook-deliveries",
    title: "Webhook deliveries",
    intro: "What was sent to your endpoints, what they answered, and a way to send it again.",
  },
  {
    key: "credits",
    title: "Credits",
    intro:
      "What is left, and every movement of it. A run reserves a credit and is charged a quarter of one for each dimension that got a score; what failed, was canceled or could not be judged is free. Without a free credit a call is answered with 402.",
  },
  { key: "usage", title: "Usage", intro: "Calls by day and by how they stand, with the credits that were charged." },
];

/** "soft-skills-score" of "/v1/soft-skills-score/{id}". */
export function sectionKey(path: string): string {
  return path.split("/")[2] ?? "";
}

export function sectionIndex(path: string): number {
  const index = SECTIONS.findIndex(({ key }) => key === sectionKey(path));
  return index === -1 ? SECTIONS.length : index;
}

/** The section of an address; one that has no words yet is titled by its address. */
export function findSection(path: string): ReferenceSection {
  const key = sectionKey(path);
  const words = key.replaceAll("-", " ");
  return SECTIONS.find((section) => section.key === key) ?? { key, title: capitalised(words), intro: "" };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
