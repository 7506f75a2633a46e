import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';
import { channelFor } from '../src/backend/pieces';

afterEach(clearMocks);

describe('views in pieces', () => {
  it('are told when they are whole, each by itself, in the order in which they came', () => {
    mockIPC(() => undefined);
    const told: unknown[] = [];
    const channel = channelFor((json) => told.push(JSON.parse(json)));
    channel.onmessage({ text: '{"revision":1}', more: false });
    expect(told).toEqual([{ revision: 1 }]);
    channel.onmessage({ text: '{"revi', more: true });
    channel.onmessage({ text: 'sion":2,"words":"\\"₹', more: true });
    expect(told).toHaveLength(1);
    channel.onmessage({ text: '"}', more: false });
    channel.onmessage({ text: '{"revision":3}', more: false });
    expect(told.slice(1)).toEqual([{ revision: 2, words: '"₹' }, { revision: 3 }]);
  });
});
