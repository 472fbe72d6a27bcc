-- A transcript that was sent later waits here until it has been aligned and checked; the one before it stays in force.
ALTER TABLE "answers" ADD COLUMN "pending_transcript_text" TEXT, ADD COLUMN "pending_transcript_format" TEXT;
