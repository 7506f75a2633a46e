import type { Tone } from '../backend/contract';

/** A note: its pitch in hertz, when it begins and how long it lasts, in milliseconds. */
export interface Note {
  pitch_hz: number;
  at_ms: number;
  for_ms: number;
}

/**
 * Each tone is told apart by its shape, not by its pitch alone: held is one step up, not sure knocks three times on one
 * note, failed falls, and only a payment rises through a whole chord.
 */
export const TONES: Record<Tone, Note[]> = {
  held: [
    { pitch_hz: 523.25, at_ms: 0, for_ms: 110 },
    { pitch_hz: 659.25, at_ms: 120, for_ms: 170 },
  ],
  not_sure: [
    { pitch_hz: 440, at_ms: 0, for_ms: 90 },
    { pitch_hz: 440, at_ms: 150, for_ms: 90 },
    { pitch_hz: 440, at_ms: 300, for_ms: 160 },
  ],
  failed: [
    { pitch_hz: 329.63, at_ms: 0, for_ms: 180 },
    { pitch_hz: 220, at_ms: 190, for_ms: 320 },
  ],
  paid: [
    { pitch_hz: 523.25, at_ms: 0, for_ms: 110 },
    { pitch_hz: 659.25, at_ms: 110, for_ms: 110 },
    { pitch_hz: 783.99, at_ms: 220, for_ms: 110 },
    { pitch_hz: 1046.5, at_ms: 330, for_ms: 380 },
  ],
};

/** How long a sound card may take until its clock moves. */
const STARTS_WITHIN_MS = 1_500;
/** Loud enough at full volume, and without a click at the ends. */
const PEAK = 0.5;
const EDGE_S = 0.012;

/** The window's loudspeaker. It exists only once something is to be heard. */
export class Speaker {
  #context: AudioContext | null = null;

  /** Plays a tone; `volume` is between 0 and 1. Answers whether anything could be heard. */
  async play(tone: Tone, volume: number): Promise<boolean> {
    if (volume <= 0) return true;
    try {
      this.#context ??= new AudioContext();
      const context = this.#context;
      if (context.state !== 'running') void context.resume().catch(() => undefined);
      for (const note of TONES[tone]) sound(context, note, volume * PEAK);
      return await moves(context);
    } catch {
      return false;
    }
  }
}

function sound(context: AudioContext, note: Note, peak: number): void {
  const from = context.currentTime + 0.02 + note.at_ms / 1000;
  const until = from + note.for_ms / 1000;
  const voice = new OscillatorNode(context, { type: 'triangle', frequency: note.pitch_hz });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(peak, from + EDGE_S);
  loudness.gain.setValueAtTime(peak, until - 4 * EDGE_S);
  loudness.gain.linearRampToValueAtTime(0, until);
  voice.connect(loudness).connect(context.destination);
  voice.start(from);
  voice.stop(until);
}

/** Without a sound card the clock of the sound stands still. */
async function moves(context: AudioContext): Promise<boolean> {
  const began = context.currentTime;
  const deadline = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < deadline) {
    if (context.state === 'running' && context.currentTime > began) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}
