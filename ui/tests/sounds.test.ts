import { describe, expect, it, vi } from 'vitest';
import type { SoundView, TillView, Tone } from '../src/backend/contract';
import * as views from '../src/fixtures/views';
import { Heard } from '../src/session/heard.svelte';
import { TONES } from '../src/session/tones';
import { t } from '../src/words/words';
import { Till } from './window';

function sound(number: number, tone: Tone, is_trial = false): SoundView {
  return { number, tone, amount_paise: 60_000, amount_text: '₹600.00', is_trial };
}

class Ear {
  readonly heard: [Tone, number][] = [];
  play(tone: Tone, volume: number): Promise<boolean> {
    this.heard.push([tone, volume]);
    return Promise.resolve(true);
  }
}

describe('a sound', () => {
  it('is played once, when its number rises, and never because the page was loaded', () => {
    const ear = new Ear();
    const heard = new Heard(ear);
    heard.listen(sound(7, 'paid'), 60);
    heard.listen(sound(7, 'paid'), 60);
    expect(ear.heard).toEqual([]);
    heard.listen(sound(8, 'held'), 60);
    heard.listen(sound(8, 'held'), 60);
    heard.listen(sound(8, 'held'), 100);
    expect(ear.heard).toEqual([['held', 0.6]]);
  });

  it('is played when it is the first since the till started', () => {
    const ear = new Ear();
    const heard = new Heard(ear);
    heard.listen(null, 60);
    heard.listen(sound(1, 'not_sure'), 60);
    expect(ear.heard).toEqual([['not_sure', 0.6]]);
  });

  it('has a shape of its own for each tone, and only the payment rises through a chord', () => {
    const shapes = Object.values(TONES).map((notes) => notes.map((note) => note.pitch_hz).join());
    expect(new Set(shapes).size).toBe(4);
    const rises = (tone: Tone): boolean =>
      TONES[tone].length >= 3 &&
      TONES[tone].every((note, nth, all) => nth === 0 || note.pitch_hz > (all[nth - 1]?.pitch_hz ?? 0));
    expect((Object.keys(TONES) as Tone[]).filter(rises)).toEqual(['paid']);
  });
});

describe('the words of a sound', () => {
  it.each(['held', 'not_sure', 'failed', 'paid'] as const)('stand in a live region: %s', async (tone) => {
    const till = await Till.open(views.ready());
    expect(till.text('sound-twin')).toBe('');
    await till.show({ ...views.ready(), sound: sound(1, tone) });
    expect(till.get('sound-twin').getAttribute('role')).toBe('status');
    expect(till.text('sound-twin')).toBe(t(`sound-twin-${tone}`, { amount: '₹600.00' }));
  });

  it('are not said again to a page that was loaded anew', async () => {
    const till = await Till.open({ ...views.ready(), sound: sound(3, 'paid') });
    expect(till.text('sound-twin')).toBe('');
  });
});

describe('the settings of the sounds', () => {
  async function settings(view: TillView = views.ready()): Promise<Till> {
    const till = await Till.open(view);
    await till.settings('sound');
    return till;
  }

  it('set the volume and try each tone through the engine', async () => {
    const till = await settings();
    await till.press('volume-0');
    for (const tone of ['held', 'not_sure', 'failed', 'paid']) await till.press(`try-${tone}`);
    expect(till.engine.commands).toEqual([
      { command: 'preferences', preference: 'volume', percent: 0 },
      ...['held', 'not_sure', 'failed', 'paid'].map((tone) => ({
        command: 'preferences',
        preference: 'try_tone',
        tone,
      })),
    ]);
    await till.show({ ...views.ready(), sound: sound(1, 'paid', true) });
    expect(till.text('sound-twin')).toContain('Only a trial');
  });

  it('say that this computer plays nothing, there and nowhere else', async () => {
    // jsdom has no loudspeaker.
    const till = await settings();
    expect(till.find('sound-cannot')).toBeNull();
    await till.show({ ...views.ready(), sound: sound(1, 'held', true) });
    await vi.waitFor(() => expect(till.find('sound-cannot')).not.toBeNull());
    await till.press('nav-till');
    expect(document.body.textContent).not.toContain(t('sound-cannot'));
  });

  it('say that there is nothing to speak with, or why it did not speak', async () => {
    const till = await settings();
    expect(till.find('speech')).toBeNull();
    expect(till.text('speech-none')).toContain('speak_with');
    const view = views.ready();
    view.preferences.speech = { program: 'espeak-ng', trouble: 'No such file or directory' };
    await till.show(view);
    expect(till.text('speech-trouble')).toContain('No such file');
    await till.press('speech');
    await till.press('speech-hindi');
    expect(till.engine.commands).toEqual([
      { command: 'preferences', preference: 'speech', speaks: true, speak_in: 'english' },
      { command: 'preferences', preference: 'speech', speaks: false, speak_in: 'hindi' },
    ]);
  });
});
