/**
 * Whether a Node version runs TypeScript files as they are: 22.18 and later, 23.6 and later, 24 and later.
 * @param {string} version such as "20.19.0"
 * @returns {boolean}
 */
export function runsTypeScript(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major >= 24;
}
