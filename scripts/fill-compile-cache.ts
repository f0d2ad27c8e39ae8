/** Loads once what each thread of the server loads, so that Node keeps it compiled; see `lean-memory.ts`. */
import "#server/engine";
import "#server/mime/tasks";
import "#server/search/indexing-tasks";
import "#server/sync/recording/recorder-tasks";
import "./serve.ts";
import "next";

process.exit();
