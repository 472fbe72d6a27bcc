// Written by scripts/make-sdk-types.mjs from docs/openapi.json. Do not edit: npm run docs writes it again.

/** What goes over the line, by the names of the OpenAPI document. */
export interface Schemas {
  /** RFC 9457. `code` is for programs, `detail` for people; `errors` names the fields that are wrong. */
  problem: {
    /** The page about this code: `/docs/errors/<code>`. */
    type: string;
    /** What the code means. */
    title: string;
    /** The status of the answer. */
    status: number;
    /** What was wrong with this request and what to do. */
    detail: string;
    /** Never renamed. */
    code: "invalid_request" | "unknown_parameter" | "unauthorized" | "forbidden" | "not_found" | "request_timeout" | "method_not_allowed" | "idempotency_in_progress" | "idempotency_key_reused" | "conflict" | "insufficient_credits" | "missing_audio" | "invalid_field" | "unknown_role_benchmark" | "unknown_position" | "fixture_needs_test_key" | "unsupported_language" | "invalid_transcript" | "transcript_mismatch" | "unsupported_media" | "audio_url_not_allowed" | "audio_url_unreachable" | "webhook_url_not_allowed" | "too_many_endpoints" | "unsupported_upload_version" | "upload_offset_mismatch" | "upload_checksum_mismatch" | "upload_incomplete" | "upload_used" | "upload_expired" | "too_many_uploads" | "live_answer_completed" | "live_answer_expired" | "too_many_live_answers" | "media_too_large" | "media_too_long" | "media_undecodable" | "no_speech" | "unsupported_content_type" | "range_not_satisfiable" | "sandbox_limit_reached" | "rate_limited" | "internal_error" | "unavailable";
    /** As in `X-Request-Id`; quote it when you ask for help. */
    request_id: string;
    /** One entry a wrong or unknown field. */
    errors: ({
      /** JSON pointer or part of the form: `/role_benchmark`. */
      pointer: string;
      code: string;
      detail: string;
    })[];
    /** With `insufficient_credits`: what the call may cost, in credits. */
    cost?: string | undefined;
    /** With `insufficient_credits`: what the account holds. */
    balance?: string | undefined;
    /** With `insufficient_credits`: what of it is free. */
    available?: string | undefined;
  };
  answer_by_audio_url: {
    /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
    role_benchmark: string;
    /** The question that was asked; whether the answer keeps to it counts. */
    prompt?: string | undefined;
    /** `past`: something that happened; `situational`: what one would do; `open`: anything else. */
    prompt_type?: "past" | "situational" | "open" | undefined;
    /** Language code of the answer. */
    language?: string | undefined;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id?: string | undefined;
    /** Who answers. JSON in a form. */
    candidate?: {
      /** Your id of the person. */
      external_id?: string | undefined;
      /** For people who read the result. */
      name?: string | undefined;
      /** For people who read the result. */
      email?: string | undefined;
    } | undefined;
    /** The opening that it belongs to. */
    position_id?: string | undefined;
    /** What was said, where you have it: WebVTT, SRT, JSON words, or plain text. Without it the words are recognised. */
    transcript?: string | undefined;
    /** What the score must not count: dimensions that depend on it are left out. JSON in a form. */
    accommodations?: ("disfluency")[] | undefined;
    /** Of a stereo call recording: the side that answers. */
    channel?: "left" | "right" | "mix" | undefined;
    /** Yours: up to 50 keys of 40 characters, values up to 500. JSON in a form. */
    metadata?: Record<string, string> | undefined;
    /** Where we fetch the recording (https). */
    audio_url: string;
  };
  answer_by_upload_id: {
    /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
    role_benchmark: string;
    /** The question that was asked; whether the answer keeps to it counts. */
    prompt?: string | undefined;
    /** `past`: something that happened; `situational`: what one would do; `open`: anything else. */
    prompt_type?: "past" | "situational" | "open" | undefined;
    /** Language code of the answer. */
    language?: string | undefined;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id?: string | undefined;
    /** Who answers. JSON in a form. */
    candidate?: {
      /** Your id of the person. */
      external_id?: string | undefined;
      /** For people who read the result. */
      name?: string | undefined;
      /** For people who read the result. */
      email?: string | undefined;
    } | undefined;
    /** The opening that it belongs to. */
    position_id?: string | undefined;
    /** What was said, where you have it: WebVTT, SRT, JSON words, or plain text. Without it the words are recognised. */
    transcript?: string | undefined;
    /** What the score must not count: dimensions that depend on it are left out. JSON in a form. */
    accommodations?: ("disfluency")[] | undefined;
    /** Of a stereo call recording: the side that answers. */
    channel?: "left" | "right" | "mix" | undefined;
    /** Yours: up to 50 keys of 40 characters, values up to 500. JSON in a form. */
    metadata?: Record<string, string> | undefined;
    /** A finished upload. */
    upload_id: string;
  };
  answer_by_answer_id: {
    /** An answer that is here already (`ans_...`, or the id of any of its results): scored for another role, free. */
    answer_id: string;
    /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
    role_benchmark: string;
    /** Yours, for the new result. */
    external_id?: string | undefined;
  };
  answer_by_fixture: {
    /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
    role_benchmark: string;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id?: string | undefined;
    /** Who answers. JSON in a form. */
    candidate?: {
      /** Your id of the person. */
      external_id?: string | undefined;
      /** For people who read the result. */
      name?: string | undefined;
      /** For people who read the result. */
      email?: string | undefined;
    } | undefined;
    /** The opening that it belongs to. */
    position_id?: string | undefined;
    /** Yours: up to 50 keys of 40 characters, values up to 500. JSON in a form. */
    metadata?: Record<string, string> | undefined;
    /** A bundled answer by its name: see [Sandbox](/docs/sandbox). */
    fixture: "strong" | "average" | "weak" | "partial" | "low_confidence" | "one_line" | "reading" | "two_speakers" | "no_speech" | "failed" | "queued";
  };
  webhook_event: {
    /** What happened. */
    type: "soft_skills_score.completed" | "soft_skills_score.failed" | "credits.low" | "webhook.test";
    /** What it is about: read it for more. */
    id: string;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id: string | null;
    /** How it stands. */
    status: string;
    /** False for everything that a test key made. */
    livemode: boolean;
    /** When it happened (UTC). */
    created_at: string;
  };
  override: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "override";
    /** The result that it decides about. */
    assessment_id: string;
    /** What the person decided: `pass`, `review` or `below_bar`. */
    verdict: "pass" | "review" | "below_bar";
    /** Why, up to 2,000 characters. */
    reason: string;
    /** Who sent it: a signed-in person (`user`) or a key (`api_key`), with the id. */
    actor: {
      type: "user" | "api_key";
      /** Ours; never reused. */
      id: string | null;
    };
    /** When it was taken (UTC). */
    created_at: string;
  };
  candidate: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "candidate";
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id: string | null;
    name: string | null;
    email: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** When it last changed (UTC). */
    updated_at: string;
  };
  soft_skills_score: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "soft_skills_score";
    /** The recording; several results (one a role) may share it. */
    answer_id: string;
    /** False for everything that a test key made. */
    livemode: boolean;
    /** True for the bundled recordings, which are no person's. */
    synthetic: boolean;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id: string | null;
    /** Yours: up to 50 keys of 40 characters, values up to 500. */
    metadata: Record<string, string>;
    /** The opening that it belongs to. */
    position_id: string | null;
    /** The person it belongs to. */
    candidate_id: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** The key of the role benchmark that an answer is judged by. */
    role_benchmark: string;
    /** Decimal credits: reserved when taken, charged when done (a quarter a scored dimension). */
    credits: {
      charged: string | null;
      reserved: string;
    };
    /** `success`: all four; `partial`: one to three; `not_scored`: it ran and nothing could be judged, which is free. */
    status: "success" | "partial" | "not_scored";
    /** When it ended (UTC). */
    completed_at: string;
    /** 0 to 100: the dimensions that were scored, by the weights of the role. Null when none was. */
    overall_score: number | null;
    /** `pass` and `below_bar` against the role's bar. Low confidence or a flag is always `review`, for a person. */
    verdict: "pass" | "review" | "below_bar" | "not_scored";
    /** Why the verdict is `review`. */
    verdict_reasons: (string)[];
    /** A person's decision that is in force, or null. It stands beside `verdict` and never replaces it. */
    override: Schemas["override"] | null;
    /** 0 to 100 each, or null with the reason in `low_confidence`. */
    dimensions: Record<string, number | null>;
    /** Where the overall score stands among the role's norm, 1 to 99. */
    benchmark_percentile: number | null;
    /** True, false, or null where it could not be assessed. A signal asks for review; it decides nothing. */
    fraud_signals: {
      /** Whether the answer sounds read aloud. */
      reading_detected: boolean | null;
      /** Whether more than one voice answers. */
      multiple_speakers: boolean | null;
      /** Whether the words look prepared or generated. */
      scripted_or_generated: boolean | null;
      /** One entry a signal that was looked for. */
      details: ({
        signal: string;
        assessed: boolean;
      })[];
    };
    /** Dimensions that were not scored or not surely, each with its reasons. */
    low_confidence: ({
      dimension: "communication" | "clarity" | "composure" | "empathy_signal";
      /** A code, a sentence, and what would help. */
      reasons: ({
        code: string;
        text: string;
        needs: string | null;
      })[];
    })[];
    /** What a reader of the score should know; the score stands. */
    cautions: ({
      dimension: "communication" | "clarity" | "composure" | "empathy_signal";
      reasons: ({
        code: string;
        text: string;
        needs: string | null;
      })[];
    })[];
    /** Dimensions scored by a model that is not calibrated for this case. */
    provisional: ("communication" | "clarity" | "composure" | "empathy_signal")[];
    /** 80 % intervals of the dimension scores. */
    intervals: Record<string, [number, number]>;
    /** For each dimension the terms that add up to its exact score: base + points + clip. */
    evidence?: Record<string, {
      /** Where every answer starts. */
      base: number;
      /** The sum before rounding. */
      exact_score: number;
      /** What the limits of 0 and 100 took away or gave. */
      clip: number;
      /** What moved the score, with the value that was measured. */
      terms: ({
        /** The term of the model. */
        term: string;
        /** The measurement behind it. */
        feature: string;
        /** Its name for people. */
        label: string;
        /** What was measured, in `unit`. */
        value: number;
        /** The unit of `value`. */
        unit: string;
        /** Mean and standard deviation of the people it is compared with. */
        norm: {
          mean: number;
          sd: number | null;
          population: string;
          tag: string;
        } | null;
        /** What it added to the score or took from it. */
        points: number;
        /** How far from the norm, in standard deviations. */
        vs_norm: number | null;
        /** Where in the recording it can be heard. */
        moments: ({
          start_ms: number;
          end_ms: number;
          text: string;
        })[];
        /** A sentence more, where one helps. */
        detail: string | null;
      })[];
      /** Terms that could not be measured, with the reason. */
      missing: ({
        term: string;
        label: string;
        reason: string;
        text: string;
      })[];
    }> | undefined;
    /** Everything that was measured, also when nothing could be scored. Null comes with its reason. */
    measurements: Record<string, {
      value: number;
      unit: string;
      norm: {
        mean: number;
        sd: number | null;
      } | null;
    } | {
      value: null;
      unit: string;
      reason: string;
      text: string;
    }>;
    /** The role benchmark as it was used. */
    benchmark: {
      key: string;
      version: number;
      /** The overall score that passes. */
      bar: number;
      /** What each dimension counts. */
      weights: Record<string, number>;
      /** Whom the percentile compares with: source, number of people, interval of the percentile. */
      norms: {
        /** Ours; never reused. */
        id: string;
        source: string | null;
        n: number;
        interval: [number, number] | null;
      };
    };
    /** What was said: WebVTT, SRT, JSON words, or plain text. */
    transcript: {
      /** Supplied or recognised. */
      source: string;
      language: string;
      /** How sure the words are, 0 to 1. */
      mean_confidence: number | null;
      /** The words with their times. */
      href: string;
    } | null;
    /** The recording that was scored. */
    audio: {
      /** Of the bytes as they were sent. */
      sha256: string;
      /** Length of the recording. */
      duration_ms: number;
      /** How much of it is speech. */
      speech_ms: number;
      /** Speech over background noise, in dB. */
      snr_db: number | null;
      /** The file format that was found. */
      container: string;
      /** True when the end of the file was missing. */
      partial: boolean;
      /** What to know about the recording. */
      warnings: (string)[];
      /** The recording. */
      href: string;
    };
    /** What the scores stand on: sound and words, or less. */
    scoring_mode: "standard" | "wording_only";
    /** How long each step took. */
    timings_ms: Record<string, number>;
    /** The scoring model. */
    model: string;
    /** What makes the score again exactly: role version, norms, and the hash of everything that went in. */
    pins: {
      role_version: number;
      norms: string;
      input: string;
    };
  };
  soft_skills_run: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "soft_skills_score";
    /** The recording; several results (one a role) may share it. */
    answer_id: string;
    /** False for everything that a test key made. */
    livemode: boolean;
    /** True for the bundled recordings, which are no person's. */
    synthetic: boolean;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id: string | null;
    /** Yours: up to 50 keys of 40 characters, values up to 500. */
    metadata: Record<string, string>;
    /** The opening that it belongs to. */
    position_id: string | null;
    /** The person it belongs to. */
    candidate_id: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** The key of the role benchmark that an answer is judged by. */
    role_benchmark: string;
    /** Decimal credits: reserved when taken; `charged` is null until the run has ended. */
    credits: {
      charged: string | null;
      reserved: string;
    };
    /** `queued` and `processing` go on; `failed` (free) and `canceled` are over. The score fields are absent, not null. */
    status: "queued" | "processing" | "failed" | "canceled";
    /** Runs of yours ahead of it, itself included; while queued. */
    queue_position?: number | undefined;
    /** Runs of yours that work now. */
    active_runs?: number | undefined;
    /** When to ask again. */
    poll_after_seconds?: number | undefined;
    /** Why the run failed: a code and a sentence. */
    error?: {
      code: string;
      detail: string;
    } | undefined;
  };
  transcript: {
    source: string;
    language: string;
    mean_confidence: number | null;
    words: ({
      text: string;
      start_ms: number;
      end_ms: number;
      confidence: number | null;
    })[];
  };
  webhook_endpoint: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "webhook_endpoint";
    /** False for everything that a test key made. */
    livemode: boolean;
    /** Where events are sent: https, for test keys also http. */
    url: string;
    /** Yours, up to 200 characters. */
    description: string | null;
    /** Types that it is told of; none = all. */
    events: ("soft_skills_score.completed" | "soft_skills_score.failed" | "credits.low")[];
    /** Whether deliveries are stopped. */
    disabled: boolean;
    /** `gone`: it answered with 410; `by_hand`: you stopped it. */
    disabled_reason: "gone" | "by_hand" | null;
    /** Until when the secret before is valid too; null when there is none. */
    previous_secret_until: string | null;
    /** When it was taken (UTC). */
    created_at: string;
  };
  webhook_endpoint_with_secret: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "webhook_endpoint";
    /** False for everything that a test key made. */
    livemode: boolean;
    /** Where events are sent: https, for test keys also http. */
    url: string;
    /** Yours, up to 200 characters. */
    description: string | null;
    /** Types that it is told of; none = all. */
    events: ("soft_skills_score.completed" | "soft_skills_score.failed" | "credits.low")[];
    /** Whether deliveries are stopped. */
    disabled: boolean;
    /** `gone`: it answered with 410; `by_hand`: you stopped it. */
    disabled_reason: "gone" | "by_hand" | null;
    /** Until when the secret before is valid too; null when there is none. */
    previous_secret_until: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** Events are signed with it. Shown here alone. */
    secret: string;
  };
  webhook_delivery: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "webhook_delivery";
    /** The endpoint it goes to. */
    endpoint_id: string;
    /** The event, as in `webhook-id`. */
    event_id: string;
    /** `pending` until it was taken, or the tries are used up. */
    state: "pending" | "delivered" | "failed";
    /** Tries so far, ten at most. */
    attempts: number;
    /** When it is tried again; null once it is over. */
    next_attempt_at: string | null;
    /** When it ended (UTC). */
    completed_at: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** What is sent. */
    event: Schemas["webhook_event"];
  };
  webhook_delivery_with_log: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "webhook_delivery";
    /** The endpoint it goes to. */
    endpoint_id: string;
    /** The event, as in `webhook-id`. */
    event_id: string;
    /** `pending` until it was taken, or the tries are used up. */
    state: "pending" | "delivered" | "failed";
    /** Tries so far, ten at most. */
    attempts: number;
    /** When it is tried again; null once it is over. */
    next_attempt_at: string | null;
    /** When it ended (UTC). */
    completed_at: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** What is sent. */
    event: Schemas["webhook_event"];
    /** Every try. */
    log: ({
      /** Which try, from 1. */
      number: number;
      /** HTTP status; null when no answer came. */
      status: number | null;
      /** What went wrong; null when it was taken. */
      error: string | null;
      /** The first thousand characters of what your endpoint answered. */
      response_body: string | null;
      /** How long the answer took. */
      duration_ms: number;
      /** When it was taken (UTC). */
      created_at: string;
    })[];
  };
  soft_skills_score_batch: {
    /** What this is. */
    object: "soft_skills_score_batch";
    /** How many items were taken. */
    accepted: number;
    /** How many were not. */
    refused: number;
    /** One outcome an item, in the order of the items. */
    data: ({
      /** Which item of the request, from 0. */
      index: number;
      /** Where it stands. */
      status: "queued" | "processing" | "failed" | "canceled" | "success" | "partial" | "not_scored";
      /** Ours; never reused. */
      id: string;
    } | {
      /** Which item of the request, from 0. */
      index: number;
      /** Where it stands. */
      status: "refused";
      /** The problem, as a single call would have answered it. */
      error: {
        type: string;
        title: string;
        /** Where it stands. */
        status: number;
        detail: string;
        code: string;
        request_id: string;
        errors: ({
          pointer: string;
          code: string;
          detail: string;
        })[];
      };
    })[];
  };
  upload: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "upload";
    /** Where it stands. */
    status: "receiving" | "complete" | "used";
    size: number;
    received_bytes: number;
    /** Yours: up to 50 keys of 40 characters, values up to 500. */
    metadata: Record<string, string>;
    /** When it was taken (UTC). */
    created_at: string;
    expires_at: string;
  };
  live_answer: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "live_answer";
    /** False for everything that a test key made. */
    livemode: boolean;
    /** Where it stands. */
    status: "receiving" | "completed";
    /** How many bytes are durable: where the next piece begins. */
    received_bytes: number;
    /** Its result, from the completion on: `GET /v1/soft-skills-score/{id}`. */
    assessment_id: string | null;
    /** When it was taken (UTC). */
    created_at: string;
    /** When it is erased unless more comes; null once it is completed. */
    expires_at: string | null;
  };
  role_benchmark: {
    /** What this is. */
    object: "role_benchmark";
    key: string;
    version: number;
    name: string;
    weights: {
      communication: number;
      clarity: number;
      composure: number;
      empathy_signal: number;
    };
    bar: number;
    built_in: boolean;
    archived: boolean;
    /** When it was taken (UTC). */
    created_at: string | null;
  };
  position: {
    /** Ours; never reused. */
    id: string;
    /** What this is. */
    object: "position";
    name: string;
    /** Yours: kept, given back, and a filter of lists. It need not be unique. */
    external_id: string | null;
    /** The key of the role benchmark that an answer is judged by. */
    role_benchmark: string;
    archived: boolean;
    /** When it was taken (UTC). */
    created_at: string;
    /** When it last changed (UTC). */
    updated_at: string;
  };
  ranked_candidate: {
    /** What this is. */
    object: "ranked_candidate";
    rank: number | null;
    candidate: Schemas["candidate"];
    assessment_id: string;
    /** Where it stands. */
    status: "queued" | "processing" | "failed" | "canceled" | "success" | "partial" | "not_scored";
    /** The key of the role benchmark that an answer is judged by. */
    role_benchmark: string;
    overall_score: number | null;
    verdict: "pass" | "review" | "below_bar" | "not_scored" | null;
    override: Schemas["override"] | null;
    /** When it ended (UTC). */
    completed_at: string | null;
  };
  credits: {
    /** What this is. */
    object: "credits";
    /** What there is, in decimal credits. */
    balance: string;
    /** What runs that are not over hold of it. */
    reserved: string;
    /** What new runs can take: the balance without what is reserved. */
    available: string;
    /** What a credit costs; null where no price is set. */
    price_per_credit: {
      /** Decimal, in `currency`. */
      amount: string;
      /** ISO 4217. */
      currency: string;
    } | null;
    /** The ledger, newest first. It only grows, and its sums are the balance and what is reserved. */
    data: ({
      /** Ours; never reused. */
      id: string;
      /** `top_up`: credits were added or taken back; `reserve`: a run began; `settle`: it ended and was charged; `release`: it ended and was free. */
      kind: "top_up" | "reserve" | "settle" | "release";
      /** What the entry did to the balance. */
      balance_change: string;
      /** What the entry did to what is reserved. */
      reserved_change: string;
      /** The run, which has one entry when it begins and one when it ends. */
      run_id: string | null;
      /** The result that the run was for; it may be erased since. */
      assessment_id: string | null;
      /** Why, for a top-up. */
      note: string | null;
      /** When it was taken (UTC). */
      created_at: string;
    })[];
    /** Whether there are more pages. */
    has_more: boolean;
    /** For the next page; null on the last one. */
    next_cursor: string | null;
  };
  usage: {
    /** What this is. */
    object: "usage";
    /** The first day (UTC). */
    from: string;
    /** The last day (UTC). */
    to: string;
    /** What a credit costs; null where no price is set. */
    price_per_credit: {
      /** Decimal, in `currency`. */
      amount: string;
      /** ISO 4217. */
      currency: string;
    } | null;
    /** The sums over all days. */
    totals: {
      /** Calls of live keys. */
      calls: number;
      /** Calls by where they stand now; `erased` for those whose answer was erased since. */
      by_status: Record<string, number>;
      /** Calls of test keys, which are free. */
      test_calls: number;
      /** Decimal credits. */
      credits_charged: string;
      /** The charged credits at today's price; null where no price is set. */
      cost: {
        /** Decimal, in `currency`. */
        amount: string;
        /** ISO 4217. */
        currency: string;
      } | null;
    };
    /** One entry a day, the first day first; days without calls too. */
    data: ({
      /** The day (UTC). */
      date: string;
      /** Calls of live keys that were taken on it. */
      calls: number;
      /** The same by where they stand now; `erased` for those whose answer was erased since. */
      by_status: Record<string, number>;
      /** Calls of test keys, which are free. */
      test_calls: number;
      /** Decimal credits that were charged on it, whenever the call was taken. */
      credits_charged: string;
    })[];
  };
}

