import type { Published } from '../../lib/app/options-model.ts';
import { ACT_FAULT_KEYS } from '../card/fault-words.ts';
import { Fault } from './Fault.tsx';
import { SaidBox } from './Said.tsx';
import type { Say } from './say.ts';

interface Props {
  readonly result: Published | null;
  readonly say: Say;
}

/** What became of a publication. */
export const Outcome = ({ result, say }: Props) => (
  <SaidBox of={result}>{result && <Text result={result} say={say} />}</SaidBox>
);

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
