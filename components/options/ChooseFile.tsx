import type { Ref } from 'react';

interface Props {
  readonly label: string;
  /** Endings and kinds of the files that are offered. */
  readonly accept?: string;
  readonly input?: Ref<HTMLInputElement>;
  readonly onChoose: (file: File) => void;
}

/** A button that asks the browser for one file. The page holds on to none, so that the same one can be chosen again once it is mended. */
export function ChooseFile({ label, accept = '.json,application/json', input, onChoose }: Props) {
  return (
    <label className="ds-button ds-button-plain op-choose">
      {label}
      <input
        ref={input}
        type="file"
        accept={accept}
        className="ds-hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
