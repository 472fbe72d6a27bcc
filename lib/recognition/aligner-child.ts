import { serveRequests } from "@/lib/child-process/serve-requests";
import { alignPhones } from "@/lib/recognition/align-phones";
import { alignWords } from "@/lib/recognition/align-words";
import type {
  AlignmentRequest,
  AlignmentResponse,
  PhoneAlignmentRequest,
  PhoneAlignmentResponse,
} from "@/lib/recognition/alignment-messages";

/** Entry of the aligner's child process: one alignment a message, models kept warm. */
serveRequests<AlignmentRequest | PhoneAlignmentRequest, AlignmentResponse | PhoneAlignmentResponse>((request) =>
  "phones" in request ? alignPhones(request) : alignWords(request),
);
