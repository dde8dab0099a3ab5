import { benchAssess } from '../benchmarks/assess-bench.ts';

benchAssess();