/** Every operation by method and path: what it takes and what it answers where it worked. */
export interface Operations {
  /** List results */
  "GET /v1/soft-skills-score": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
      /** The key of the role benchmark that an answer is judged by. */
      role_benchmark?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
      /** The opening that it belongs to. */
      position_id?: string | undefined;
      /** Where it stands. */
      status?: "queued" | "processing" | "failed" | "canceled" | "success" | "partial" | "not_scored" | undefined;
      /** Only what was taken after this time. */
      created_after?: string | undefined;
      /** Only what was taken before this time. */
      created_before?: string | undefined;
      /** `evidence` adds the evidence to every item. */
      expand?: "evidence" | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["soft_skills_score"] | Schemas["soft_skills_run"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Score an answer */
  "POST /v1/soft-skills-score": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: Schemas["answer_by_audio_url"] | Schemas["answer_by_upload_id"] | Schemas["answer_by_answer_id"] | Schemas["answer_by_fixture"];
    form: {
      /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
      role_benchmark: string;
      /** The question that was asked; whether the answer keeps to it counts. */
      prompt?: string | undefined;
      /** `past`: something that happened; `situational`: what one would do; `open`: anything else. */
      prompt_type?: "past" | "situational" | "open" | undefined;
      /** Language code of the answer. */
      language?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
      /** Who answers. JSON in a form. */
      candidate?: {
        /** Your id of the person. */
        external_id?: string | undefined;
        /** For people who read the result. */
        name?: string | undefined;
        /** For people who read the result. */
        email?: string | undefined;
      } | undefined;
      /** The opening that it belongs to. */
      position_id?: string | undefined;
      /** What was said, where you have it: WebVTT, SRT, JSON words, or plain text. Without it the words are recognised. */
      transcript?: string | undefined;
      /** What the score must not count: dimensions that depend on it are left out. JSON in a form. */
      accommodations?: ("disfluency")[] | undefined;
      /** Of a stereo call recording: the side that answers. */
      channel?: "left" | "right" | "mix" | undefined;
      /** Yours: up to 50 keys of 40 characters, values up to 500. JSON in a form. */
      metadata?: Record<string, string> | undefined;
      /** The recording: one answer, up to 200 MB and 15 minutes. MP3, M4A, MP4, WAV, FLAC, Ogg, Opus, WebM, MOV and more. */
      audio: Blob;
    };
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"];
  };
  /** Read a result */
  "GET /v1/soft-skills-score/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"];
  };
  /** Erase an answer */
  "DELETE /v1/soft-skills-score/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Score many answers */
  "POST /v1/soft-skills-score/batch": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      /** Up to 500 answers, each as the JSON of a single call. */
      items: (Schemas["answer_by_audio_url"] | Schemas["answer_by_upload_id"] | Schemas["answer_by_answer_id"])[];
    };
    form: never;
    response: Schemas["soft_skills_score_batch"];
  };
  /** Cancel a queued run */
  "POST /v1/soft-skills-score/{id}/cancel": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"];
  };
  /** List decisions about a result */
  "GET /v1/soft-skills-score/{id}/overrides": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["override"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Decide about a result */
  "POST /v1/soft-skills-score/{id}/overrides": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** What the person decided: `pass`, `review` or `below_bar`. */
      verdict: "pass" | "review" | "below_bar";
      /** Why, up to 2,000 characters. */
      reason: string;
    };
    form: never;
    response: Schemas["override"];
  };
  /** Read the recording */
  "GET /v1/soft-skills-score/{id}/recording": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Read what was said */
  "GET /v1/soft-skills-score/{id}/transcript": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: {
      /** The form that the words are in. */
      format?: "json" | "vtt" | undefined;
    };
    body: never;
    form: never;
    response: Schemas["transcript"];
  };
  /** Add or mend what was said, and score again */
  "PUT /v1/soft-skills-score/{id}/transcript": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** What was said: WebVTT, SRT, JSON words, or plain text. */
      transcript: string;
      /** The form that the words are in. */
      format?: "vtt" | "srt" | "json" | "text" | undefined;
    };
    form: {
      /** What was said: WebVTT, SRT, JSON words, or plain text. */
      transcript: string;
      /** The form that the words are in. */
      format?: "vtt" | "srt" | "json" | "text" | undefined;
    };
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"];
  };
  /** Begin an upload */
  "POST /v1/uploads": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Read an upload */
  "GET /v1/uploads/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["upload"];
  };
  /** Ask where an upload stands */
  "HEAD /v1/uploads/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Send bytes of an upload */
  "PATCH /v1/uploads/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Give up an upload */
  "DELETE /v1/uploads/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Begin a live answer */
  "POST /v1/live-answers": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      /** The key of a role benchmark: `customer_support`, `retail`, ... or one of yours. */
      role_benchmark: string;
      /** The question that was asked; whether the answer keeps to it counts. */
      prompt?: string | undefined;
      /** `past`: something that happened; `situational`: what one would do; `open`: anything else. */
      prompt_type?: "past" | "situational" | "open" | undefined;
      /** Language code of the answer. */
      language?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
      /** Who answers. JSON in a form. */
      candidate?: {
        /** Your id of the person. */
        external_id?: string | undefined;
        /** For people who read the result. */
        name?: string | undefined;
        /** For people who read the result. */
        email?: string | undefined;
      } | undefined;
      /** The opening that it belongs to. */
      position_id?: string | undefined;
      /** What was said, where you have it: WebVTT, SRT, JSON words, or plain text. Without it the words are recognised. */
      transcript?: string | undefined;
      /** What the score must not count: dimensions that depend on it are left out. JSON in a form. */
      accommodations?: ("disfluency")[] | undefined;
      /** Of a stereo call recording: the side that answers. */
      channel?: "left" | "right" | "mix" | undefined;
      /** Yours: up to 50 keys of 40 characters, values up to 500. JSON in a form. */
      metadata?: Record<string, string> | undefined;
    };
    form: never;
    response: Schemas["live_answer"];
  };
  /** Read a live answer */
  "GET /v1/live-answers/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["live_answer"];
  };
  /** Send the next piece of a live answer */
  "PATCH /v1/live-answers/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Give up a live answer */
  "DELETE /v1/live-answers/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Complete a live answer */
  "POST /v1/live-answers/{id}/complete": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** What was said: WebVTT, SRT, JSON words, or plain text. */
      transcript?: string | undefined;
      /** Bytes that you sent in all: where fewer are here, nothing is scored and you are told. */
      size?: number | undefined;
    };
    form: never;
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"];
  };
  /** List role benchmarks */
  "GET /v1/role-benchmarks": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["role_benchmark"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Create a role benchmark */
  "POST /v1/role-benchmarks": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      key: string;
      name: string;
      weights: {
        communication: number;
        clarity: number;
        composure: number;
        empathy_signal: number;
      };
      bar: number;
    };
    form: never;
    response: Schemas["role_benchmark"];
  };
  /** Read a role benchmark */
  "GET /v1/role-benchmarks/{key}": {
    path: {
      key: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["role_benchmark"];
  };
  /** Archive a role benchmark */
  "POST /v1/role-benchmarks/{key}/archive": {
    path: {
      key: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["role_benchmark"];
  };
  /** List versions of a role benchmark */
  "GET /v1/role-benchmarks/{key}/versions": {
    path: {
      key: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["role_benchmark"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Add a version of a role benchmark */
  "POST /v1/role-benchmarks/{key}/versions": {
    path: {
      key: string;
    };
    query: Record<never, never>;
    body: {
      name?: string | undefined;
      weights?: {
        communication: number;
        clarity: number;
        composure: number;
        empathy_signal: number;
      } | undefined;
      bar?: number | undefined;
    };
    form: never;
    response: Schemas["role_benchmark"];
  };
  /** List positions */
  "GET /v1/positions": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
      archived?: "true" | "false" | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["position"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Create a position */
  "POST /v1/positions": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      name: string;
      /** The key of the role benchmark that an answer is judged by. */
      role_benchmark: string;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
    };
    form: never;
    response: Schemas["position"];
  };
  /** Read a position */
  "GET /v1/positions/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["position"];
  };
  /** Change a position */
  "PATCH /v1/positions/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      name?: string | undefined;
      /** The key of the role benchmark that an answer is judged by. */
      role_benchmark?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | null | undefined;
      archived?: boolean | undefined;
    };
    form: never;
    response: Schemas["position"];
  };
  /** Delete a position */
  "DELETE /v1/positions/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Rank a position's candidates */
  "GET /v1/positions/{id}/candidates": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["ranked_candidate"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** List candidates */
  "GET /v1/candidates": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["candidate"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Create a candidate */
  "POST /v1/candidates": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | undefined;
      name?: string | undefined;
      email?: string | undefined;
    };
    form: never;
    response: Schemas["candidate"];
  };
  /** Read a candidate */
  "GET /v1/candidates/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["candidate"];
  };
  /** Change a candidate */
  "PATCH /v1/candidates/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** Yours: kept, given back, and a filter of lists. It need not be unique. */
      external_id?: string | null | undefined;
      name?: string | null | undefined;
      email?: string | null | undefined;
    };
    form: never;
    response: Schemas["candidate"];
  };
  /** Erase a candidate */
  "DELETE /v1/candidates/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** List webhook endpoints */
  "GET /v1/webhook-endpoints": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["webhook_endpoint"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Create a webhook endpoint */
  "POST /v1/webhook-endpoints": {
    path: Record<never, never>;
    query: Record<never, never>;
    body: {
      /** Where events are sent: https, for test keys also http. */
      url: string;
      /** Types that it is told of; none = all. */
      events?: ("soft_skills_score.completed" | "soft_skills_score.failed" | "credits.low")[] | undefined;
      /** Yours, up to 200 characters. */
      description?: string | null | undefined;
    };
    form: never;
    response: Schemas["webhook_endpoint_with_secret"];
  };
  /** Read a webhook endpoint */
  "GET /v1/webhook-endpoints/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["webhook_endpoint"];
  };
  /** Change a webhook endpoint */
  "PATCH /v1/webhook-endpoints/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** Where events are sent: https, for test keys also http. */
      url?: string | undefined;
      /** Types that it is told of; none = all. */
      events?: ("soft_skills_score.completed" | "soft_skills_score.failed" | "credits.low")[] | undefined;
      /** Yours, up to 200 characters. */
      description?: string | null | undefined;
      /** Whether deliveries are stopped. */
      disabled?: boolean | undefined;
    };
    form: never;
    response: Schemas["webhook_endpoint"];
  };
  /** Delete a webhook endpoint */
  "DELETE /v1/webhook-endpoints/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: void;
  };
  /** Rotate a signing secret */
  "POST /v1/webhook-endpoints/{id}/rotate-secret": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: {
      /** How long the secret before stays valid: 0 to 168, 24 where nothing is said. */
      overlap_hours?: number | undefined;
    };
    form: never;
    response: Schemas["webhook_endpoint_with_secret"];
  };
  /** Send a test event */
  "POST /v1/webhook-endpoints/{id}/test": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["webhook_delivery_with_log"];
  };
  /** List webhook deliveries */
  "GET /v1/webhook-deliveries": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
      endpoint_id?: string | undefined;
      state?: "pending" | "delivered" | "failed" | undefined;
    };
    body: never;
    form: never;
    response: {
      /** The items, newest first. */
      data: (Schemas["webhook_delivery"])[];
      /** Whether there are more pages. */
      has_more: boolean;
      /** For the next page; null on the last one. */
      next_cursor: string | null;
    };
  };
  /** Read a webhook delivery */
  "GET /v1/webhook-deliveries/{id}": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["webhook_delivery_with_log"];
  };
  /** Replay a webhook delivery */
  "POST /v1/webhook-deliveries/{id}/replay": {
    path: {
      /** Ours; never reused. */
      id: string;
    };
    query: Record<never, never>;
    body: never;
    form: never;
    response: Schemas["webhook_delivery_with_log"];
  };
  /** Read the balance and the ledger */
  "GET /v1/credits": {
    path: Record<never, never>;
    query: {
      /** How many, 1 to 100. */
      limit?: number | undefined;
      /** `next_cursor` of the page before. */
      cursor?: string | undefined;
    };
    body: never;
    form: never;
    response: Schemas["credits"];
  };
  /** Read the usage by day */
  "GET /v1/usage": {
    path: Record<never, never>;
    query: {
      /** The first day (UTC), such as 2026-01-01; thirty days before `to` where nothing is said. */
      from?: string | undefined;
      /** The last day (UTC); today where nothing is said. */
      to?: string | undefined;
    };
    body: never;
    form: never;
    response: Schemas["usage"];
  };
}
