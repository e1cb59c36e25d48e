import fc from "fast-check";
import { expect, test } from "vitest";
import { minimise, type Objective } from "./minimise.ts";

test("it finds the minimum of any convex quadratic", () => {
  const part = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(part, fc.double({ min: 0.1, max: 10, noNaN: true })), { minLength: 1 }),
      (axes) => {
        const bowl: Objective = (at, gradient) =>
          axes.reduce((sum, [centre, steepness], axis) => {
            const away = (at[axis] ?? 0) - centre;
            gradient[axis] = steepness * away;
            return sum + (steepness / 2) * away * away;
          }, 0);
        const { at, converged } = minimise(bowl, new Float64Array(axes.length));
        expect(converged).toBe(true);
        axes.forEach(([centre], axis) => {
          expect(at[axis]).toBeCloseTo(centre, 4);
        });
      },
    ),
  );
});

// Rosenbrock 1960: a bent valley whose floor leads to (1, 1).
test("it follows Rosenbrock's valley to its end", () => {
  const valley: Objective = (at, gradient) => {
    const [x = 0, y = 0] = at;
    gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    gradient[1] = 200 * (y - x * x);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };
  const { at, converged } = minimise(valley, Float64Array.of(-1.2, 1));
  expect(converged).toBe(true);
  expect(at[0]).toBeCloseTo(1, 5);
  expect(at[1]).toBeCloseTo(1, 5);
});

test("where nothing slopes it stays where it is", () => {
  const found = minimise(() => 7, Float64Array.of(3, 4));
  expect(found).toEqual({ at: Float64Array.of(3, 4), value: 7, iterations: 0, converged: true });
});
