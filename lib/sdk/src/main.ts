/** What this package offers. */
export { type Account } from "./account.js";
export * from "./api-error.js";
export { type Candidates } from "./candidates.js";
export { Earshot, type EarshotOptions } from "./earshot.js";
export { type Operations, type Schemas } from "./generated/api.js";
export { type Answer, type Body, type Item, type OperationInput, type OperationName, type Query } from "./operation.js";
export { type Page, PagedList } from "./pages.js";
export { type Positions } from "./positions.js";
export { type Recording } from "./read-recording.js";
export { type RoleBenchmarks } from "./role-benchmarks.js";
export { type ScoreFields, type ScoreRequest } from "./score-request.js";
export { type ScoreOptions, type SoftSkillsScores } from "./soft-skills-scores.js";
export { type CallOptions } from "./transport.js";
export { type UploadOptions, type Uploads } from "./uploads.js";
export { verifyWebhook, type WebhookHeaders, WebhookVerificationError } from "./verify-webhook.js";
export { type EndedRun, type SoftSkillsRun, type SoftSkillsScore, type WaitOptions } from "./wait-for-result.js";
export { type WebhookDeliveries } from "./webhook-deliveries.js";
export { type WebhookEndpoints } from "./webhook-endpoints.js";
