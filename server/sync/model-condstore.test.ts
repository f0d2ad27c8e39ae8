import { describeModel } from "#server/testing/model/describe-model";

describeModel(
  "condstore",
  Array.from({ length: 200 }, (_, index) => index + 1),
  "none",
);
