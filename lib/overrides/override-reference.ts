/** What the reference says of decisions. */
export const OVERRIDE_REFERENCE = {
  list: { summary: "List decisions about a result", description: "The one in force first." },
  create: {
    summary: "Decide about a result",
    description:
      "A person's decision with its reason. It stands beside the verdict, which does not change; a later decision takes the place of an earlier one, and all of them are kept.",
    errors: ["conflict"],
  },
} as const;
