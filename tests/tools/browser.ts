/** Browsers with the extension in them, for the demo, the tests and the benchmarks. */
export { launchWithExtension, type Launched, type LaunchOptions } from './browsers/chromium.ts';
export { findChromium, findFirefox } from './browsers/find.ts';
export { launchFirefox, type LaunchedFirefox } from './browsers/firefox.ts';
export { hasDisplay } from './browsers/machine.ts';
export type { FoundBrowser } from './browsers/places.ts';
