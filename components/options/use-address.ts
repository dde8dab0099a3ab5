import { useSyncExternalStore } from 'react';
import { placeOf, type Place } from './routes.ts';

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
};

/** Where in the options page the address leads, followed as it changes. */
export function useAddress(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}
