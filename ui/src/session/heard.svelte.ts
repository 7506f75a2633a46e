import type { SoundView } from '../backend/contract';
import { Speaker } from './tones';

/** What this window has sounded. A page that was loaded anew does not sound again what was heard before. */
export class Heard {
  /** The number of the sound whose words are on the screen; null until something new came. */
  said = $state<number | null>(null);
  /** The last tone could not be played; null: nothing was tried yet. */
  plays = $state<boolean | null>(null);
  #last: number | null = null;
  readonly #speaker: Pick<Speaker, 'play'>;

  constructor(speaker: Pick<Speaker, 'play'> = new Speaker()) {
    this.#speaker = speaker;
  }

  listen(sound: SoundView | null, volume_percent: number): void {
    const number = sound?.number ?? 0;
    const before = this.#last;
    this.#last = number;
    if (before === null || sound === null || number <= before) return;
    this.said = number;
    void this.#speaker.play(sound.tone, volume_percent / 100).then((heard) => {
      if (volume_percent > 0) this.plays = heard;
    });
  }
}
