import { Panel } from "#components/ui/panel.tsx";
import type { ModelStrength } from "#lib/scoring/contract/scorers.ts";
import { scoreText } from "./scorer-words.ts";

/** Models by people's judgements, strongest first, with their intervals. */
export function StrengthsPanel({ strengths }: { strengths: readonly ModelStrength[] }) {
  if (strengths.length === 0) return null;
  const groups = new Set(strengths.map(({ group }) => group)).size;
  return (
    <Panel
      title="Models by people's judgements"
      description={
        groups === 1
          ? "Bradley–Terry with ties: log-odds against the mean, with 95 % intervals."
          : "Bradley–Terry with ties: log-odds against the group's mean, with 95 % intervals. Models of two groups were never compared, not even through others."
      }
      flush
    >
      <table className="w-full text-right tabular-nums">
        <thead className="bg-sunken text-ink-muted text-xs">
          <tr>
            {["Model", "Group", "Strength", "From", "To", "Won", "Tied", "Lost"].map((name, at) => (
              <th key={name} scope="col" className={`px-3 py-1.5 font-normal ${at === 0 ? "text-left" : ""}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {strengths.map(({ model, group, strength, low, high, wins, ties, losses }) => (
            <tr key={model}>
              <th scope="row" className="px-3 py-1.5 text-left font-normal">
                {model}
              </th>
              <td className="px-3 py-1.5">{group + 1}</td>
              {[strength, low, high].map((value, at) => (
                <td key={`${model} ${["strength", "low", "high"][at]}`} className="px-3 py-1.5">
                  {scoreText("reward", value)}
                </td>
              ))}
              <td className="px-3 py-1.5">{wins}</td>
              <td className="px-3 py-1.5">{ties}</td>
              <td className="px-3 py-1.5">{losses}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
