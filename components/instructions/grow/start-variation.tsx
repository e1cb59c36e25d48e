import { useMutation } from "@tanstack/react-query";
import { Shuffle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import { apiFailure } from "#lib/api/client.ts";

interface StartVariationProps {
  project: string;
  /** Seeds that can vary; undefined while that isn't known. */
  templates: number | undefined;
}

/** Starts a variation run over all seeds that can vary. */
export function StartVariation({ project, templates }: StartVariationProps) {
  const router = useRouter();
  const [perSeed, setPerSeed] = useState("5");
  const [seed, setSeed] = useState("1");
  const start = useMutation(
    api.variation.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  const read = {
    perSeed: typedNumber(perSeed, { min: 1, max: 1000 }),
    seed: typedNumber(seed, { min: 0, max: 2_147_483_647 }),
  };
  const ready = read.perSeed.value !== null && read.seed.value !== null && (templates ?? 0) > 0;
  return (
    <Panel
      title="Variation"
      description="New numbers for seeds with a Python solution; the program gives the exact answer. No model needed."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || start.isPending || read.perSeed.value === null || read.seed.value === null) return;
          start.mutate({ project, perSeed: read.perSeed.value, seed: read.seed.value });
        }}
      >
        <p className="min-h-10 text-ink-muted">
          {templates === 0 ? (
            <>
              No seed can vary yet. Give one a worked solution with a{" "}
              <code className="font-mono text-xs">```python</code> program that uses its numbers:{" "}
              <TextLink href={`/projects/${project}/problems?origin=seed`}>choose a seed</TextLink>.
            </>
          ) : (
            <>
              {templates === undefined ? "Each seed" : `Each of ${countWords(templates, "seed")}`} with a
              program becomes a template. Variants with negative counts, half people or the same answer are
              refused, and each says why.
            </>
          )}
        </p>
        <div className="grid grid-cols-2 gap-3">
          <NumberInput
            label="Variants of each seed"
            value={perSeed}
            error={read.perSeed.error}
            onChange={setPerSeed}
          />
          <NumberInput
            label="Random seed"
            hint="The same one gives the same variants"
            value={seed}
            error={read.seed.error}
            onChange={setSeed}
          />
        </div>
        <div>
          <Button
            type="submit"
            variant="primary"
            icon={<Shuffle />}
            disabled={!ready}
            pending={start.isPending}
          >
            Start variation run
          </Button>
        </div>
      </form>
    </Panel>
  );
}
