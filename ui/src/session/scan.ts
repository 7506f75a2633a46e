/** How quickly a scanner types; no hand does six keys at this pace. */
const PACE_MS_MAX = 35;
const BURST_KEYS_MIN = 6;
/** How long the money key stays deaf after a scan: its last keys may still be on their way. */
const DEAF_MS = 300;

/** Notices bursts of keys that only a scanner types, so that a scan can never press the money button. */
export class ScanWatch {
  #text = '';
  #lastAt = -Infinity;
  #deafUntil = -Infinity;

  /** Every key that is pressed, with the moment it was. Answers what was scanned, when this key ends a scan. */
  note(key: string, at: number): string | null {
    if (key === 'Enter') {
      const text = this.#text;
      this.#text = '';
      if (text.length < BURST_KEYS_MIN || at - this.#lastAt >= PACE_MS_MAX) return null;
      this.#deafUntil = at + DEAF_MS;
      return text;
    }
    if (key.length === 1) {
      this.#text = this.isGoingOn(at) ? this.#text + key : key;
      this.#lastAt = at;
    }
    return null;
  }

  /** A key at this moment would belong to the burst that is being typed. */
  isGoingOn(at: number): boolean {
    return at - this.#lastAt < PACE_MS_MAX;
  }

  /** Whether the money key is deaf at this moment. */
  isDeaf(at: number): boolean {
    return at < this.#deafUntil;
  }
}
