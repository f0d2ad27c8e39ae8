import { describeModel } from "#server/testing/model/describe-model";

describeModel({ kind: "gmail", seeds: Array.from({ length: 200 }, (_, index) => index + 1) });
