import { type Answer, type OperationInput, type OperationName } from "./operation.js";
import { Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";
import { Account } from "./account.js";
import { Candidates } from "./candidates.js";
import { LiveAnswers } from "./live-answers.js";
import { Positions } from "./positions.js";
import { RoleBenchmarks } from "./role-benchmarks.js";
import { SoftSkillsScores } from "./soft-skills-scores.js";
import { Uploads } from "./uploads.js";
import { WebhookDeliveries } from "./webhook-deliveries.js";
import { WebhookEndpoints } from "./webhook-endpoints.js";

export interface EarshotOptions {
  /** `es_live_...` or `es_test_...`. Keep it on a server: whoever has it can spend your credits. */
  readonly apiKey: string;
  /** Where the server is: "https://earshot.example.com". A path is kept. */
  readonly baseUrl: string;
  /** Milliseconds that one attempt may take, sending included; 2 minutes where nothing is said. */
  readonly timeoutMs?: number;
  /** Attempts after the first; 3 where nothing is said, 0 for none. */
  readonly maxRetries?: number;
  /** A Retry-After beyond this is not waited for but thrown; 1 minute where nothing is said. */
  readonly maxRetryAfterMs?: number;
  /** Instead of the platform's own, for proxies and tests. */
  readonly fetch?: typeof fetch;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_MAX_RETRIES = 3;
const DEFAULT_MAX_RETRY_AFTER_MS = 60_000;

/** A client of one server with one key. It holds no connection: make as many as you like. */
export class Earshot {
  readonly account: Account;
  readonly candidates: Candidates;
  readonly liveAnswers: LiveAnswers;
  readonly positions: Positions;
  readonly roleBenchmarks: RoleBenchmarks;
  readonly softSkillsScores: SoftSkillsScores;
  readonly uploads: Uploads;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly webhookEndpoints: WebhookEndpoints;
  readonly #api: Requester;

  constructor(options: EarshotOptions) {
    if (options.apiKey.trim() === "") throw new TypeError("apiKey is empty.");
    this.#api = new Requester({
      apiKey: options.apiKey,
      baseUrl: baseAddress(options.baseUrl),
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      maxRetries: options.maxRetries ?? DEFAULT_MAX_RETRIES,
      maxRetryAfterMs: options.maxRetryAfterMs ?? DEFAULT_MAX_RETRY_AFTER_MS,
      // Called as the platform's own function: it refuses to be a method of something else.
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    });
    this.account = new Account(this.#api);
    this.candidates = new Candidates(this.#api);
    this.liveAnswers = new LiveAnswers(this.#api);
    this.positions = new Positions(this.#api);
    this.roleBenchmarks = new RoleBenchmarks(this.#api);
    this.softSkillsScores = new SoftSkillsScores(this.#api);
    this.uploads = new Uploads(this.#api);
    this.webhookDeliveries = new WebhookDeliveries(this.#api);
    this.webhookEndpoints = new WebhookEndpoints(this.#api);
  }

  /** Any operation of the API by its name, typed: what has no method of its own yet is called like this. */
  request<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
    options?: CallOptions,
  ): Promise<Answer<Name>> {
    return this.#api.call(name, input, options);
  }
}

function baseAddress(text: string): string {
  const { protocol, href } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:")
    throw new TypeError(`baseUrl begins with ${protocol}, not https:.`);
  return href.replace(/\/+$/, "");
}
