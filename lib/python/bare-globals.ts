/** What remains of a worker's globals once Python is there: the language, clocks, texts and randomness. */
const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError DOMException
  globalThis JSON Math Intl ArrayBuffer Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array DataView Map BigInt Set
  Iterator WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI
  encodeURIComponent isFinite isNaN WebAssembly self console performance crypto TextDecoder TextEncoder
  constructor`.split(/\s+/),
);

/** Takes the network, storage, workers and messages away from a global object, and from what it inherits from. */
export function bareGlobals(global: object): void {
  for (let at: object | null = global; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Reflect.ownKeys(at)) {
      if (typeof name === "string" && !KEPT.has(name)) Reflect.deleteProperty(at, name);
    }
  }
}
