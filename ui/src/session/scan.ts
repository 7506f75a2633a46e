/** How quickly a scanner types; no hand does six keys at this pace. */
const PACE_MS_MAX = 35;
const BURST_KEYS_MIN = 6;
/** How long the money key stays deaf after a scan: its last keys may still be on their way. */
const DEAF_MS = 300;

/** Notices bursts of keys that only a scanner types, so that a scan can never press the money button. */
export class ScanWatch {
  #keys = 0;
  #lastAt = -Infinity;
  #deafUntil = -Infinity;

  /** Every key that is pressed, with the moment it was. */
  note(key: string, at: number): void {
    if (key === 'Enter') {
      if (this.#keys >= BURST_KEYS_MIN && at - this.#lastAt < PACE_MS_MAX) this.#deafUntil = at + DEAF_MS;
      this.#keys = 0;
    } else if (key.length === 1) {
      this.#keys = at - this.#lastAt < PACE_MS_MAX ? this.#keys + 1 : 1;
      this.#lastAt = at;
    }
  }

  /** Whether the money key is deaf at this moment. */
  isDeaf(at: number): boolean {
    return at < this.#deafUntil;
  }
}
