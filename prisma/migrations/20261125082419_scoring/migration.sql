-- CreateEnum
CREATE TYPE "path_flaw" AS ENUM ('truncated', 'refused');

-- CreateEnum
CREATE TYPE "sample_outcome" AS ENUM ('created', 'merged', 'truncated', 'refused', 'failed');

-- CreateEnum
CREATE TYPE "scorer_source" AS ENUM ('critique', 'reward', 'compare', 'judged', 'trained', 'person', 'imported');

-- AlterTable
ALTER TABLE "path" ADD COLUMN     "copies" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "flaw" "path_flaw";

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "hard_rule" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "score" ADD COLUMN     "detail" JSONB,
ADD COLUMN     "scorer_id" INTEGER,
ADD COLUMN     "spread" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "run_problem" (
    "run_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,

    CONSTRAINT "run_problem_pkey" PRIMARY KEY ("run_id","place")
);

-- CreateTable
CREATE TABLE "sample" (
    "run_id" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,
    "endpoint_id" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "kind" "path_kind" NOT NULL,
    "temperature" DOUBLE PRECISION,
    "outcome" "sample_outcome" NOT NULL,
    "path_id" INTEGER,
    "fault" TEXT,
    "turns" INTEGER NOT NULL DEFAULT 1,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("run_id","slot")
);

-- CreateTable
CREATE TABLE "hardness" (
    "problem_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "is_hard" BOOLEAN NOT NULL,

    CONSTRAINT "hardness_pkey" PRIMARY KEY ("problem_id")
);

-- CreateTable
CREATE TABLE "scorer" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "score_kind" NOT NULL,
    "source" "scorer_source" NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "run_id" INTEGER,
    "endpoint_id" INTEGER,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "weights" JSONB,
    "report" JSONB,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scorer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison" (
    "scorer_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,
    "first_id" INTEGER NOT NULL,
    "second_id" INTEGER NOT NULL,
    "first_left" INTEGER,
    "first_right" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("scorer_id","first_id","second_id")
);

-- CreateTable
CREATE TABLE "difficulty_point" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "run_id" INTEGER,
    "judged" INTEGER NOT NULL,
    "hard" INTEGER NOT NULL,
    "mean_share" DOUBLE PRECISION,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "difficulty_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "selection" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "run_id" INTEGER,
    "rule" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "ready" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "selection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "selection_path" (
    "selection_id" INTEGER NOT NULL,
    "path_id" INTEGER NOT NULL,
    "problem_id" INTEGER NOT NULL,
    "kept" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT,
    "place" INTEGER,
    "distance" DOUBLE PRECISION,
    "nearest_id" INTEGER,
    "shape" TEXT,

    CONSTRAINT "selection_path_pkey" PRIMARY KEY ("selection_id","path_id")
);

-- CreateTable
CREATE TABLE "model_size" (
    "project_id" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "billions" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "model_size_pkey" PRIMARY KEY ("project_id","model")
);

-- CreateIndex
CREATE INDEX "run_problem_problem_id_idx" ON "run_problem"("problem_id");

-- CreateIndex
CREATE INDEX "sample_project_id_model_idx" ON "sample"("project_id", "model");

-- CreateIndex
CREATE INDEX "sample_problem_id_idx" ON "sample"("problem_id");

-- CreateIndex
CREATE INDEX "sample_path_id_idx" ON "sample"("path_id");

-- CreateIndex
CREATE INDEX "hardness_project_id_idx" ON "hardness"("project_id");

-- CreateIndex
CREATE INDEX "hardness_hard_idx" ON "hardness"("project_id", "problem_id") WHERE (is_hard);

-- CreateIndex
CREATE INDEX "scorer_run_id_idx" ON "scorer"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "scorer_project_id_kind_name_key" ON "scorer"("project_id", "kind", "name");

-- CreateIndex
CREATE INDEX "comparison_project_id_problem_id_idx" ON "comparison"("project_id", "problem_id");

-- CreateIndex
CREATE INDEX "difficulty_point_project_id_id_idx" ON "difficulty_point"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "selection_run_id_key" ON "selection"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "selection_project_id_name_key" ON "selection"("project_id", "name");

-- CreateIndex
CREATE INDEX "selection_path_selection_id_problem_id_idx" ON "selection_path"("selection_id", "problem_id");

-- CreateIndex
CREATE INDEX "selection_path_selection_id_kept_path_id_idx" ON "selection_path"("selection_id", "kept", "path_id");

-- CreateIndex
CREATE INDEX "selection_path_selection_id_reason_path_id_idx" ON "selection_path"("selection_id", "reason", "path_id");

-- CreateIndex
CREATE INDEX "selection_path_path_id_idx" ON "selection_path"("path_id");

-- CreateIndex
CREATE INDEX "score_scorer_id_value_idx" ON "score"("scorer_id", "value");

-- AddForeignKey
ALTER TABLE "run_problem" ADD CONSTRAINT "run_problem_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_problem" ADD CONSTRAINT "run_problem_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample" ADD CONSTRAINT "sample_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "path"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hardness" ADD CONSTRAINT "hardness_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer" ADD CONSTRAINT "scorer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer" ADD CONSTRAINT "scorer_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difficulty_point" ADD CONSTRAINT "difficulty_point_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_scorer_id_fkey" FOREIGN KEY ("scorer_id") REFERENCES "scorer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection" ADD CONSTRAINT "selection_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection" ADD CONSTRAINT "selection_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection_path" ADD CONSTRAINT "selection_path_selection_id_fkey" FOREIGN KEY ("selection_id") REFERENCES "selection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection_path" ADD CONSTRAINT "selection_path_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "path"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_size" ADD CONSTRAINT "model_size_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
