-- CreateEnum
CREATE TYPE "credit_entry_kind" AS ENUM ('top_up', 'reserve', 'settle', 'release');

-- CreateEnum
CREATE TYPE "live_answer_state" AS ENUM ('receiving', 'completing', 'completed', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "scoring_run_state" AS ENUM ('waiting', 'dispatched', 'finished', 'canceled', 'dead');

-- CreateEnum
CREATE TYPE "upload_state" AS ENUM ('receiving', 'complete', 'used', 'expired');

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('pending', 'delivered', 'failed');

-- AlterTable
ALTER TABLE "answers" ADD COLUMN     "candidate_id" TEXT,
ADD COLUMN     "fixture" TEXT,
ADD COLUMN     "position_id" TEXT,
ADD COLUMN     "source_upload_id" TEXT,
ADD COLUMN     "source_url" TEXT,
ALTER COLUMN "recording_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "concurrency" INTEGER,
ADD COLUMN     "credit_currency" TEXT,
ADD COLUMN     "credit_price" INTEGER,
ADD COLUMN     "model_id" TEXT,
ADD COLUMN     "requests_per_minute" INTEGER;

-- CreateTable
CREATE TABLE "overrides" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_accounts" (
    "organization_id" TEXT NOT NULL,
    "balance" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_accounts_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" TEXT NOT NULL,
    "kind" "credit_entry_kind" NOT NULL,
    "balance_change" INTEGER NOT NULL,
    "reserved_change" INTEGER NOT NULL,
    "run_id" TEXT,
    "assessment_id" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "organization_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "resource_id" TEXT,
    "status" INTEGER,
    "headers" JSONB,
    "body" TEXT,
    "locked_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("organization_id","key")
);

-- CreateTable
CREATE TABLE "live_answers" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "state" "live_answer_state" NOT NULL DEFAULT 'receiving',
    "fields" JSONB NOT NULL,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "container" TEXT,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "assessment_id" TEXT,
    "error_code" TEXT,
    "error_detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_chunk_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "positions" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "external_id" TEXT,
    "role_key" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "positions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "external_id" TEXT,
    "name" TEXT,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scoring_runs" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "assessment_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "state" "scoring_run_state" NOT NULL DEFAULT 'waiting',
    "job_id" TEXT,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "charged" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "outcome" JSONB,
    "not_before" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "scoring_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "state" "upload_state" NOT NULL DEFAULT 'receiving',
    "size" BIGINT NOT NULL,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "events" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "livemode" BOOLEAN NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "previous_sealed_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "response_body" TEXT,
    "duration_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "overrides_organization_id_assessment_id_created_at_idx" ON "overrides"("organization_id", "assessment_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_log_organization_id_action_created_at_idx" ON "audit_log"("organization_id", "action", "created_at");

