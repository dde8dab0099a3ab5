import { useLayoutEffect, useRef } from 'react';
import type { Published } from '../../lib/app/options-model.ts';
import { ACT_FAULT_KEYS } from '../card/fault-words.ts';
import { Fault } from './Fault.tsx';
import type { Say } from './say.ts';

interface Props {
  readonly result: Published | null;
  readonly say: Say;
}

/**
 * What became of a publication. Always in the page, so that a screen reader hears what comes into it; it
 * takes the focus where the pressed button went away.
 */
export function Outcome({ result, say }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (result && document.activeElement === document.body) ref.current?.focus();
  }, [result]);
  return (
    <div role="status" className="op-outcome" tabIndex={-1} ref={ref}>
      {result && <Text result={result} say={say} />}
    </div>
  );
}

function Text({ result, say }: { readonly result: Published; readonly say: Say }) {
  const { t } = say;
  if (result.ok) return <p className="op-done">{t('options_published', [result.version])}</p>;
  if (typeof result.fault === 'string') {
    return <p className="op-wrong">{t(ACT_FAULT_KEYS[result.fault])}</p>;
  }
  return (
    <>
      <Fault fault={result.fault} say={say} />
      <p>{t('options_unchanged')}</p>
    </>
  );
}
