import type { SpeechLanguage, Tone } from '../../backend/contract';

const tone: Record<Tone, string> = {
  held: 'Held',
  not_sure: 'Not sure yet',
  failed: 'Failed',
  paid: 'Paid',
};

const twin: Record<Tone, (amount: string) => string> = {
  held: (amount) => `Held: ${amount} blocked, not taken.`,
  not_sure: (amount) => `Not sure yet about ${amount}. Do not charge again.`,
  failed: (amount) => `Failed: ${amount}. Read what happened before you try again.`,
  paid: (amount) => `Paid: ${amount}. PhonePe has confirmed it.`,
};

const language: Record<SpeechLanguage, string> = { english: 'English', hindi: 'Hindi' };

export const sound = {
  title: 'Sounds',
  what: 'Every sound also stands on the screen in words. The tone of a payment is heard only when PhonePe has confirmed it.',
  tone,
  twin,
  trial: (name: string) => `Only a trial: this is the sound of “${name}”. No sale is meant.`,
  volume: 'Volume',
  silent: 'Silent',
  percent: (count: number) => `${count} %`,
  tryIt: 'Try it:',
  cannot:
    'This computer plays no sound: it has no sound card, or the window may not use it. What happens stands on the screen all the same.',
  speech: 'Speak the amount of a confirmed payment',
  speechWith: (program: string) => `Spoken by ${program}, as this till’s settings file names it.`,
  speechNone:
    'No program that speaks is named in this till’s settings file (speak_with), so amounts are not spoken.',
  speechFailed: (why: string) => `The last amount was not spoken: ${why}`,
  speechIn: 'Spoken in',
  language,
};
