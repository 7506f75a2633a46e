import type { SetupFound } from '../../backend/contract';

type Found = { [Is in SetupFound['is']]: Extract<SetupFound, { is: Is }> };

const found: { [Is in keyof Found]: (of: Found[Is]) => string } = {
  taken: ({ took_ms }) => `PhonePe takes this merchant id, salt key and index. It answered in ${took_ms} ms.`,
  wrong_key: ({ code }) => `PhonePe refuses the signature (${code}): the salt key or its index is wrong.`,
  refused: ({ code }) =>
    `PhonePe refuses this account (${code}). Compare the merchant id with what PhonePe gave you.`,
  unreachable: ({ why }) => `PhonePe cannot be reached: ${why}. Look at the network and the address.`,
  no_answer: () => 'PhonePe did not answer in time. Try again.',
  strange: ({ code }) =>
    `What answered does not speak as PhonePe does${code === '' ? '' : ` (${code})`}. Look at the address.`,
};

export const setup = {
  title: 'Set up with PhonePe',
  what: 'PhonePe gave your store a merchant id, a salt key and its index. They are checked with PhonePe before anything is changed.',
  open: 'Set up with PhonePe',
  profile: 'For',
  profiles: { uat: 'PhonePe’s test system (UAT)', production: 'Real money (production)' },
  baseUrl: 'Address',
  merchant: 'Merchant id',
  saltIndex: 'Salt index',
  saltKey: 'Salt key',
  saltKeyWhat: 'Goes to this computer’s keyring, and is never shown again.',
  check: 'Check with PhonePe',
  checking: 'Asking PhonePe…',
  found,
  clock: (told: string) => `Clock: ${told}`,
  keep: 'Use this account',
  keepUnchecked: 'Keep unchecked',
  unchecked: 'It was not proved that this account works. With the wrong one the till takes no money.',
  keeping: 'Keeping it…',
  kept: 'Kept. It is used from the next start on.',
  restart: 'Open the till again',
  close: 'Leave it as it is',
};
