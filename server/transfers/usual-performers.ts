import { copier } from "./copy/perform-copy.ts";
import { exporter } from "./export/perform-export.ts";
import { importer } from "./import/perform-import.ts";
import type { Performers } from "./job.ts";

/** What carries out which kind; a kind that is not here fails. */
export const usualPerformers: Performers = { export: exporter, import: importer, copy: copier };
