import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TranscriptFormat } from "@/scoring/transcripts/parse-outcome";
import { parseTranscript } from "@/scoring/transcripts/parse-transcript";

/** "text@start-end" of every word or cue, the readable form of what came out. */
function read(text: string, format?: TranscriptFormat): string[] | string {
  const outcome = parseTranscript(text, format);
  if (!outcome.ok) return `line ${outcome.line}: ${outcome.reason}`;
  const { parsed } = outcome;
  const entries = parsed.kind === "cues" ? parsed.cues : parsed.words;
  return [`${outcome.format} ${parsed.kind}`, ...entries.map((one) => `${one.text}@${one.startMs}-${one.endMs}`)];
}

const VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\n";

describe("WebVTT", () => {
  test.each([
    ["a cue", `${VTT}Good morning, Ann.`, ["vtt cues", "Good morning, Ann.@1000-3000"]],
    [
      "Windows line ends and a byte order mark",
      `\uFEFF${VTT}Two words`.replaceAll("\n", "\r\n"),
      ["vtt cues", "Two words@1000-3000"],
    ],
    [
      "header metadata, notes, styles, a cue name and settings",
      "WEBVTT - call\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue {}\n\nintro\n01:00:01.000 --> 01:00:02.500 align:start\nHello there",
      ["vtt cues", "Hello there@3601000-3602500"],
    ],
    [
      "voice and class tags, and entities",
      `${VTT}<v Ann><c.loud>Tom &amp; I</c> &lt;3`,
      ["vtt cues", "Tom & I <3@1000-3000"],
    ],
    [
      "a time for every word",
      `${VTT}Good <00:01.500>morning, <00:02.250>Ann.`,
      ["vtt timed_words", "Good@1000-1500", "morning,@1500-2250", "Ann.@2250-3000"],
    ],
    [
      "word ends marked by a stamp before the space",
      `${VTT}Good<00:01.400> <00:01.500>morning`,
      ["vtt timed_words", "Good@1000-1400", "morning@1500-3000"],
    ],
    [
      "labels and notes inside a cue",
      `${VTT}Agent: [sighs] Good <VOCNOISE>morning\n<i>Customer 2: Hello</i>`,
      ["vtt cues", "Good morning Hello@1000-3000"],
    ],
    ["a cue for the word that a label is, too", `${VTT}customer:`, ["vtt timed_words", "customer:@1000-3000"]],
    ["a stamp for some words only", `${VTT}Good morning <00:02.250>Ann.`, ["vtt cues", "Good morning Ann.@1000-3000"]],
    [
      "an empty cue between others",
      `${VTT}\n\n00:04.000 --> 00:05.000\nBack again`,
      ["vtt cues", "Back again@4000-5000"],
    ],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["no blank line after the header", "WEBVTT\n00:01.000 --> 00:02.000\nHi", /line 2: .*blank line/],
    ["a time that is no time", "WEBVTT\n\n1s --> 00:02.000\nHi", /line 3: "1s" is not a time/],
    ["an end before its start", "WEBVTT\n\n00:03.000 --> 00:02.000\nHi", /line 3: .*ends before/],
    ["text without times", `${VTT}Hi\n\nmore text`, /line 6: .*no line with times/],
    ["cues out of order", "WEBVTT\n\n00:09.000 --> 00:10.000\nB c\n\n00:01.000 --> 00:02.000\nA d", /order of time/],
    ["a time beyond a day", "WEBVTT\n\n25:00:00.000 --> 25:00:01.000\nHi", /below 24 h/],
    ["a header alone", "WEBVTT\n", /no words/],
  ])("refuses %s", (_, text, expected) => expect(read(text)).toMatch(expected));

  test("a missing header is refused when the sender says WebVTT", () => {
    expect(read("00:01.000 --> 00:02.000\nHi", "vtt")).toMatch(/line 1: .*WEBVTT/);
  });
});

