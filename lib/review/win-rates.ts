import type { ModelStrength } from "#lib/scoring/contract/scorers.ts";
import { modelStrengths } from "#lib/scoring/judged/model-strengths.ts";
import type { Judged } from "#lib/scoring/judged/strengths.ts";
import { wilson } from "#lib/statistics/wilson.ts";
import type { WinRate } from "./contract/agreement.ts";

/**
 * How often people preferred one model's paths to another's: a row for each two, the one that wins more first, with the
 * Wilson interval of its rate, in which a tie is half a win; and all models by Bradley–Terry. Most judged pairs first.
 */
export function winRates(judged: readonly Judged<string>[]): {
  rates: WinRate[];
  strengths: ModelStrength[];
} {
  const tallies = new Map<
    string,
    { one: string; other: string; oneWins: number; ties: number; otherWins: number }
  >();
  for (const { first, second, outcome, count } of judged) {
    if (first === second) continue;
    const [one, other] = first < second ? [first, second] : [second, first];
    const key = JSON.stringify([one, other]);
    const tally = tallies.get(key) ?? { one, other, oneWins: 0, ties: 0, otherWins: 0 };
    tallies.set(key, tally);
    if (outcome === "tie") tally.ties += count;
    else if ((outcome === "first") === (first === one)) tally.oneWins += count;
    else tally.otherWins += count;
  }
  const rates = [...tallies.values()].map(({ one, other, oneWins, ties, otherWins }): WinRate => {
    const ahead = oneWins >= otherWins;
    const [wins, losses] = ahead ? [oneWins, otherWins] : [otherWins, oneWins];
    const trials = wins + ties + losses;
    const interval = wilson(wins + ties / 2, trials);
    return {
      model: ahead ? one : other,
      against: ahead ? other : one,
      wins,
      ties,
      losses,
      rate: {
        kind: "defined",
        value: (wins + ties / 2) / trials,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
    };
  });
  const most = ({ wins, ties, losses }: WinRate) => wins + ties + losses;
  return {
    rates: rates.toSorted(
      (a, b) => most(b) - most(a) || (a.model + a.against < b.model + b.against ? -1 : 1),
    ),
    strengths: modelStrengths(judged),
  };
}
