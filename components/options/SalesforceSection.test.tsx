// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { wordsOf } from '../../lib/app/words.ts';
import { button, press, section, testOptions } from '../../tests/a11y/open-options.tsx';
import { fakeBrowser } from '../../tests/fake-browser.ts';
import dutch from '../../public/_locales/nl/messages.json';
import { Options } from './Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('sites');
const TITLE = 'Salesforce: read saved values by its API';
const HOST = 'acme.lightning.force.com';
const API = 'acme.my.salesforce.com';

const grant = (): void => {
  fakeBrowser.world.granted.add(`https://${HOST}/*`);
};

describe('Salesforce’s API', () => {
  test('is not spoken of where no Salesforce is read', async () => {
    fakeBrowser.world.granted.add('https://crm.example.com/*');
    await open();
    expect(screen.queryByRole('region', { name: TITLE })).toBeNull();
  });

  test('is off, says what it does, and asks the browser in the click', async () => {
    grant();
    await open();
    const part = section(TITLE);
    expect(part.getByText(HOST).parentElement?.textContent).toBe(`${HOST} Off`);
    expect(part.getByText(/with your own Salesforce session.*never keeps it/)).toBeTruthy();
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await press(`Turn on for ${HOST}`);
    expect(request).toHaveBeenCalledTimes(1);
    expect(request).toHaveBeenCalledWith({
      permissions: ['cookies'],
      origins: [`https://${API}/*`],
    });
    expect(await part.findByText(`The API is read for ${HOST}.`)).toBeTruthy();
    expect(part.getByText(HOST).parentElement?.textContent).toBe(`${HOST} On, by ${API}`);
    await press(`Turn off for ${HOST}`);
    expect(await part.findByText(`The API is not read any more for ${HOST}.`)).toBeTruthy();
    expect(button(`Turn on for ${HOST}`)).toBeTruthy();
    expect(fakeBrowser.world.permitted.has('cookies')).toBe(false);
  });

  test('stays off where the browser was not allowed to', async () => {
    grant();
    fakeBrowser.world.grants = false;
    await open();
    await press(`Turn on for ${HOST}`);
    const part = section(TITLE);
    expect(await part.findByText('Nothing changed: it was not allowed.')).toBeTruthy();
    expect(button(`Turn on for ${HOST}`)).toBeTruthy();
  });

  test('can be read and used by everybody, in Dutch too', async () => {
    grant();
    const t = wordsOf(dutch);
    const { container } = render(<Options actions={actions()} t={t} locale="nl" />);
    const region = await screen.findByRole('region', { name: t('options_salesforce_title') });
    expect(region.textContent).not.toMatch(/options_|\$\d|undefined/);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });
});