describe("SRT", () => {
  test.each([
    [
      "numbered cues with commas and tags",
      "1\n00:00:01,000 --> 00:00:02,000\n<i>Good</i> morning\n\n2\n00:00:02,500 --> 00:00:04,000\n{\\an8}Ann\nis here\n",
      ["srt cues", "Good morning@1000-2000", "Ann is here@2500-4000"],
    ],
    [
      "one word in every cue",
      "1\n00:00:01,000 --> 00:00:01,400\nGood\n\n2\n00:00:01,500 --> 00:00:02,000\nmorning",
      ["srt timed_words", "Good@1000-1400", "morning@1500-2000"],
    ],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test("two cues without a blank line between them are refused with the line", () => {
    const text = "1\n00:00:01,000 --> 00:00:02,000\nHi\n2\n00:00:02,000 --> 00:00:03,000\nthere";
    expect(read(text)).toMatch(/line 5: .*blank line/);
  });
});

describe("JSON", () => {
  const twoWords = ["json timed_words", "Good@500-900", "day.@1000-1400"];
  test.each([
    [
      "milliseconds",
      '[{"text":"Good","start_ms":500,"end_ms":900},{"text":"day.","start_ms":1000,"end_ms":1400}]',
      twoWords,
    ],
    ["seconds", '{"words":[{"word":" Good","start":0.5,"end":0.9},{"word":"day.","start":1,"end":1.4}]}', twoWords],
    [
      "start and end in milliseconds",
      '{"words":[{"text":"Good","start":500,"end":900},{"text":"day.","start":1000,"end":1400}]}',
      twoWords,
    ],
    [
      "words inside segments",
      '{"segments":[{"words":[{"word":"Good","start":0.5,"end":0.9}]},{"words":[{"word":"day.","start":1,"end":1.4}]}]}',
      twoWords,
    ],
    [
      "punctuation as entries of its own",
      '[{"text":"Good","start":0.5,"end":0.9},{"text":"day","start":1,"end":1.4},{"text":"."}]',
      twoWords,
    ],
    [
      "segments of several words",
      '{"text":"x","segments":[{"text":" Good day.","start":0.5,"end":1.4}]}',
      ["json cues", "Good day.@500-1400"],
    ],
    [
      "labels and notes in segments",
      '{"segments":[{"text":"Agent: good day.","start":0.5,"end":1.4},{"text":"[BLANK_AUDIO]","start":2,"end":3}]}',
      ["json cues", "good day.@500-1400"],
    ],
    [
      "a word that could be a label",
      '[{"text":"Customer:","start":0.5,"end":0.9},{"text":"yes","start":1,"end":1.4}]',
      ["json timed_words", "Customer:@500-900", "yes@1000-1400"],
    ],
    ["text alone", '{"text":"Good day."}', ["json cues", "Good day.@null-null"]],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test("confidence and probability are kept, and are null where absent", () => {
    const text =
      '[{"text":"a","start":0,"end":1,"confidence":0.5},{"text":"b","start":1,"end":2,"probability":0.25},{"text":"c","start":2,"end":3}]';
    const outcome = parseTranscript(text);
    expect(
      outcome.ok && outcome.parsed.kind === "timed_words" && outcome.parsed.words.map((word) => word.confidence),
    ).toEqual([0.5, 0.25, null]);
  });

  test.each([
    ["broken JSON, with its line", '[\n{"text":"a" "start":1}]', /line 2: .*not valid JSON/],
    ["cut-off JSON", '{"words":[', /line 1: .*not valid JSON/],
    ["an entry without times", '[{"text":"a","start":1,"end":2},{"text":"b"}]', /entry 2 \("b"\): needs start_ms/],
    ["an entry without text", '[{"start":1,"end":2}]', /entry 1: needs text or word/],
    ["a time as text", '{"words":[{"text":"a","start":"1","end":2}]}', /words 1: start .*number/],
    ["an end before its start", '[{"text":"a","start":2,"end":1}]', /entry 1 \("a"\): ends before/],
    ["a negative time", '[{"text":"a","start":-2,"end":1}]', /entry 1: start/],
    ["times beyond a day", '[{"text":"a","start_ms":90000000,"end_ms":90000001}]', /entry 1: start_ms/],
    ["words out of order", '[{"text":"b","start":9,"end":10},{"text":"a","start":1,"end":2}]', /"a" starts before/],
    ["confidence above one", '[{"text":"a","start":1,"end":2,"confidence":93}]', /entry 1: confidence/],
    ["another shape", '{"hello":1}', /JSON holds/],
    ["an empty list", "[]", /^.*The transcript holds no words\.$/],
    ["an empty list of words", '{"words":[]}', /The transcript holds no words\.$/],
    ["an empty list of words in another order", '{"language":"en","words":[],"text":""}', /no words/],
    ["an empty list of segments", '{"segments":[]}', /The transcript holds no words\.$/],
    ["segments without a word", '{"segments":[{"words":[]},{"words":[]}]}', /The transcript holds no words\.$/],
  ])("refuses %s", (_, text, expected) => expect(read(text)).toMatch(expected));
});

describe("plain text", () => {
  test.each([
    [
      "one cue for each paragraph",
      "Well,\nI said yes.\n \nThen it rang.",
      ["text cues", "Well, I said yes.@null-null", "Then it rang.@null-null"],
    ],
    ["a note in brackets is not JSON, nor a word", "[laughs] it was fine", ["text cues", "it was fine@null-null"]],
    [
      "tags and notes inside a line are no words",
      "I think <VOCNOISE> yeah [adif] so <unk>that</unk>",
      ["text cues", "I think yeah so that@null-null"],
    ],
    [
      "labels at the start of a line are no words",
      "Agent: Good day.\nSPEAKER 1: Hello.\n[00:12] speaker_00: My agent: Ann.\n\n>> Interviewer:\nWhy?",
      ["text cues", "Good day. Hello. My agent: Ann.@null-null", "Why?@null-null"],
    ],
    [
      "other words before a colon, and signs that are no tags, stay",
      "First: I called. Ann: no. x < 3 and y > 2",
      ["text cues", "First: I called. Ann: no. x < 3 and y > 2@null-null"],
    ],
    ["accents are composed", "cafe\u0301", ["text cues", "caf\u00e9@null-null"]],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["nothing", "", /empty/],
    ["blank lines", " \r\n\t\n", /empty/],
    ["punctuation alone", "... -- !", /no words/],
    ["notes alone", "[laughter] <VOCNOISE>", /no words/],
    ["a binary file", "RIFF\0\0WAVE", /binary/],
    ["more than a megabyte", "é".repeat(600_000), /larger than 1 MB/],
    ["more than 20,000 words", "a ".repeat(20_001), /more than 20000 words/],
  ])("refuses %s", (_, text, expected) => expect(read(text)).toMatch(expected));
});

const FORMATS = [undefined, "vtt", "srt", "json", "text"] as const;
const PIECES = [
  "WEBVTT",
  "\n",
  "\r\n\r\n",
  "00:00:01.000",
  "-->",
  "<v ",
  "<00:00:02.000>",
  ">",
  "{",
  "[",
  '"text":',
  '"a"',
  ",",
  "&#xD800;",
  "é",
  "\0",
  "1",
  " ",
];

test("no text makes the parser throw, and every success has ordered, spoken words", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.json(),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...FORMATS), (text, format) => {
      const outcome = parseTranscript(text, format);
      if (!outcome.ok) {
        expect(outcome.reason.length).toBeGreaterThan(10);
        return;
      }
      const entries = outcome.parsed.kind === "cues" ? outcome.parsed.cues : outcome.parsed.words;
      expect(entries.length).toBeGreaterThan(0);
      entries.forEach((entry, index) => {
        expect(entry.startMs ?? 0).toBeGreaterThanOrEqual(entries[index - 1]?.startMs ?? 0);
        expect(entry.endMs ?? 0).toBeGreaterThanOrEqual(entry.startMs ?? 0);
      });
    }),
    { numRuns: 1_000 },
  );
});

test("a megabyte of opening brackets is refused at once", () => {
  const started = performance.now();
  expect(read("[".repeat(1_000_000))).toMatch(/not valid JSON/);
  expect(read(`${VTT}${"<".repeat(900_000)}`)).toMatch(/no words/);
  expect(performance.now() - started).toBeLessThan(2_000);
});
