import { firstEn } from "./first.en.ts";
import { restEn } from "./rest.en.ts";

export const en = { ...firstEn, ...restEn };
