/** One way of doing the work, to be compared with others in the same run. */
export interface Contender {
  readonly name: string;
  /** Gives a number that depends on all of the work. */
  readonly run: () => number;
}

/** How often all are timed, and how often each does its work every time: the longer a time, the less a passing disturbance counts. */
export interface Effort {
  readonly rounds: number;
  readonly passes: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Runs all in turn, round after round, so that a slow moment of the machine hits each; prints how many times longer than the first each takes. */
export function compare(contenders: readonly Contender[], { rounds, passes }: Effort): void {
  const runAll = ({ run }: Contender): void => {
    for (let pass = 0; pass < passes; pass += 1) run();
  };
  for (let round = 0; round < rounds / 4; round += 1) contenders.forEach(runAll);
  const ratios = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    const times = contenders.map((contender) => {
      const started = performance.now();
      runAll(contender);
      return performance.now() - started;
    });
    times.forEach((time, index) => ratios[index]?.push(time / (times[0] ?? Number.NaN)));
  }
  contenders.forEach(({ name }, index) => {
    const values = [...(ratios[index] ?? [])].sort((a, b) => a - b);
    const [low, high] = [
      values[Math.floor(values.length * 0.1)],
      values[Math.floor(values.length * 0.9)],
    ];
    const spread = `${low?.toFixed(2) ?? ''} to ${high?.toFixed(2) ?? ''}`;
    console.log(`  ${median(values).toFixed(2).padStart(6)} ×  ${name}  (p10 to p90: ${spread})`);
  });
}
