import { describe, expect, it } from "vitest";
import { promptTypeOf, restoreCommas, toExchanges } from "@/lib/evaluation/mit-interview/interview-exchanges";

describe("restoreCommas", () => {
  it("puts a comma where two blanks follow a word, and none after another mark", () => {
    expect(restoreCommas("So  well I am  um  here.  Yes")).toBe("So, well I am, um, here. Yes");
  });

  it("drops what the transcriber noted", () => {
    expect(restoreCommas("we (laughs) saw [5:41 unclear] it <inaudible>")).toBe("we saw it");
  });
});

describe("toExchanges", () => {
  it("joins replies to the question before them; nods are no questions, greetings no answers", () => {
    const exchanges = toExchanges([
      ["Interviewee", "Hello there."],
      ["Interviewer", "Tell me about a time you led others."],
      ["Interviewee", "Last year we built a boat."],
      ["Interviewer", "Great."],
      ["Interviewee", "It sank."],
      ["Interviewer", "So  why should we hire you?"],
      ["Interviewee", "I learn."],
    ]);
    expect(exchanges).toEqual([
      {
        question: "Tell me about a time you led others.",
        promptType: "past",
        reply: "Last year we built a boat. It sank.",
      },
      { question: "So, why should we hire you?", promptType: "open", reply: "I learn." },
    ]);
  });

  it("tells questions about what happened from imagined and open ones", () => {
    expect(promptTypeOf("Can you give me an example where there was a conflict?")).toBe("past");
    expect(promptTypeOf("What would you do if a customer shouted at you?")).toBe("situational");
    expect(promptTypeOf("Do you think you're a leader?")).toBe("open");
  });
});
