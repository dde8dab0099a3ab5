import type { Page } from 'playwright-core';

/** What the card showed in one frame. */
export interface Sample {
  readonly deal: string | null;
  readonly standing: string | null;
  readonly name: string;
  readonly window: string;
}

/** Looks at the card in every frame from now on, until the returned function is called. Equal looks in a row are one. */
export async function sampleCard(page: Page): Promise<() => Promise<readonly Sample[]>> {
  const samples = await page.evaluateHandle(startSampling);
  return async () => {
    const seen = await samples.evaluate(({ stop, taken }) => {
      stop();
      return taken;
    });
    await samples.dispose();
    return seen;
  };
}

/** Runs in the page. */
function startSampling(): { readonly stop: () => void; readonly taken: readonly Sample[] } {
  const taken: Sample[] = [];
  let last = '';
  let frame = 0;
  const look = (): void => {
    frame = requestAnimationFrame(look);
    const host = document.querySelector('dealside-card');
    const textAt = (selector: string): string =>
      (host?.shadowRoot?.querySelector(selector)?.textContent ?? '').trim();
    const sample: Sample = {
      deal: host?.getAttribute('data-deal') ?? null,
      standing: host?.getAttribute('data-standing') ?? null,
      name: textAt('.ds-deal'),
      window: textAt('.ds-window'),
    };
    const key = JSON.stringify(sample);
    if (key === last) return;
    last = key;
    taken.push(sample);
  };
  look();
  return {
    stop: () => {
      cancelAnimationFrame(frame);
    },
    taken,
  };
}
