/** One way of doing the work, to be compared with others in the same run. */
export interface Contender {
  readonly name: string;
  /** Gives a number that depends on all of the work. */
  readonly run: () => number;
}

const ROUNDS = 200;
const WARM_UP = 100;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Runs all in turn, round after round, so that a slow moment of the machine hits each; prints how many times longer than the first each takes. */
export function compare(contenders: readonly Contender[]): void {
  for (let round = 0; round < WARM_UP; round += 1) for (const { run } of contenders) run();
  const ratios = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = contenders.map(({ run }) => {
      const started = performance.now();
      run();
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
