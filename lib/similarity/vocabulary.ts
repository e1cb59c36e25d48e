import { widened } from "./widened.ts";

/**
 * A text as numbers. `tokens` has its parts in order, -1 for one that the vocabulary doesn't have. `elements` are the
 * first `known` of its members as a set: in a sequence the second "the" is another member than the first, so that the
 * members that two sets share are as many as the parts that two texts share at best, whatever their order.
 */
export interface Reading {
  tokens: Int32Array<ArrayBuffer>;
  size: number;
  elements: Int32Array<ArrayBuffer>;
  known: number;
}

export interface Vocabulary {
  read(parts: readonly string[], into: Reading): void;
  /** Gives what is new in parts that were just read an id, in their reading too. */
  learn(parts: readonly string[], into: Reading): void;
}

export function newReading(): Reading {
  return { tokens: new Int32Array(64), size: 0, elements: new Int32Array(64), known: 0 };
}

/** Numbers the parts of texts, and a part's second, third and further occurrence in a text. */
export function openVocabulary(): Vocabulary {
  /** A part's id is that of the element that is its first occurrence. */
  const ids = new Map<string, number>();
  /** By element: the element of one occurrence more, 0 where there is none. */
  let next = new Int32Array(1024);
  /** By part, while a text is read: the element of its occurrence before, plus 1. */
  let before = new Int32Array(1024);
  let size = 0;

  function newElement(): number {
    next = widened(next, size + 1);
    before = widened(before, size + 1);
    size += 1;
    return size - 1;
  }

  function idOf(part: string): number {
    const known = ids.get(part);
    if (known !== undefined) return known;
    const token = newElement();
    ids.set(part, token);
    return token;
  }

  /** The element of a part that occurs once more; -1 where there is none. */
  function elementOf(token: number, grow: boolean): number {
    const last = (before[token] ?? 0) - 1;
    if (last === -1) return token;
    const following = next[last] ?? 0;
    if (following !== 0 || !grow) return following === 0 ? -1 : following;
    const element = newElement();
    next[last] = element;
    return element;
  }

  function setElements(into: Reading, grow: boolean): void {
    into.known = 0;
    for (let at = 0; at < into.size; at += 1) {
      const token = into.tokens[at] ?? -1;
      const element = token === -1 ? -1 : elementOf(token, grow);
      if (element === -1) continue;
      before[token] = element + 1;
      into.elements[into.known] = element;
      into.known += 1;
    }
    for (let at = 0; at < into.size; at += 1) {
      const token = into.tokens[at] ?? -1;
      if (token !== -1) before[token] = 0;
    }
  }

  function read(parts: readonly string[], into: Reading): void {
    into.tokens = widened(into.tokens, parts.length);
    into.elements = widened(into.elements, parts.length);
    into.size = 0;
    for (const part of parts) {
      into.tokens[into.size] = ids.get(part) ?? -1;
      into.size += 1;
    }
    setElements(into, false);
  }

  function learn(parts: readonly string[], into: Reading): void {
    for (let at = 0; at < parts.length; at += 1) {
      if (into.tokens[at] === -1) into.tokens[at] = idOf(parts[at] ?? "");
    }
    setElements(into, true);
  }

  return { read, learn };
}
