/** The model test with seeds that no test run has time for: `SEEDS=500` a class, from `FIRST_SEED` on. */
import { describeModel } from "#server/testing/model/describe-model";
import type { ModelClass } from "#server/testing/model/model-server";

const first = Number(process.env["FIRST_SEED"] ?? 1001);
const seeds = Array.from({ length: Number(process.env["SEEDS"] ?? 2000) }, (_, index) => first + index);
const kinds: ModelClass[] = ["qresync", "condstore", "plain", "gmail"];

for (const kind of kinds) describeModel({ kind, seeds, lagMaxMs: 50 });
