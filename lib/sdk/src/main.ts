/** What this package offers. */
export * from "./api-error.js";
export { Earshot, type EarshotOptions } from "./earshot.js";
export { type Operations, type Schemas } from "./generated/api.js";
export { type Answer, type Body, type OperationInput, type OperationName, type Query } from "./operation.js";
export { type Page, PagedList } from "./pages.js";
export { type Recording } from "./read-recording.js";
export { type ScoreFields, type ScoreRequest } from "./score-request.js";
export { type ScoreOptions, SoftSkillsScores } from "./soft-skills-scores.js";
export { type CallOptions } from "./transport.js";
export { type UploadOptions, Uploads } from "./uploads.js";
export { verifyWebhook, type WebhookHeaders, WebhookVerificationError } from "./verify-webhook.js";
export { type EndedRun, type SoftSkillsRun, type SoftSkillsScore, type WaitOptions } from "./wait-for-result.js";
