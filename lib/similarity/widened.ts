type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The array if it holds `least` numbers; else a copy of at least double its length, with zeros behind. */
export function widened<Kind extends Numbers>(array: Kind, least: number): Kind;
export function widened(array: Numbers, least: number): Numbers {
  if (least <= array.length) return array;
  const length = Math.max(least, array.length * 2);
  const wide = array instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
  wide.set(array);
  return wide;
}
