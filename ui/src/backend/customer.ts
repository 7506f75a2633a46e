import { Channel, invoke } from '@tauri-apps/api/core';
import type { CustomerBackend } from './backend';
import type { CustomerDisplayView } from './contract';

/** What the customer's display may ask the engine for. Its window is allowed this one command. */
export const customer: CustomerBackend = {
  subscribe: (onView) => {
    const channel = new Channel<CustomerDisplayView>();
    channel.onmessage = onView;
    return invoke('customer_subscribe', { channel });
  },
};
