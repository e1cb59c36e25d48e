import { Delete, Equal } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { type CategoryCount, categoryWord } from "./category-words.ts";
import { entryOf, NO_RANKS, rankingCategory, withoutLast, withPath } from "./ranking-entry.ts";

interface RankingChoiceProps {
  /** Ids of the unit's paths in its own order. */
  paths: readonly number[];
  counts: readonly CategoryCount[];
  label: string;
  pending: boolean;
  onChoose: (category: string) => void;
}

/** A ranking by keys: the paths' numbers, best first, and an equals sign before one that shares the rank. */
export function RankingChoice({ paths, counts, label, pending, onChoose }: RankingChoiceProps) {
  const [entry, setEntry] = useState(NO_RANKS);
  const named = entry.ranks.flat();
  const category = rankingCategory(entry, paths);
  const join = () => setEntry((now) => ({ ...now, joins: now.ranks.length > 0 && !now.joins }));
  const choose = () => {
    if (category !== null) onChoose(category);
  };
  useHotkeys({
    ...Object.fromEntries(
      paths.map((path, at) => [String(at + 1), () => setEntry((now) => withPath(now, path))]),
    ),
    "=": join,
    backspace: () => setEntry(withoutLast),
    "mod+enter": choose,
  });
  const places = entry.ranks.map((rank) => rank.map((id) => paths.indexOf(id) + 1).join(" = ")).join(" > ");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      {paths.map((path, at) => (
        <Button
          key={path}
          size="sm"
          disabled={named.includes(path)}
          aria-label={`Path ${at + 1} next`}
          onClick={() => setEntry((now) => withPath(now, path))}
        >
          {at + 1}
        </Button>
      ))}
      <Button size="sm" icon={<Equal />} shortcut="=" aria-pressed={entry.joins} onClick={join}>
        Ties
      </Button>
      <Button size="sm" icon={<Delete />} disabled={named.length === 0} onClick={() => setEntry(withoutLast)}>
        Back
      </Button>
      <span role="status" className="min-w-24 font-medium tabular-nums">
        {places === "" ? <span className="font-normal text-ink-faint">best first</span> : places}
        {entry.joins ? " =" : ""}
      </span>
      <Button
        variant="primary"
        size="sm"
        shortcut="mod+enter"
        disabled={category === null}
        pending={pending}
        onClick={choose}
      >
        {label}
      </Button>
      {counts.map((one) => (
        <Button key={one.category} size="sm" variant="ghost" onClick={() => setEntry(entryOf(one.category))}>
          As {one.count === 1 ? "one says" : `${one.count} say`}:{" "}
          {categoryWord("ranking", one.category, paths)}
        </Button>
      ))}
    </div>
  );
}
