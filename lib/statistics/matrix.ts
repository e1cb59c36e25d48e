/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor. O(n³). RangeError where it isn't
 * positive definite.
 */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const lower = cholesky(matrix);
  const columns = Array.from({ length: size }, (_, unit) => {
    const down = new Array<number>(size).fill(0);
    for (let row = 0; row < size; row += 1) {
      let sum = row === unit ? 1 : 0;
      for (let k = 0; k < row; k += 1) sum -= (lower[row]?.[k] ?? 0) * (down[k] ?? 0);
      down[row] = sum / (lower[row]?.[row] ?? 1);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = down[row] ?? 0;
      for (let k = row + 1; k < size; k += 1) sum -= (lower[k]?.[row] ?? 0) * (down[k] ?? 0);
      down[row] = sum / (lower[row]?.[row] ?? 1);
    }
    return down;
  });
  return columns;
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [row, line] of matrix.entries()) {
    const here: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? here : (lower[column] ?? []);
      let sum = line[column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= (here[k] ?? 0) * (other[k] ?? 0);
      if (column < row) here.push(sum / (other[column] ?? 1));
      else if (sum > 0) here.push(Math.sqrt(sum));
      else throw new RangeError("the matrix isn't positive definite");
    }
    lower.push(here);
  }
  return lower;
}
