-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('pair', 'ranking', 'score', 'first_wrong', 'seed');

-- CreateEnum
CREATE TYPE "queue_state" AS ENUM ('open', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "skip_policy" AS ENUM ('me', 'others', 'drop');

-- CreateEnum
CREATE TYPE "queue_order" AS ENUM ('hardest', 'closest', 'random', 'given');

-- CreateEnum
CREATE TYPE "unit_state" AS ENUM ('open', 'done', 'disputed', 'settled', 'dropped');

-- DropForeignKey
ALTER TABLE "review_lease" DROP CONSTRAINT "review_lease_pair_id_fkey";

-- AlterTable
ALTER TABLE "judgement" ADD COLUMN     "category" TEXT,
ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "queue_id" INTEGER,
ADD COLUMN     "shown" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "unit_id" INTEGER,
ADD COLUMN     "value" JSONB,
ALTER COLUMN "pair_id" DROP NOT NULL,
ALTER COLUMN "answer" DROP NOT NULL,
ALTER COLUMN "left_id" DROP NOT NULL;

-- DropTable
DROP TABLE "review_lease";

-- CreateTable
CREATE TABLE "review_queue" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "task_kind" NOT NULL,
    "source" JSONB NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "overlap" INTEGER NOT NULL,
    "extra" INTEGER NOT NULL DEFAULT 0,
    "order" "queue_order" NOT NULL,
    "skip_policy" "skip_policy" NOT NULL,
    "gold_share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "hides_verdict" BOOLEAN NOT NULL DEFAULT true,
    "target" INTEGER,
    "deadline" TIMESTAMPTZ(3),
    "lease_minutes" INTEGER NOT NULL DEFAULT 10,
    "takes_in" BOOLEAN NOT NULL DEFAULT false,
    "state" "queue_state" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_unit" (
    "id" SERIAL NOT NULL,
    "queue_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,
    "pair_id" INTEGER,
    "path_ids" INTEGER[],
    "position" DOUBLE PRECISION NOT NULL,
    "wanted" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "open_slots" INTEGER NOT NULL,
    "state" "unit_state" NOT NULL DEFAULT 'open',
    "gold" TEXT,
    "consensus" TEXT,
    "share" DOUBLE PRECISION,
    "settled_by_id" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_hold" (
    "unit_id" INTEGER NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "queue_id" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_hold_pkey" PRIMARY KEY ("unit_id","reviewer_id")
);

-- CreateTable
CREATE TABLE "review_draft" (
    "unit_id" INTEGER NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_draft_pkey" PRIMARY KEY ("unit_id","reviewer_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_queue_project_id_name_key" ON "review_queue"("project_id", "name");

-- CreateIndex
CREATE INDEX "review_unit_open_idx" ON "review_unit"("queue_id", "position", "id") WHERE (open_slots > 0 AND gold IS NULL);

-- CreateIndex
CREATE INDEX "review_unit_gold_idx" ON "review_unit"("queue_id", "position", "id") WHERE (gold IS NOT NULL);

-- CreateIndex
CREATE INDEX "review_unit_queue_id_state_share_id_idx" ON "review_unit"("queue_id", "state", "share", "id");

-- CreateIndex
CREATE INDEX "review_unit_pair_id_idx" ON "review_unit"("pair_id");

-- CreateIndex
CREATE INDEX "review_unit_problem_id_idx" ON "review_unit"("problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_unit_queue_id_pair_id_key" ON "review_unit"("queue_id", "pair_id");

-- CreateIndex
CREATE INDEX "review_hold_queue_id_reviewer_id_idx" ON "review_hold"("queue_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "review_hold_queue_id_until_idx" ON "review_hold"("queue_id", "until");

-- CreateIndex
CREATE INDEX "judgement_queue_id_reviewer_id_created_at_idx" ON "judgement"("queue_id", "reviewer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "judgement_standing_idx" ON "judgement"("unit_id", "reviewer_id") WHERE (undone_at IS NULL);

-- AddForeignKey
ALTER TABLE "review_queue" ADD CONSTRAINT "review_queue_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_unit" ADD CONSTRAINT "review_unit_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "review_queue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_unit" ADD CONSTRAINT "review_unit_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_unit" ADD CONSTRAINT "review_unit_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "preference_pair"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_hold" ADD CONSTRAINT "review_hold_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "review_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_hold" ADD CONSTRAINT "review_hold_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "review_queue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_draft" ADD CONSTRAINT "review_draft_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "review_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "review_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What has been said of pairs so far, as categories; and a queue for the pairs that wait for a judgement.
UPDATE "judgement" SET "category" = "answer"::text WHERE "answer" <> 'skip';

INSERT INTO "review_queue" ("project_id", "name", "kind", "source", "overlap", "order", "skip_policy", "takes_in")
SELECT DISTINCT "project_id", 'Pairs', 'pair'::task_kind, '{"kind": "pair", "filter": {"state": "open"}, "policy": null, "hardOnly": false}'::jsonb,
  1, 'given'::queue_order, 'me'::skip_policy, true
FROM "preference_pair";

INSERT INTO "review_unit" ("queue_id", "project_id", "problem_id", "pair_id", "path_ids", "position", "wanted", "open_slots")
SELECT queue."id", pair."project_id", pair."problem_id", pair."id", ARRAY[pair."first_id", pair."second_id"],
  row_number() OVER (PARTITION BY pair."project_id" ORDER BY pair."priority", pair."id"), 1, 1
FROM "preference_pair" AS pair JOIN "review_queue" AS queue ON queue."project_id" = pair."project_id"
WHERE pair."decided" IS NULL;
