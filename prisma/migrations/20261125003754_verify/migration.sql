-- CreateEnum
CREATE TYPE "execution_outcome" AS ENUM ('reproduced', 'different', 'unrecorded', 'failed');

-- AlterTable
ALTER TABLE "path" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "execution" JSONB,
ADD COLUMN     "execution_outcome" "execution_outcome",
ADD COLUMN     "first_wrong_step" TEXT,
ADD COLUMN     "revision_of_id" INTEGER,
ADD COLUMN     "verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "wrong_steps" INTEGER;

-- CreateIndex
CREATE INDEX "path_project_id_execution_outcome_id_idx" ON "path"("project_id", "execution_outcome", "id");

-- CreateIndex
CREATE INDEX "path_wrong_steps_idx" ON "path"("project_id", "id") WHERE (wrong_steps > 0);

-- CreateIndex
CREATE INDEX "path_revision_of_id_idx" ON "path"("revision_of_id");

-- AddForeignKey
ALTER TABLE "path" ADD CONSTRAINT "path_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path" ADD CONSTRAINT "path_revision_of_id_fkey" FOREIGN KEY ("revision_of_id") REFERENCES "path"("id") ON DELETE SET NULL ON UPDATE CASCADE;
