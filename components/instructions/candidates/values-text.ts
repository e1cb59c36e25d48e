/** Values of a variation's parameters, as `a = 3, b = 0.5`. */
export function valuesText(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value.toLocaleString("en")}`)
    .join(", ");
}
