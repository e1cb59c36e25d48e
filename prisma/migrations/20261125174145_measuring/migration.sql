-- CreateEnum
CREATE TYPE "model_protocol" AS ENUM ('chat', 'vllm-pooling', 'vllm-classify', 'vllm-score', 'tei-predict', 'embeddings');

-- AlterTable
ALTER TABLE "model_endpoint" ADD COLUMN     "protocol" "model_protocol" NOT NULL DEFAULT 'chat';

-- CreateTable
CREATE TABLE "path_embedding" (
    "path_id" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "path_embedding_pkey" PRIMARY KEY ("path_id","model")
);

-- AddForeignKey
ALTER TABLE "path_embedding" ADD CONSTRAINT "path_embedding_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "path"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Models that chat can't give rewards: that use had no run behind it.
UPDATE "model_endpoint" SET "uses" = array_remove("uses", 'reward') WHERE 'reward' = ANY("uses");