-- CreateIndex
CREATE INDEX "credit_entries_organization_id_id_idx" ON "credit_entries"("organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "credit_entries_organization_id_created_at_idx" ON "credit_entries"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_organization_id_run_id_kind_key" ON "credit_entries"("organization_id", "run_id", "kind");

-- CreateIndex
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys"("expires_at");

-- CreateIndex
CREATE INDEX "live_answers_organization_id_created_at_id_idx" ON "live_answers"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "live_answers_state_last_chunk_at_idx" ON "live_answers"("state", "last_chunk_at");

-- CreateIndex
CREATE UNIQUE INDEX "live_answers_organization_id_id_key" ON "live_answers"("organization_id", "id");

-- CreateIndex
CREATE INDEX "positions_organization_id_created_at_id_idx" ON "positions"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "positions_organization_id_external_id_idx" ON "positions"("organization_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "positions_organization_id_id_key" ON "positions"("organization_id", "id");

-- CreateIndex
CREATE INDEX "candidates_organization_id_created_at_id_idx" ON "candidates"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "candidates_organization_id_id_key" ON "candidates"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "candidates_organization_id_external_id_key" ON "candidates"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "scoring_runs_organization_id_assessment_id_idx" ON "scoring_runs"("organization_id", "assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "scoring_runs_organization_id_id_key" ON "scoring_runs"("organization_id", "id");

-- CreateIndex
CREATE INDEX "uploads_organization_id_state_idx" ON "uploads"("organization_id", "state");

-- CreateIndex
CREATE INDEX "uploads_expires_at_idx" ON "uploads"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "uploads_organization_id_id_key" ON "uploads"("organization_id", "id");

-- CreateIndex
CREATE INDEX "webhook_endpoints_organization_id_created_at_id_idx" ON "webhook_endpoints"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_endpoints_organization_id_id_key" ON "webhook_endpoints"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_events_organization_id_id_key" ON "webhook_events"("organization_id", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_organization_id_created_at_id_idx" ON "webhook_deliveries"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_organization_id_endpoint_id_idx" ON "webhook_deliveries"("organization_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_organization_id_event_id_idx" ON "webhook_deliveries"("organization_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_organization_id_id_key" ON "webhook_deliveries"("organization_id", "id");

-- CreateIndex
CREATE INDEX "webhook_attempts_organization_id_delivery_id_number_idx" ON "webhook_attempts"("organization_id", "delivery_id", "number");

-- CreateIndex
CREATE INDEX "answers_organization_id_position_id_candidate_id_idx" ON "answers"("organization_id", "position_id", "candidate_id");

-- CreateIndex
CREATE INDEX "answers_organization_id_candidate_id_idx" ON "answers"("organization_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_position_id_fkey" FOREIGN KEY ("organization_id", "position_id") REFERENCES "positions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_candidate_id_fkey" FOREIGN KEY ("organization_id", "candidate_id") REFERENCES "candidates"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_runs" ADD CONSTRAINT "scoring_runs_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_runs" ADD CONSTRAINT "scoring_runs_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_events" ADD CONSTRAINT "webhook_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_endpoint_id_fkey" FOREIGN KEY ("organization_id", "endpoint_id") REFERENCES "webhook_endpoints"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_event_id_fkey" FOREIGN KEY ("organization_id", "event_id") REFERENCES "webhook_events"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_organization_id_delivery_id_fkey" FOREIGN KEY ("organization_id", "delivery_id") REFERENCES "webhook_deliveries"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security, as for the first records: one organization's rows for earshot_app, all for earshot_system.
-- ---------------------------------------------------------------------------------------------------------------------
DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'scoring_runs', 'credit_accounts', 'credit_entries', 'idempotency_keys', 'webhook_endpoints', 'webhook_events',
    'webhook_deliveries', 'webhook_attempts', 'uploads', 'live_answers', 'positions', 'candidates', 'overrides'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY system ON %I TO earshot_system USING (current_user = ''earshot_system'')', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO earshot_app USING (organization_id = earshot_organization_id())', table_name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "scoring_runs", "idempotency_keys", "webhook_endpoints", "webhook_events", "webhook_deliveries", "webhook_attempts",
  "uploads", "live_answers", "positions", "candidates"
  TO earshot_app, earshot_system;
GRANT USAGE ON SEQUENCE "scoring_runs_sequence_seq", "credit_entries_id_seq" TO earshot_app, earshot_system;
-- The account is written by the trigger below alone, with the rights of whoever writes the entry.
GRANT SELECT, INSERT, UPDATE ON "credit_accounts" TO earshot_app, earshot_system;
GRANT SELECT, INSERT ON "credit_entries" TO earshot_app, earshot_system;
-- A decision goes with what it is about, and is never edited.
GRANT SELECT, INSERT, DELETE ON "overrides" TO earshot_app, earshot_system;

-- ---------------------------------------------------------------------------------------------------------------------
-- Credits: entries are append-only, the account is their sum, and what is reserved never passes what is there.
-- ---------------------------------------------------------------------------------------------------------------------
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "credit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION earshot_refuse_change();

ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_covered"
  CHECK ("reserved" >= 0 AND "balance" >= "reserved");

ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_shape" CHECK (
  CASE "kind"
    WHEN 'top_up' THEN "balance_change" <> 0 AND "reserved_change" = 0 AND "run_id" IS NULL AND "note" IS NOT NULL
    WHEN 'reserve' THEN "balance_change" = 0 AND "reserved_change" > 0 AND "run_id" IS NOT NULL
    WHEN 'settle' THEN "balance_change" <= 0 AND "reserved_change" < 0
      AND -"balance_change" <= -"reserved_change" AND "run_id" IS NOT NULL
    WHEN 'release' THEN "balance_change" = 0 AND "reserved_change" < 0 AND "run_id" IS NOT NULL
  END);

-- A run's reservation ends once, whichever way.
CREATE UNIQUE INDEX "credit_entries_ended_once" ON "credit_entries" ("organization_id", "run_id")
  WHERE "kind" IN ('settle', 'release');

-- The last top-up, which says when a balance is low, without a walk over the runs since.
CREATE INDEX "credit_entries_top_ups" ON "credit_entries" ("organization_id", "id" DESC) WHERE "kind" = 'top_up';

CREATE FUNCTION earshot_apply_credit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_accounts SET
    balance = balance + NEW.balance_change,
    reserved = reserved + NEW.reserved_change,
    updated_at = now()
  WHERE organization_id = NEW.organization_id;
  IF NOT FOUND THEN
    -- Constraints are checked on the proposed row even where it then conflicts, so this cannot be the first statement.
    INSERT INTO credit_accounts AS account (organization_id, balance, reserved)
      VALUES (NEW.organization_id, NEW.balance_change, NEW.reserved_change)
    ON CONFLICT (organization_id) DO UPDATE SET
      balance = account.balance + excluded.balance,
      reserved = account.reserved + excluded.reserved,
      updated_at = now();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_entry AFTER INSERT ON "credit_entries"
  FOR EACH ROW EXECUTE FUNCTION earshot_apply_credit_entry();

-- Depth 1 is this trigger by itself; the one that applies an entry makes it 2.
CREATE FUNCTION earshot_refuse_direct_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% is written by its entries alone', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entries_alone BEFORE INSERT OR UPDATE ON "credit_accounts"
  FOR EACH ROW EXECUTE FUNCTION earshot_refuse_direct_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- The queue of each organization: the runs that hold a place, and the ones that wait, without looking at finished ones.
-- ---------------------------------------------------------------------------------------------------------------------
CREATE INDEX "scoring_runs_open" ON "scoring_runs" ("organization_id", "sequence")
  WHERE "state" IN ('waiting', 'dispatched');
-- One open run an assessment: a second one could charge and write twice.
CREATE UNIQUE INDEX "scoring_runs_one_open" ON "scoring_runs" ("organization_id", "assessment_id")
  WHERE "state" IN ('waiting', 'dispatched');
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("next_attempt_at") WHERE "state" = 'pending';

-- ---------------------------------------------------------------------------------------------------------------------
-- Counters of requests, shared by all web processes. Not tenant data: a number by organization and minute, in a schema of
-- its own without row-level security, and not worth a write-ahead log.
-- ---------------------------------------------------------------------------------------------------------------------
CREATE SCHEMA limits;
CREATE UNLOGGED TABLE limits.requests (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);

-- ---------------------------------------------------------------------------------------------------------------------
-- Candidates were part of their answers: each becomes a row of its own, so that a name is kept, changed and erased once.
-- ---------------------------------------------------------------------------------------------------------------------
INSERT INTO "candidates" ("id", "organization_id", "external_id", "name", "email", "created_at", "updated_at")
SELECT 'cnd_' || substr(min("id"), 5), "organization_id", "candidate_external_id", max("candidate_name"),
       max("candidate_email"), min("created_at"), min("created_at")
FROM "answers" WHERE "candidate_external_id" IS NOT NULL GROUP BY "organization_id", "candidate_external_id";
INSERT INTO "candidates" ("id", "organization_id", "name", "email", "created_at", "updated_at")
SELECT 'cnd_' || substr("id", 5), "organization_id", "candidate_name", "candidate_email", "created_at", "created_at"
FROM "answers"
WHERE "candidate_external_id" IS NULL AND ("candidate_name" IS NOT NULL OR "candidate_email" IS NOT NULL);
UPDATE "answers" SET "candidate_id" = "candidates"."id" FROM "candidates"
WHERE "candidates"."organization_id" = "answers"."organization_id"
  AND ("candidates"."external_id" = "answers"."candidate_external_id"
       OR ("answers"."candidate_external_id" IS NULL AND "candidates"."id" = 'cnd_' || substr("answers"."id", 5)));
ALTER TABLE "answers" DROP COLUMN "candidate_external_id", DROP COLUMN "candidate_name", DROP COLUMN "candidate_email";
