import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";
import { groupDifference, meanResidual, type GroupDifference } from "@/scoring/evaluation/panel/group-difference";
import { meanOfGroups, type JudgedItem } from "@/scoring/evaluation/panel/judged-item";

/** One group of speakers. */
export interface GroupResidual {
  readonly label: string;
  readonly speakers: number;
  /** Mean of score - experts' mean, points of 100. */
  readonly residual: number | null;
}

export interface GroupResiduals {
  readonly groups: readonly GroupResidual[];
  /** Adult women - adult men, sentences, in standard deviations of the experts' means. */
  readonly gender: GroupDifference | null;
  /** Adults - children, sentences. */
  readonly age: GroupDifference | null;
}

const GROUPS = [
  { label: "women", adult: true, gender: "f" },
  { label: "men", adult: true, gender: "m" },
  { label: "girls", adult: false, gender: "f" },
  { label: "boys", adult: false, gender: "m" },
] as const;

/** Whether the model is harder on some speakers than the experts are. `items` in the order of `rows`. */
export function splitByGroups(rows: readonly LabelledUtterance[], items: readonly JudgedItem[]): GroupResiduals {
  const where = (wanted: (row: LabelledUtterance) => boolean): JudgedItem[] =>
    items.filter((_, index) => {
      const row = rows[index];
      return row !== undefined && wanted(row);
    });
  const groups = GROUPS.map(({ label, adult, gender }) => {
    const own = where((row) => row.adult === adult && row.gender === gender);
    return { label, speakers: meanOfGroups(own).length, residual: meanResidual(own) };
  });
  const adults = (gender: "f" | "m") => where((row) => row.adult && row.gender === gender);
  return {
    groups: groups.filter(({ speakers }) => speakers > 0),
    gender: groupDifference(adults("f"), adults("m")),
    age: groupDifference(
      where(({ adult }) => adult),
      where(({ adult }) => !adult),
    ),
  };
}
