/** One thing that can be chosen. */
export interface Option {
  readonly id: string;
  readonly text: string;
}

/** Things that can be chosen, under one heading. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}
