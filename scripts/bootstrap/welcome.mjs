import fs from "node:fs";
import path from "node:path";

/** What `up` prints once everything runs: address, login, key, and two calls that work as they stand. */
export function welcome({ root, dataDir, url, seconds }) {
  const { email, password, apiKey } = JSON.parse(fs.readFileSync(path.join(dataDir, "credentials.json"), "utf8"));
  const fixtures = path.join(root, "public/fixtures");
  const { answers } = JSON.parse(fs.readFileSync(path.join(fixtures, "manifest.json"), "utf8"));
  const strong = answers.find((answer) => answer.key === "strong") ?? answers[0];
  const call = (lines) =>
    [`curl -sS ${url}/v1/soft-skills-score`, `-H "Authorization: Bearer ${apiKey}"`, ...lines].join(" \\\n    ");
  return `
Earshot is running after ${seconds} s.

  Dashboard   ${url}
  Login       ${email}
  Password    ${password}
  Test key    ${apiKey}

Score a bundled answer with its timed words (answers in about a second; see timings_ms):

  ${call([
    `-F role_benchmark=${strong.role_benchmark}`,
    `--form-string "prompt=${strong.prompt}"`,
    `-F prompt_type=${strong.prompt_type}`,
    `-F "audio=@${path.join(fixtures, strong.file)}"`,
    `-F "transcript=<${path.join(fixtures, strong.words)}"`,
  ])}

Your own recording, with what was said in transcript.txt (leave that line out for what sound alone tells):

  ${call(["-F role_benchmark=customer_support", "-F audio=@answer.mp3", `-F "transcript=<transcript.txt"`])}

Logs are in ${path.join(dataDir, "logs")}. Ctrl-C stops everything.
`;
}
