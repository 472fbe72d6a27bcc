import { serveRequests } from "@/lib/child-process/serve-requests";
import type { AlignmentRequest, AlignmentResponse } from "@/lib/recognition/alignment-messages";
import { alignWords } from "@/lib/recognition/align-words";

/** Entry of the aligner's child process: one alignment a message, models kept warm. */
serveRequests<AlignmentRequest, AlignmentResponse>(alignWords);
