import type { Measure } from "./measure.ts";
import { openNearestRow } from "./nearest-row.ts";
import { partsOf, type SimilarityOptions } from "./parts.ts";
import { openPostings } from "./postings.ts";
import { addRow, newRows } from "./rows.ts";
import { newReading, openVocabulary } from "./vocabulary.ts";

export interface IndexOptions extends SimilarityOptions {
  measure: Measure;
}

export interface Neighbour {
  key: number;
  score: number;
}

export interface NearestOptions {
  /** A neighbour counts from this score on, itself included; any does where it isn't given. */
  atLeast?: number;
  /** Texts under this key don't count. */
  except?: number;
}

export interface SimilarityIndex {
  /** How many texts there are. */
  readonly size: number;
  /** Adds a text under a number that its owner chose. Nothing keeps two texts from having the same key. */
  add(key: number, text: string): void;
  /**
   * The text of the highest score, by the measure as `similarity` computes it; among equals the one that was added
   * first. Null where there is none, or none that reaches `atLeast`.
   */
  nearest(text: string, options?: NearestOptions): Neighbour | null;
}

/**
 * An index of texts that finds the nearest one exactly, without comparing with all. Texts are added at any time.
 * Memory is what the texts come to: for each part of a text 4 bytes for itself and 4 to 8 in a list, 32 bytes a
 * text, and the vocabulary once; searching adds nothing to it.
 */
export function openIndex({ measure, ...options }: IndexOptions): SimilarityIndex {
  const vocabulary = openVocabulary();
  const postings = openPostings();
  const rows = newRows();
  const nearestRow = openNearestRow(measure, rows, postings);
  const reading = newReading();
  // Whoever asks for a text's neighbour often adds it next.
  let last: { text: string; parts: string[] } | null = null;

  function read(text: string): string[] {
    if (last?.text === text) return last.parts;
    last = { text, parts: partsOf(measure, text, options) };
    vocabulary.read(last.parts, reading);
    return last.parts;
  }

  return {
    get size() {
      return rows.count;
    },
    add(key, text) {
      vocabulary.learn(read(text), reading);
      const row = addRow(rows, key, reading.tokens, reading.size);
      for (let at = 0; at < reading.known; at += 1) postings.add(reading.elements[at] ?? 0, row);
    },
    nearest(text, { atLeast = 0, except } = {}) {
      read(text);
      const found = nearestRow(reading, atLeast, except);
      return found === null ? null : { key: rows.keys[found.row] ?? 0, score: found.score };
    },
  };
}
