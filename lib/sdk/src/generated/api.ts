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
    code: "invalid_request" | "unknown_parameter" | "unauthorized" | "forbidden" | "not_found" | "request_timeout" | "method_not_allowed" | "idempotency_in_progress" | "idempotency_key_reused" | "conflict" | "insufficient_credits" | "missing_audio" | "invalid_field" | "unknown_role_benchmark" | "unsupported_language" | "invalid_transcript" | "transcript_mismatch" | "unsupported_media" | "audio_url_not_allowed" | "audio_url_unreachable" | "unsupported_upload_version" | "upload_offset_mismatch" | "upload_checksum_mismatch" | "upload_incomplete" | "upload_used" | "upload_expired" | "too_many_uploads" | "media_too_large" | "media_too_long" | "media_undecodable" | "no_speech" | "unsupported_content_type" | "range_not_satisfiable" | "rate_limited" | "internal_error" | "unavailable";
    /** As in `X-Request-Id`; quote it when you ask for help. */
    request_id: string;
    /** One entry a wrong or unknown field. */
    errors: ({
      /** JSON pointer or part of the form: `/role_benchmark`. */
      pointer: string;
      code: string;
      detail: string;
    })[];
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
    body: Schemas["answer_by_audio_url"] | Schemas["answer_by_upload_id"] | Schemas["answer_by_answer_id"];
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
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"] | Schemas["soft_skills_run"];
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
    response: Schemas["soft_skills_score"] | Schemas["soft_skills_run"] | Schemas["soft_skills_run"];
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
}
