import { describe, expect, it } from "vitest";
import { runBench } from "@/lib/cli/run-bench";

function capture() {
  const written: string[] = [];
  const errors: string[] = [];
  const output = {
    ...{ out: (text: string) => void written.push(text), error: (line: string) => void errors.push(line) },
    ...{ colour: false, columns: 100 },
  };
  return { output, written, errors };
}

describe("runBench", () => {
  it("ends with 2 and one line for an argument that it does not know", async () => {
    const { output, written, errors } = capture();
    expect(await runBench(["--speed"], output)).toBe(2);
    expect(written).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("'--speed'");
  });

  it("names every row in its help", async () => {
    const { output, written } = capture();
    expect(await runBench(["--help"], output)).toBe(0);
    for (const name of ["decode.mp3.240s", "acoustics.900s", "f0.240s", "score.from_artifacts"]) {
      expect(written.join("")).toContain(name);
    }
  });

  it("ends with 1 and names the row when a measurement breaks", async () => {
    const { output, errors } = capture();
    const broken = { name: "broken.row", measure: () => Promise.reject(new Error("no samples")) };
    expect(await runBench(["--only", "broken"], output, [broken])).toBe(1);
    expect(errors.at(-1)).toBe("bench broke: broken.row: no samples");
  });
});
