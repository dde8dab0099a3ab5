import { afterEach } from 'vitest';

// Testing Library cleans up by itself only where the runner's hooks are global.
afterEach(async () => {
  if (typeof document === 'undefined') return;
  const { cleanup } = await import('@testing-library/react');
  cleanup();
});
