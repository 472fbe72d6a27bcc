-- CreateEnum
CREATE TYPE "prompt_type" AS ENUM ('past', 'situational', 'open');

-- CreateEnum
CREATE TYPE "artifact_kind" AS ENUM ('acoustics', 'words');

-- CreateEnum
CREATE TYPE "assessment_status" AS ENUM ('queued', 'processing', 'success', 'partial', 'not_scored', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "scoring_mode" AS ENUM ('standard', 'wording_only');

-- CreateEnum
CREATE TYPE "dimension" AS ENUM ('communication', 'clarity', 'composure', 'empathy_signal');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('owner', 'recruiter', 'viewer');

-- CreateTable
CREATE TABLE "recordings" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "container" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recordings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answers" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "recording_id" TEXT NOT NULL,
    "prompt_text" TEXT,
    "prompt_type" "prompt_type",
    "prompt_end_ms" INTEGER,
    "language" TEXT NOT NULL DEFAULT 'en',
    "channel" TEXT NOT NULL DEFAULT 'mix',
    "accommodations" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "candidate_external_id" TEXT,
    "candidate_name" TEXT,
    "candidate_email" TEXT,
    "external_id" TEXT,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "transcript_text" TEXT,
    "transcript_format" TEXT,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifacts" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "kind" "artifact_kind" NOT NULL,
    "version" TEXT NOT NULL,
    "content_key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "role_key" TEXT NOT NULL,
    "role_version" INTEGER NOT NULL,
    "mode" "scoring_mode" NOT NULL DEFAULT 'standard',
    "status" "assessment_status" NOT NULL DEFAULT 'queued',
    "error_code" TEXT,
    "error_detail" TEXT,
    "overall_score" INTEGER,
    "percentile" INTEGER,
    "verdict" TEXT,
    "verdict_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "model_id" TEXT,
    "norms_id" TEXT,
    "input_hash" TEXT,
    "result" JSONB,
    "audio" JSONB,
    "transcript" JSONB,
    "timings" JSONB,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dimension_scores" (
    "assessment_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "dimension" "dimension" NOT NULL,
    "mode" "scoring_mode" NOT NULL,
    "score" INTEGER,
    "exact_score" DOUBLE PRECISION,
    "standard_error" DOUBLE PRECISION,
    "interval_low" DOUBLE PRECISION,
    "interval_high" DOUBLE PRECISION,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "ledger" JSONB,

    CONSTRAINT "dimension_scores_pkey" PRIMARY KEY ("assessment_id","dimension","mode")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" TEXT NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT 'other',
    "wording_only" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "role" "membership_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "display_prefix" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "scopes" TEXT[],
    "ip_allow_list" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_benchmarks" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "bar" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_benchmarks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recordings_organization_id_sha256_key" ON "recordings"("organization_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "recordings_organization_id_id_key" ON "recordings"("organization_id", "id");

-- CreateIndex
CREATE INDEX "answers_organization_id_created_at_id_idx" ON "answers"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "answers_organization_id_external_id_idx" ON "answers"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "answers_organization_id_recording_id_idx" ON "answers"("organization_id", "recording_id");

-- CreateIndex
CREATE UNIQUE INDEX "answers_organization_id_id_key" ON "answers"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "artifacts_organization_id_kind_version_content_key_key" ON "artifacts"("organization_id", "kind", "version", "content_key");

-- CreateIndex
CREATE INDEX "assessments_organization_id_created_at_id_idx" ON "assessments"("organization_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "assessments_organization_id_status_created_at_idx" ON "assessments"("organization_id", "status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "assessments_organization_id_external_id_idx" ON "assessments"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "assessments_organization_id_answer_id_idx" ON "assessments"("organization_id", "answer_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_organization_id_id_key" ON "assessments"("organization_id", "id");

-- CreateIndex
CREATE INDEX "dimension_scores_organization_id_assessment_id_idx" ON "dimension_scores"("organization_id", "assessment_id");

-- CreateIndex
CREATE INDEX "audit_log_organization_id_id_idx" ON "audit_log"("organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_log_organization_id_subject_type_subject_id_idx" ON "audit_log"("organization_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_created_at_idx" ON "api_keys"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "role_benchmarks_organization_id_key_version_key" ON "role_benchmarks"("organization_id", "key", "version") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_recording_id_fkey" FOREIGN KEY ("organization_id", "recording_id") REFERENCES "recordings"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_answer_id_fkey" FOREIGN KEY ("organization_id", "answer_id") REFERENCES "answers"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dimension_scores" ADD CONSTRAINT "dimension_scores_organization_id_assessment_id_fkey" FOREIGN KEY ("organization_id", "assessment_id") REFERENCES "assessments"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_benchmarks" ADD CONSTRAINT "role_benchmarks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security. Nobody sees a row by merely being connected: the application assumes one of two roles for the
-- length of a transaction (lib/db/with-organization.ts, lib/db/with-system.ts), and every table's security is forced, so
-- it binds the owner too.
--   earshot_app     one organization's rows: those of the setting earshot.organization_id
--   earshot_system  all rows: look-ups that come before the tenant is known, and the seed
-- Roles belong to the server, not to the database, so they may be there already.
-- ---------------------------------------------------------------------------------------------------------------------
DO $$
DECLARE
  role_name text;
  role_before text := current_setting('role');
BEGIN
  FOREACH role_name IN ARRAY ARRAY['earshot_app', 'earshot_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another migration run was first
      END;
    END IF;
    BEGIN -- trying is the one question that every version understands
      PERFORM set_config('role', role_name, true);
      PERFORM set_config('role', role_before, true);
    EXCEPTION WHEN insufficient_privilege THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  END LOOP;
END
$$;

-- The tenant of this transaction; null, and so nothing, where none was set.
CREATE FUNCTION earshot_organization_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('earshot.organization_id', true), '') $$;

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'organizations', 'users', 'memberships', 'api_keys', 'role_benchmarks', 'recordings', 'answers', 'artifacts',
    'assessments', 'dimension_scores', 'audit_log'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    -- By name and not by membership: the connecting user belongs to the role, and must still ask for it.
    EXECUTE format(
      'CREATE POLICY system ON %I TO earshot_system USING (current_user = ''earshot_system'')', table_name);
  END LOOP;

  FOREACH table_name IN ARRAY ARRAY[
    'memberships', 'api_keys', 'recordings', 'answers', 'artifacts', 'assessments', 'dimension_scores', 'audit_log'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO earshot_app USING (organization_id = earshot_organization_id())', table_name);
  END LOOP;
END
$$;

CREATE POLICY tenant ON "organizations" TO earshot_app USING ("id" = earshot_organization_id());

-- A colleague is visible through a membership of this organization.
CREATE POLICY tenant ON "users" FOR SELECT TO earshot_app USING (
  EXISTS (SELECT FROM "memberships" m WHERE m."user_id" = "users"."id" AND m."organization_id" = earshot_organization_id())
);

-- Built-in roles are everybody's to read and nobody's to write.
CREATE POLICY tenant ON "role_benchmarks" TO earshot_app USING ("organization_id" = earshot_organization_id());
CREATE POLICY built_in ON "role_benchmarks" FOR SELECT TO earshot_app USING ("organization_id" IS NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "memberships", "api_keys", "role_benchmarks", "recordings", "answers", "artifacts", "assessments", "dimension_scores"
  TO earshot_app, earshot_system;
GRANT SELECT, UPDATE ON "organizations" TO earshot_app;
GRANT SELECT ("id", "email", "name", "created_at") ON "users" TO earshot_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "organizations", "users" TO earshot_system;
GRANT SELECT, INSERT ON "audit_log" TO earshot_app, earshot_system;
GRANT USAGE ON SEQUENCE "audit_log_id_seq" TO earshot_app, earshot_system;

-- The audit log is append-only for everybody, its owner included.
CREATE FUNCTION earshot_refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log"
  FOR EACH STATEMENT EXECUTE FUNCTION earshot_refuse_change();
