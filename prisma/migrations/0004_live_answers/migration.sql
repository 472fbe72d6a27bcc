-- Nothing was ever written to live_answers before this migration: its states and columns become what its code needs.
ALTER TABLE "answers" ADD COLUMN "source_live_answer_id" TEXT;

ALTER TABLE "live_answers"
  DROP COLUMN "error_code",
  DROP COLUMN "error_detail",
  DROP COLUMN "container";

ALTER TABLE "live_answers" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "live_answer_state" RENAME TO "live_answer_state_before";
CREATE TYPE "live_answer_state" AS ENUM ('receiving', 'completed', 'expired');
ALTER TABLE "live_answers" ALTER COLUMN "state" TYPE "live_answer_state" USING "state"::text::"live_answer_state";
ALTER TABLE "live_answers" ALTER COLUMN "state" SET DEFAULT 'receiving';
DROP TYPE "live_answer_state_before";
