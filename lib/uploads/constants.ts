/** https://tus.io/protocols/resumable-upload: the version that is spoken, and the extensions of it. */
export const TUS_VERSION = "1.0.0";
export const TUS_EXTENSIONS = ["creation", "creation-with-upload", "termination", "expiration", "checksum"] as const;
export const CHECKSUM_ALGORITHMS = ["sha1", "sha256"] as const;

/** An upload that is not used by then is erased. */
export const UPLOAD_LIFETIME_MS = 24 * 3_600_000;
/** How long an erased upload still answers 410, so that a late client learns why. */
export const REMEMBER_EXPIRED_MS = 24 * 3_600_000;
/** Uploads of one organization that are being received at the same time. */
export const MAX_OPEN_UPLOADS = 50;
/** Uploads of one organization that are complete and not used yet: as many as one batch takes. */
export const MAX_WAITING_UPLOADS = 500;

/**
 * What arrived is made durable, and counted, after this many bytes: what a killed process may lose of one long request.
 * S3 takes no smaller parts than 5 MiB.
 */
export const PART_BYTES = 8 * 1024 * 1024;

/** Of the Upload-Metadata header. */
export const MAX_METADATA_KEYS = 20;
export const MAX_METADATA_CHARACTERS = 4_000;
