import { commonEn } from "./common.en.ts";

export const en = { product: "Postroom", common: commonEn };
