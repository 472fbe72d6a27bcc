import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { bodyChunks } from "@/lib/http/body-chunks";
import { type BodyReader, mediaType, unsupportedContentType } from "@/lib/http/body";
import { type Checksum, readByteHeader, readChecksum, readMetadata } from "@/lib/uploads/upload-headers";

const BYTES_TYPE = "application/offset+octet-stream";

/** Bytes of a file; read as they come, by whoever takes them in. */
export interface SentBytes {
  readonly offset: number;
  readonly checksum: Checksum | null;
  /** How many the request says that it brings; null where it does not say. */
  readonly announced: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface UploadRequest {
  readonly size: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** The first bytes, where they come with the request (creation-with-upload). */
  readonly first: SentBytes | null;
}

/** POST /v1/uploads: all is in the headers. @throws EarshotError `invalid_request`, `media_too_large` */
export const newUploadBody: BodyReader<UploadRequest> = async (request) => {
  const { headers } = request;
  const metadata = readMetadata(headers);
  if (headers.get("Upload-Defer-Length") !== null) {
    throw new EarshotError("invalid_request", "The size must be known: send Upload-Length, not Upload-Defer-Length.");
  }
  const size = readByteHeader(headers, "Upload-Length");
  const { MEDIA_MAX_BYTES } = environment();
  if (size === 0) throw new EarshotError("invalid_request", "Upload-Length is 0: an empty file is no recording.");
  if (size > MEDIA_MAX_BYTES) {
    const detail = `At most ${MEDIA_MAX_BYTES} bytes are allowed; Upload-Length says ${size}.`;
    throw new EarshotError("media_too_large", detail);
  }
  const type = mediaType(request);
  const hasBytes = type === BYTES_TYPE;
  const first = hasBytes ? sentBytes(request, 0) : null;
  return { size, metadata, first };
};

/** What tells two new uploads apart; their bytes come later. */
export function uploadFingerprint({ size, metadata }: UploadRequest): unknown {
  return { size, metadata };
}

/** PATCH /v1/uploads/{id}. @throws EarshotError `unsupported_content_type`, `invalid_request` */
export const sentBytesBody: BodyReader<SentBytes> = async (request) => {
  if (mediaType(request) !== BYTES_TYPE) throw unsupportedContentType(request, [BYTES_TYPE]);
  return sentBytes(request, readByteHeader(request.headers, "Upload-Offset"));
};

function sentBytes(request: Request, offset: number): SentBytes {
  const length = request.headers.get("content-length");
  const announced = length === null ? null : readByteHeader(request.headers, "Content-Length");
  return { offset, checksum: readChecksum(request.headers), announced, chunks: bodyChunks(request) };
}
