-- CreateEnum
CREATE TYPE "candidate_method" AS ENUM ('self_instruct', 'variation');

-- CreateEnum
CREATE TYPE "candidate_state" AS ENUM ('accepted', 'dropped');

-- CreateEnum
CREATE TYPE "structured_output" AS ENUM ('auto', 'schema', 'object', 'none');

-- CreateEnum
CREATE TYPE "call_state" AS ENUM ('sent', 'answered', 'failed');

-- AlterEnum
ALTER TYPE "run_state" ADD VALUE 'paused';

-- AlterTable
ALTER TABLE "problem" ADD COLUMN     "binned_at" TIMESTAMPTZ(3),
ADD COLUMN     "binned_by_id" TEXT;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "bin_of_id" INTEGER;

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "pause_requested_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "subdomain" ADD COLUMN     "parent_id" INTEGER;

-- CreateTable
CREATE TABLE "candidate" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "method" "candidate_method" NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "answer" TEXT,
    "solution" TEXT,
    "subdomain_id" INTEGER,
    "parents" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "values" JSONB,
    "state" "candidate_state" NOT NULL,
    "reason" TEXT,
    "detail" TEXT,
    "nearest" JSONB NOT NULL DEFAULT '{}',
    "rouge_l" DOUBLE PRECISION,
    "lcs" DOUBLE PRECISION,
    "jaccard_words" DOUBLE PRECISION,
    "jaccard_chars" DOUBLE PRECISION,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "problem_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation_slot" (
    "run_id" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "candidates" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,
    "call_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_slot_pkey" PRIMARY KEY ("run_id","slot")
);

-- CreateTable
CREATE TABLE "variation_template" (
    "problem_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "problem_version" INTEGER NOT NULL,
    "template" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "variation_template_pkey" PRIMARY KEY ("problem_id")
);

-- CreateTable
CREATE TABLE "model_endpoint" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "sealed_key" TEXT,
    "key_hint" TEXT,
    "uses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "input_price" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "output_price" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "concurrency" INTEGER NOT NULL DEFAULT 4,
    "requests_per_minute" INTEGER,
    "tokens_per_minute" INTEGER,
    "structured_output" "structured_output" NOT NULL DEFAULT 'auto',
    "timeout_seconds" INTEGER NOT NULL DEFAULT 120,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_call" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "run_id" INTEGER,
    "endpoint_id" INTEGER NOT NULL,
    "slot" TEXT NOT NULL,
    "state" "call_state" NOT NULL DEFAULT 'sent',
    "request" JSONB NOT NULL,
    "reply" TEXT,
    "finish_reason" TEXT,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allowed_host" (
    "host" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allowed_host_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_version" (
    "problem_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "cause" TEXT NOT NULL,
    "author_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_version_pkey" PRIMARY KEY ("problem_id","version")
);

-- CreateTable
CREATE TABLE "problem_draft" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "problem_id" INTEGER,
    "base_version" INTEGER,
    "fields" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_edit" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "filter" JSONB NOT NULL,
    "change" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_edit_row" (
    "bulk_edit_id" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "bulk_edit_row_pkey" PRIMARY KEY ("bulk_edit_id","problem_id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "candidate_problem_id_key" ON "candidate"("problem_id");

-- CreateIndex
CREATE INDEX "candidate_project_id_id_idx" ON "candidate"("project_id", "id");

-- CreateIndex
CREATE INDEX "candidate_project_id_state_id_idx" ON "candidate"("project_id", "state", "id");

-- CreateIndex
CREATE INDEX "candidate_run_id_id_idx" ON "candidate"("run_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_run_id_slot_place_key" ON "candidate"("run_id", "slot", "place");

-- CreateIndex
CREATE INDEX "variation_template_project_id_idx" ON "variation_template"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_endpoint_name_idx" ON "model_endpoint"("project_id", "name") WHERE (removed_at IS NULL);

-- CreateIndex
CREATE INDEX "model_call_project_id_id_idx" ON "model_call"("project_id", "id");

-- CreateIndex
CREATE INDEX "model_call_endpoint_id_idx" ON "model_call"("endpoint_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_call_run_id_slot_key" ON "model_call"("run_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "prompt_project_id_purpose_version_key" ON "prompt"("project_id", "purpose", "version");

-- CreateIndex
CREATE INDEX "problem_draft_problem_id_idx" ON "problem_draft"("problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_draft_user_id_problem_id_key" ON "problem_draft"("user_id", "problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_draft_new_idx" ON "problem_draft"("project_id", "user_id") WHERE (problem_id IS NULL);

-- CreateIndex
CREATE INDEX "bulk_edit_project_id_id_idx" ON "bulk_edit"("project_id", "id");

-- CreateIndex
CREATE INDEX "bulk_edit_row_problem_id_idx" ON "bulk_edit_row"("problem_id");

-- CreateIndex
CREATE INDEX "saved_view_created_by_id_idx" ON "saved_view"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_project_id_room_name_key" ON "saved_view"("project_id", "room", "name");

-- CreateIndex
CREATE UNIQUE INDEX "project_bin_of_id_key" ON "project"("bin_of_id");

-- CreateIndex
CREATE INDEX "subdomain_parent_id_idx" ON "subdomain"("parent_id");

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_subdomain_id_fkey" FOREIGN KEY ("subdomain_id") REFERENCES "subdomain"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_slot" ADD CONSTRAINT "generation_slot_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variation_template" ADD CONSTRAINT "variation_template_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variation_template" ADD CONSTRAINT "variation_template_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_endpoint" ADD CONSTRAINT "model_endpoint_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "model_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_version" ADD CONSTRAINT "problem_version_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_draft" ADD CONSTRAINT "problem_draft_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_draft" ADD CONSTRAINT "problem_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_draft" ADD CONSTRAINT "problem_draft_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_edit" ADD CONSTRAINT "bulk_edit_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_edit_row" ADD CONSTRAINT "bulk_edit_row_bulk_edit_id_fkey" FOREIGN KEY ("bulk_edit_id") REFERENCES "bulk_edit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_edit_row" ADD CONSTRAINT "bulk_edit_row_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_bin_of_id_fkey" FOREIGN KEY ("bin_of_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subdomain" ADD CONSTRAINT "subdomain_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "subdomain"("id") ON DELETE SET NULL ON UPDATE CASCADE;
