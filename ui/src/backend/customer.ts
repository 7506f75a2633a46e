import { invoke } from '@tauri-apps/api/core';
import type { CustomerBackend } from './backend';
import type { CustomerDisplayView } from './contract';
import { channelFor } from './pieces';

/** What the customer's display may ask the engine for. Its window is allowed this one command. */
export const customer: CustomerBackend = {
  subscribe: (onView) => {
    const channel = channelFor((json) => onView(JSON.parse(json) as CustomerDisplayView));
    return invoke('customer_subscribe', { channel });
  },
};
