import { Channel } from '@tauri-apps/api/core';
import type { ViewPiece } from './contract';

/** The channel on which views come in pieces, and what is told of the JSON of each whole one. */
export function channelFor(onWhole: (json: string) => void): Channel<ViewPiece> {
  const channel = new Channel<ViewPiece>();
  let soFar = '';
  channel.onmessage = ({ text, more }) => {
    soFar += text;
    if (more) return;
    const whole = soFar;
    soFar = '';
    onWhole(whole);
  };
  return channel;
}
