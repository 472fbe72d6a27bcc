/** What stands before the operations; Markdown. */
export const API_INTRODUCTION = `Grades how a candidate talks to customers: one spoken answer in, four explained scores out.

**Keys.** Send \`Authorization: Bearer es_live_...\` or \`X-API-Key\`. Keys that begin with \`es_test_\` cost nothing and mark every result \`livemode: false\`.

**Errors** are \`application/problem+json\` with a \`code\` that is never renamed, a \`detail\` that says what to do, and \`errors[]\` with pointers to the fields. Unknown query parameters are 400, unknown fields 422. [Every code has its page](/docs/errors).

**Limits.** 500 requests a minute for all keys of an organization together; reading one result has its own 3,000. \`RateLimit\` and \`RateLimit-Policy\` stand on every answer. 8 runs work at once; the next ones wait in order and are never refused for that.

**Sending twice.** Every POST takes an \`Idempotency-Key\`: the same request with the same key within 24 hours is answered as the first was.

**Lists** take \`limit\` (1 to 100) and \`cursor\`, and give \`data\`, \`has_more\` and \`next_cursor\`.

**Growth.** \`/v1\` only grows: ignore fields that you do not know.`;
