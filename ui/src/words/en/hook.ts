export const hook = {
  title: 'Telling the customer',
  what: 'A program of your store can be told what happens to a sale, for SMS or WhatsApp: held, paid, released, run out, refunded. It gets amounts, our reference and the last four digits of the number, nothing more. Whatever it sends on leaves this machine.',
  none: 'No such program is named in this till’s settings file (hook), or this is training. Nobody is told anything.',
  tell: 'Tell customers',
  with: (program: string) => `Told through ${program}, as this till’s settings file names it.`,
  waiting: (count: number) => (count === 1 ? '1 message waits.' : `${count} messages wait.`),
  givenUp: (count: number) =>
    count === 1
      ? '1 message was given up since the start.'
      : `${count} messages were given up since the start.`,
  trouble: (why: string) =>
    `The last message was not taken: ${why}. It is tried again; no sale waits for it.`,
  well: 'Every message was taken.',
};
