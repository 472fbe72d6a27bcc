const COUNT = new Intl.NumberFormat("en");
const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });
const SIGNED = new Intl.NumberFormat("en", { signDisplay: "exceptZero" });

/** How many there are: 3127 is "3,127". */
export const formatCount = (count: number): string => COUNT.format(count);

/** A share, 0..1, in whole percent: 0.264 is "26%". A share of nothing is a dash. */
export const formatShare = (share: number | null): string => (share === null ? "–" : PERCENT.format(share));

/** A change with its sign: 37 is "+37", -12 is "-12", 0 is "0". */
export const formatChange = (change: number): string => SIGNED.format(change).replace("-", "−");

/** A count with its noun: 1 "answer", 3,127 "answers". */
export const formatCounted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`;
