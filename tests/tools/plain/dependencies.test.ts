import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasAll, isInstalled } from './dependencies.mjs';

const LOCK = {
  packages: {
    '': {},
    'node_modules/react': { version: '19.0.0' },
    'node_modules/only-for-macs': { version: '1.0.0', optional: true },
  },
};
const react = (version: string) => ({ packages: { 'node_modules/react': { version } } });

describe('what npm installed', () => {
  it('is enough when only optional packages are missing', () => {
    expect(hasAll(LOCK, react('19.0.0'))).toBe(true);
  });

  it('is not enough with another version, or without one', () => {
    expect(hasAll(LOCK, react('18.0.0'))).toBe(false);
    expect(hasAll(LOCK, { packages: {} })).toBe(false);
  });
});

describe('a folder with a lock file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dealside-modules-'));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(LOCK));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const install = (installed: object): void => {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(installed));
  };

  it('is not installed before npm has run', () => {
    expect(isInstalled(folder)).toBe(false);
  });

  it('is installed by hand as well as by us, until the lock file changes', () => {
    install(react('19.0.0'));
    expect(isInstalled(folder)).toBe(true);
    const newer = { packages: { ...LOCK.packages, 'node_modules/zod': { version: '4.0.0' } } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(newer));
    expect(isInstalled(folder)).toBe(false);
  });

  it('is not installed with something else in it', () => {
    install(react('18.0.0'));
    expect(isInstalled(folder)).toBe(false);
  });
});
